import type { Officer } from '@tracedesk/kernel';
import type { Subject, Tx } from '@tracedesk/platform';
import type { ContentName } from './disclosure.js';
import type { DisclosureFacts } from './may-disclose.js';

/** Port: what the room that owns the subjects knows about one of them. Bound by tracing. */
export abstract class DisclosureSubjects {
  /** The facts that a decision rests on, or null when the reader's State has no such subject: absent and foreign are told apart nowhere. */
  abstract factsOf(tx: Tx, subject: Subject, actor: Officer): Promise<DisclosureFacts | null>;

  /** All protected content that the subject holds for the reader's State now, by name. What its own State alone writes has one name, however it grows. */
  abstract contentsOf(tx: Tx, subject: Subject): Promise<readonly ContentName[]>;
}
