import type { Denial, RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { InformationName } from './information-name.js';

/** What two States know of a request under which they exchanged information. */
export interface SharedRequest {
  readonly id: RequestId;
  readonly reference: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
  /** Where the length of the consent's clock comes from. */
  readonly deadlineProfile: { readonly id: string; readonly version: number };
  readonly priority: 'routine' | 'urgent';
}

/** Port: what the room that owns the information knows about it. Bound by tracing. */
export abstract class SharedInformation {
  /** A submitted request of the reader's State; null for a draft, a third State's and for none. */
  abstract requestOf(tx: Tx, requestId: RequestId): Promise<SharedRequest | null>;

  /** The names of all that this State gave the other one under the request. Names only: nothing is shown. */
  abstract namesGivenBy(tx: Tx, request: SharedRequest, giver: StateCode): Promise<readonly InformationName[]>;

  /** Why these words, by their fields, may not go to the other State of the request: they tell it what a third one keeps back. Null where they may. */
  abstract wordsDenial(tx: Tx, requestId: RequestId, words: Readonly<Record<string, Sealed<string>>>): Promise<Denial | null>;
}
