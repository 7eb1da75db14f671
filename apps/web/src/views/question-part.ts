import type { Question } from '@tracedesk/tracing';
import type { PageContext } from './page-context.js';

/** What a section of the view of a question is made of. */
export interface QuestionPart {
  /** The reader's State asked it: what is said to the other one is not said to it. */
  readonly isOwn?: boolean;
  readonly page: PageContext;
  readonly question: Question;
}
