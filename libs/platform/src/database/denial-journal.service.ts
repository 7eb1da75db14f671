import type { Denial } from '@tracedesk/kernel';
import type { Subject, Tx } from './transaction.adapter.js';

/** Where a denial is entered. Platform asks for it; the audit room binds it. */
export abstract class DenialJournal {
  /** Enters the denial in the given transaction, from which everything else that the action did has been undone. */
  abstract record(tx: Tx, action: string, denial: Denial, about: Subject | undefined): Promise<void>;
}
