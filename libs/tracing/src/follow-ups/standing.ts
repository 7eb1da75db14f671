import { isInForce, namesCover, type Consent, type ConsentStatus } from '@tracedesk/confidentiality/core';
import type { ConsentId, StateCode } from '@tracedesk/kernel';
import type { ToldFact } from '../onward.js';

/** How a fact stands in a draft now: it may stay in, has to be taken out, may be taken in, or stays out. */
export const FACT_STANDINGS = ['travels', 'must_leave', 'may_join', 'stays'] as const;
export type FactStanding = (typeof FACT_STANDINGS)[number];

export function standingOf(carried: boolean, mayGo: boolean): FactStanding {
  if (carried) return mayGo ? 'travels' : 'must_leave';
  return mayGo ? 'may_join' : 'stays';
}

/** How a consent stands now: leave that was given ends by itself on its last day. */
export const CONSENT_STANDINGS = ['asked', 'granted', 'refused', 'withdrawn', 'ended'] as const;
export type ConsentStanding = (typeof CONSENT_STANDINGS)[number];

export function consentStandingOf(
  consent: { readonly status: ConsentStatus; readonly endsAt: Date | null },
  now: Date,
): ConsentStanding {
  return consent.status === 'granted' && !isInForce(consent, now) ? 'ended' : consent.status;
}

/** What was last asked of the giver for a fact and a State, of consents given newest first; null where nothing was. */
export function lastAskedFor(
  { requestId, name, giver }: Pick<ToldFact, 'requestId' | 'name' | 'giver'>,
  to: StateCode,
  { consents, now }: { readonly consents: readonly Consent[]; readonly now: Date },
): { readonly id: ConsentId; readonly standing: ConsentStanding } | null {
  const found = consents.find(
    (one) =>
      one.requestId === requestId &&
      one.givingState === giver &&
      one.use === 'onward_release' &&
      one.recipient.kind === 'state' &&
      one.recipient.state === to &&
      namesCover(one.asked, name),
  );
  return found ? { id: found.id, standing: consentStandingOf(found, now) } : null;
}
