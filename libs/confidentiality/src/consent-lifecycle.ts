import { denied, ok, type Result, type Sealed, type StateCode } from '@tracedesk/kernel';
import { isInForce, sideOf, type Consent, type ConsentSide, type ConsentStatus, type ConsentUse } from './consent.js';
import { namesCover, type InformationName } from './information-name.js';

/** What each act on a consent says. Words travel sealed. */
export interface ConsentCommands {
  grant: {
    readonly names: readonly InformationName[];
    readonly endsOn: string;
    readonly conditions?: Sealed<string> | undefined;
  };
  refuse: { readonly reason: Sealed<string> };
  withdraw: { readonly reason: Sealed<string> };
  use: { readonly names: readonly InformationName[]; readonly purpose: Sealed<string> };
}
export type ConsentAct = keyof ConsentCommands;
export type ConsentCommand = { [A in ConsentAct]: { readonly act: A } & ConsentCommands[A] }[ConsentAct];

interface ConsentMove {
  readonly by: ConsentSide;
  readonly from: ConsentStatus;
  readonly to: ConsentStatus;
  readonly event: `consent.${string}`;
  readonly entry: 'alteration' | 'disclosure';
  readonly paragraph: '15' | '15(c)';
}

/** Every act on a consent once it is asked for: the giver's three, and the use of it by the State that asked. */
export const CONSENT_LIFECYCLE = {
  grant: { by: 'giving', from: 'asked', to: 'granted', event: 'consent.granted', entry: 'alteration', paragraph: '15(c)' },
  refuse: { by: 'giving', from: 'asked', to: 'refused', event: 'consent.refused', entry: 'alteration', paragraph: '15(c)' },
  withdraw: {
    by: 'giving',
    from: 'granted',
    to: 'withdrawn',
    event: 'consent.withdrawn',
    entry: 'alteration',
    paragraph: '15(c)',
  },
  use: { by: 'asking', from: 'granted', to: 'granted', event: 'consent.used', entry: 'disclosure', paragraph: '15' },
} as const satisfies Record<ConsentAct, ConsentMove>;
export const CONSENT_ACTS = Object.keys(CONSENT_LIFECYCLE) as readonly ConsentAct[];

/** What the decision has to know of the time: the instant, and for a grant the giver's day and when the last day of the leave is over. */
export interface ConsentFacts {
  readonly state: StateCode;
  readonly now: Date;
  readonly today: string;
  readonly endsAt: Date | null;
}

/** The consent after the act, or the denial that tells the officer why not. */
export function actOnConsent(consent: Consent, command: ConsentCommand, facts: ConsentFacts): Result<Consent> {
  const move = CONSENT_LIFECYCLE[command.act];
  const side = sideOf(consent, facts.state);
  if (side === null) return denied('CONSENT_NOT_FOUND');
  if (side !== move.by) return denied('CONSENT_ACT_OF_OTHER_STATE', { paragraph: move.paragraph });
  if (consent.status !== move.from)
    return denied('CONSENT_ACT_NOT_OPEN', { details: { act: command.act, status: consent.status } });
  const next = { ...consent, status: move.to, version: consent.version + 1 };
  switch (command.act) {
    case 'grant':
      return granted(next, command, facts);
    case 'refuse':
      return ok({ ...next, decidedAt: facts.now });
    case 'withdraw':
      return ok({ ...next, withdrawnAt: facts.now });
    case 'use':
      return used(next, command, facts);
  }
}

/** The acts that a State may take on the consent now. */
export function actsOpenTo(consent: Consent, state: StateCode, now: Date): readonly ConsentAct[] {
  const side = sideOf(consent, state);
  return CONSENT_ACTS.filter((act) => {
    const { by, from } = CONSENT_LIFECYCLE[act];
    return by === side && from === consent.status && (act !== 'use' || isInForce(consent, now));
  });
}

function granted(
  next: Consent,
  { names, endsOn }: ConsentCommands['grant'],
  { now, today, endsAt }: ConsentFacts,
): Result<Consent> {
  if (names.length === 0 || !names.every((name) => namesCover(next.asked, name)))
    return denied('CONSENT_SCOPE_BEYOND_ASKED', { field: 'names', paragraph: '15(c)' });
  if (endsOn < today || endsAt === null) return denied('CONSENT_END_PAST', { field: 'endsOn', details: { today } });
  return ok({ ...next, granted: names, endsOn, endsAt, decidedAt: now });
}

function used(next: Consent, { names }: ConsentCommands['use'], { now }: ConsentFacts): Result<Consent> {
  if (!isInForce(next, now)) return denied('CONSENT_ENDED', { paragraph: '15(c)' });
  if (names.length === 0 || !names.every((name) => namesCover(next.granted, name)))
    return denied('CONSENT_SCOPE_EXCEEDED', { field: 'names', paragraph: '15(c)' });
  return ok({ ...next, uses: next.uses + 1, lastUsedAt: now });
}

/** What a State asks for. */
export interface ConsentAsked {
  readonly use: ConsentUse;
  readonly recipientState: StateCode | null;
  readonly names: readonly InformationName[];
}

/** Why a consent cannot be asked for, of a giver that gave what `given` names, or null. */
export function askDenial(
  { recipientState, names }: ConsentAsked,
  {
    askingState,
    givingState,
    given,
  }: Pick<Consent, 'askingState' | 'givingState'> & { readonly given: readonly InformationName[] },
): ReturnType<typeof denied> | null {
  if (recipientState === askingState || recipientState === givingState)
    return denied('CONSENT_RECIPIENT_IS_PARTY', { field: 'recipient.state', paragraph: '15(c)' });
  if (!names.every((name) => given.includes(name))) return denied('CONSENT_INFORMATION_UNKNOWN', { field: 'names' });
  return null;
}
