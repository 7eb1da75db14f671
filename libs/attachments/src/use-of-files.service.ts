import { USE_RULES, type Purpose, type UseRule } from '@tracedesk/confidentiality';
import { denied, type Denied, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';

/** Whose files these are: of which request, and which State added them. */
export interface GivenFiles {
  readonly id: RequestId;
  readonly requestingState: StateCode;
}

/** Port: for what the State that added a request's files lets them be used (ITI 15(b)). Bound by tracing. */
export abstract class UseOfFiles {
  /** The rule that keeps them back from the reader's State for this purpose; null where none does. */
  abstract withholdingRule(tx: Tx, files: GivenFiles, purpose: Purpose): Promise<UseRule | null>;
}

export function withheld(rule: UseRule): Denied {
  return denied('ATTACHMENT_WITHHELD', { paragraph: USE_RULES[rule].paragraph });
}
