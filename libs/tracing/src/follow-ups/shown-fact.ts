import { namesCover, type UseRule } from '@tracedesk/confidentiality/core';
import { Sealed } from '@tracedesk/kernel';
import type { WithheldItem } from '../item-reading.js';
import type { ToldFact } from '../onward.js';
import { earlierFactOf, type EarlierFact } from './earlier-fact.js';

/** What a reader is shown of a fact, or the rule that keeps it back from the purpose stated. */
export interface ShownFact {
  readonly fact: Sealed<EarlierFact> | null;
  readonly withheldBy: UseRule | null;
}

/** Of an answer that the reader was not shown, and without one, nothing is shown either. */
export const NOT_SHOWN: ShownFact = { fact: null, withheldBy: null };

/** A fact goes with what tells it: where the item or the point of diversion is kept back, so is the fact, and everybody the item names. */
export function shownFactOf(
  fact: ToldFact,
  shown: readonly { readonly requestId: string; readonly withheld: readonly WithheldItem[] }[],
): ShownFact {
  const answer = shown.find(({ requestId }) => requestId === fact.requestId);
  if (!answer) return NOT_SHOWN;
  const kept = answer.withheld.find(({ number }) => namesCover([number], fact.name));
  return kept ? { fact: null, withheldBy: kept.rule } : { fact: Sealed.of(earlierFactOf(fact)), withheldBy: null };
}
