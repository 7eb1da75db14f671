import type { ConsentId } from '@tracedesk/kernel';
import type { OnwardFacts, ToldFact } from '../onward.js';

/** What of a case may go to a State now, and under which consent. */
export interface PartedFacts extends OnwardFacts {
  consentFor(fact: ToldFact): ConsentId | null;
}
