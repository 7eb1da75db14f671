import { USE_RULES, type Permit, type UseRule } from '@tracedesk/confidentiality';
import { denied, type Denial, type Denied, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { AttachmentId } from './attachment.js';

/** Of which request the files are, and between which States. */
export interface GivenFiles {
  readonly id: RequestId;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode | null;
}

/** Port: for what the State that added files lets them be used (ITI 15(b)). Bound by tracing. */
export abstract class UseOfFiles {
  /** The rule that keeps the question's files back from the reader's State for this purpose; null where none does. */
  abstract withholdingRule(tx: Tx, permit: Permit, files: GivenFiles): Promise<UseRule | null>;

  /**
   * The files that items of responses name, as far as their giver permits the receiver to use those items for the purpose.
   * A file that no item names is not among them.
   */
  abstract namedFiles(tx: Tx, permit: Permit, files: GivenFiles): Promise<ReadonlySet<AttachmentId>>;

  /** Why a file of this name may not be added: its name tells the other State what a third one keeps back (ITI 15). Null where it may. */
  abstract nameDenial(tx: Tx, requestId: RequestId, name: string): Promise<Denial | null>;
}

export function withheld(rule: UseRule): Denied {
  return denied('ATTACHMENT_WITHHELD', { paragraph: USE_RULES[rule].paragraph });
}
