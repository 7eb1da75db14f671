import type { ConsentId, RequestId, StateCode } from '@tracedesk/kernel';
import { namesCover, type InformationName } from './information-name.js';

/** What the giver of information is asked to allow: to hand it on (ITI 15(c)), or to use it in judicial proceedings. */
export const CONSENT_USES = ['onward_release', 'evidential_use'] as const;
export type ConsentUse = (typeof CONSENT_USES)[number];

/** Whom the information would go to. An authority or a panel is named in sealed words; it is never a party to a request. */
export const RECIPIENT_KINDS = ['state', 'authority'] as const;
export type RecipientKind = (typeof RECIPIENT_KINDS)[number];

export type Recipient = { readonly kind: 'state'; readonly state: StateCode } | { readonly kind: 'authority' };

export const CONSENT_STATUSES = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type ConsentStatus = (typeof CONSENT_STATUSES)[number];

/** One State asks another, which gave it information in connection with a request, for leave to use it beyond what was given with it (ITI 15). */
export interface Consent {
  readonly id: ConsentId;
  readonly requestId: RequestId;
  readonly reference: string;
  readonly askingState: StateCode;
  readonly givingState: StateCode;
  readonly use: ConsentUse;
  readonly recipient: Recipient;
  readonly status: ConsentStatus;
  /** What leave is asked for. */
  readonly asked: readonly InformationName[];
  /** What leave was given for, never more than was asked; empty until it is. */
  readonly granted: readonly InformationName[];
  readonly askedAt: Date;
  readonly decidedAt: Date | null;
  /** The last day of the leave, in the giver's calendar, and the instant at which that day is over. */
  readonly endsOn: string | null;
  readonly endsAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** How often the asking State entered that it used the leave. */
  readonly uses: number;
  readonly lastUsedAt: Date | null;
  /** Grows by one at every change. */
  readonly version: number;
}

/** Whether the leave can be used now. */
export function isInForce({ status, endsAt }: Pick<Consent, 'status' | 'endsAt'>, now: Date): boolean {
  return status === 'granted' && endsAt !== null && now.getTime() < endsAt.getTime();
}

/** Whether this consent lets the named information go to that State now. */
export function allowsOnward(consent: Consent, { name, to, now }: { name: InformationName; to: StateCode; now: Date }): boolean {
  return (
    consent.use === 'onward_release' &&
    consent.recipient.kind === 'state' &&
    consent.recipient.state === to &&
    isInForce(consent, now) &&
    namesCover(consent.granted, name)
  );
}

/** Whether this consent lets the named information be used in judicial proceedings now. */
export function allowsEvidence(consent: Consent, { name, now }: { name: InformationName; now: Date }): boolean {
  return consent.use === 'evidential_use' && isInForce(consent, now) && namesCover(consent.granted, name);
}

/** Which party to the consent a State is; a third State is none. */
export function sideOf(
  { askingState, givingState }: Pick<Consent, 'askingState' | 'givingState'>,
  state: StateCode,
): ConsentSide | null {
  if (state === askingState) return 'asking';
  return state === givingState ? 'giving' : null;
}
export type ConsentSide = 'asking' | 'giving';
