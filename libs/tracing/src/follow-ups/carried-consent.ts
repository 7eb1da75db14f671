import { wordsOf } from '../onward.js';
import { restrictedHits } from '../restricted-words.js';
import type { GuardedInformation } from './parted-facts.js';

/** Under what a giver let a fact go on: it binds the State that the fact reaches as it bound the one that asked for leave (15). */
export interface CarriedConsent {
  /** The last day of the leave, in the giver's calendar. */
  readonly endsOn?: string;
  /** What the giver attached to it, as it wrote it. */
  readonly words?: string;
  /** It wrote more, which tells what may not go to this State. */
  readonly wordsKept?: true;
}

/** What travels of a consent with what was consented to. The giver wrote its words to the State that asked: one guard for every text (ADR 32). */
export function carriedConsentOf(
  endsOn: string | null,
  words: string | undefined,
  guarded: readonly GuardedInformation[],
): CarriedConsent {
  const until = endsOn === null ? {} : { endsOn };
  if (words === undefined) return until;
  const kept = guarded.map((fact) => ({ name: fact.name, ...wordsOf(fact) }));
  const tells = restrictedHits([{ field: 'conditions', text: words }], kept).length > 0;
  return { ...until, ...(tells ? { wordsKept: true as const } : { words }) };
}
