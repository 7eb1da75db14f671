import type { ContactPoint } from './state.js';
import { isValidOn } from './state.js';
import { isUnconfirmed } from './freshness.js';

/** What a requesting State should know about the office its request goes to. None of them stops a request. */
export const CONTACT_WARNINGS = [
  'NAMED_OFFICE_HAS_EXPIRED',
  'OFFICE_HAS_OTHER_SCOPE',
  'OFFICE_UNCONFIRMED',
  'OFFICE_ASKED_TO_UPDATE',
] as const;
export type ContactWarning = (typeof CONTACT_WARNINGS)[number];

export interface ContactChoice {
  readonly contactPoint: ContactPoint;
  readonly warnings: readonly ContactWarning[];
}

/**
 * Which of a State's offices gets a request on this legal basis (ITI 25: one or more): the one named for that basis, else one for all, else
 * any that answers, so that an office that has expired stops no request while another can take it. `null`: nobody answers, nothing can be sent.
 */
export function chooseContactPoint(
  offices: readonly ContactPoint[],
  legalBasis: string,
  on: { readonly day: string; readonly now: Date },
): ContactChoice | null {
  const answering = offices.filter((office) => isValidOn(office, on.day));
  const named = answering.find((office) => office.scope.some((one) => one === legalBasis));
  const general = answering.find(({ scope }) => scope.includes('all'));
  const chosen = named ?? general ?? answering[0];
  if (!chosen) return null;
  // An office whose first day is still to come has not expired.
  const expired = offices.filter(({ validUntil }) => validUntil !== null && validUntil < on.day);
  const takesOver = (scope: string): boolean => expired.some((office) => office.scope.some((one) => one === scope));
  const applies: Record<ContactWarning, boolean> = {
    NAMED_OFFICE_HAS_EXPIRED: !named && (takesOver(legalBasis) || (!general && takesOver('all'))),
    OFFICE_HAS_OTHER_SCOPE: !named && !general,
    OFFICE_UNCONFIRMED: isUnconfirmed(chosen.confirmedAt, on.now),
    OFFICE_ASKED_TO_UPDATE: (chosen.updateAskedAt ?? null) !== null,
  };
  return { contactPoint: chosen, warnings: CONTACT_WARNINGS.filter((warning) => applies[warning]) };
}
