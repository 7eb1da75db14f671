import type { Question } from '@tracedesk/tracing';
import type { PageContext } from './page-context.js';

/** What a section of the view of a question is made of. */
export interface QuestionPart {
  readonly page: PageContext;
  readonly question: Question;
}
