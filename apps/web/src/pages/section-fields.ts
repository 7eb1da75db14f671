import type { RequestSummary } from '@tracedesk/tracing';
import type { FormView } from '../views/fields.js';

/** What the fields of a section of a draft are made of. */
export interface SectionFieldsProps {
  readonly form: FormView;
  readonly request: Pick<RequestSummary, 'requestingState'>;
  readonly askable: readonly string[];
}
