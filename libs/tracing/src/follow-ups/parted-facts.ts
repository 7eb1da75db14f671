import type { Consent } from '@tracedesk/confidentiality/core';
import type { OnwardFacts, Ruled, ToldCandidates, ToldFact } from '../onward.js';

/** What of a case may go to a State now, and under which consent. */
export interface PartedFacts extends OnwardFacts {
  /** Whatever nobody may type into a request to that State: the facts withheld, and the firearms that could have been meant. */
  readonly guarded: readonly GuardedInformation[];
  consentFor(fact: ToldFact): Consent | null;
}

export type GuardedInformation = Ruled<ToldFact | ToldCandidates>;
