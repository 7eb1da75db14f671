import { describe, expect, it } from '@jest/globals';
import { idOf, Sealed, stateCode, type ConsentId, type RequestId } from '@tracedesk/kernel';
import { allowsOnward, type Consent } from './consent.js';
import { actOnConsent, actsOpenTo, askDenial, type ConsentCommand } from './consent-lifecycle.js';
import { namesCover } from './information-name.js';

const [ASKING, GIVING, RECIPIENT, THIRD] = ['QR', 'QN', 'QS', 'QM'].map(stateCode) as [never, never, never, never];
const NOW = new Date('2026-03-02T09:00:00Z');
const END = new Date('2026-06-01T00:00:00Z');
const WORDS = Sealed.of('As agreed on the telephone.');
const GRANT = { act: 'grant', names: ['1.1'], endsOn: '2026-05-31' } as const;

describe('a consent', () => {
  it('does not exist for a third State', () => {
    expect(act(asked(), GRANT, { state: THIRD })).toBeDeniedWith('CONSENT_NOT_FOUND');
    expect(actsOpenTo(asked(), THIRD, NOW)).toEqual([]);
  });

  it('is not granted, refused or withdrawn by the State that asks for it', () => {
    const reason = { reason: WORDS };
    for (const command of [GRANT, { act: 'refuse', ...reason }, { act: 'withdraw', ...reason }] as const) {
      expect(act(asked(), command, { state: ASKING })).toBeDeniedWith('CONSENT_ACT_OF_OTHER_STATE');
    }
  });

  it('is not granted twice, nor after a refusal', () => {
    expect(act(granted(), GRANT)).toBeDeniedWith('CONSENT_ACT_NOT_OPEN');
    const refused = act(asked(), { act: 'refuse', reason: WORDS });
    expect(refused.ok && act(refused.value, GRANT)).toBeDeniedWith('CONSENT_ACT_NOT_OPEN');
  });

  it('is not granted for more than was asked, for nothing, or until a day that has passed', () => {
    expect(act(asked(), { ...GRANT, names: ['1.1', '1.2'] })).toBeDeniedWith('CONSENT_SCOPE_BEYOND_ASKED', 'names');
    expect(act(asked(), { ...GRANT, names: [] })).toBeDeniedWith('CONSENT_SCOPE_BEYOND_ASKED', 'names');
    expect(act(asked(), { ...GRANT, endsOn: '2026-03-01' })).toBeDeniedWith('CONSENT_END_PAST', 'endsOn');
  });

  it('may be granted for less: one party of an item that was asked for', () => {
    expect(act(asked(), { ...GRANT, names: ['1.1.2'] })).toMatchObject({ value: { status: 'granted', granted: ['1.1.2'] } });
  });

  it('is not used beyond its scope, after its end or after its withdrawal', () => {
    const use = { act: 'use', names: ['1.1'], purpose: WORDS } as const;
    expect(act(granted(), { ...use, names: ['1.2'] }, { state: ASKING })).toBeDeniedWith('CONSENT_SCOPE_EXCEEDED', 'names');
    expect(act(granted(), use, { state: ASKING, now: END })).toBeDeniedWith('CONSENT_ENDED');
    const withdrawn = act(granted(), { act: 'withdraw', reason: WORDS });
    expect(withdrawn.ok && act(withdrawn.value, use, { state: ASKING })).toBeDeniedWith('CONSENT_ACT_NOT_OPEN');
    expect(act(granted(), use, { state: ASKING })).toMatchObject({ value: { uses: 1, status: 'granted' } });
  });

  it('lets information go to the named State only, of the named items only, until its end only', () => {
    const to = (state: never, name = '1.1', now = NOW): boolean => allowsOnward(granted(), { name, to: state, now });
    expect(to(THIRD)).toBe(false);
    expect(to(RECIPIENT, '1.2')).toBe(false);
    expect(to(RECIPIENT, '1.1', END)).toBe(false);
    expect(allowsOnward(asked(), { name: '1.1', to: RECIPIENT, now: NOW })).toBe(false);
    expect(allowsOnward({ ...granted(), use: 'evidential_use' }, { name: '1.1', to: RECIPIENT, now: NOW })).toBe(false);
    expect(to(RECIPIENT)).toBe(true);
    expect(to(RECIPIENT, '1.1.3')).toBe(true);
  });

  it('is not asked for the parties themselves, nor for what was never given', () => {
    const of = { askingState: ASKING, givingState: GIVING, given: ['1.1'] };
    const ask = (recipientState: never, name: string) => askDenial({ use: 'onward_release', recipientState, names: [name] }, of);
    expect(ask(GIVING, '1.1')).toBeDeniedWith('CONSENT_RECIPIENT_IS_PARTY');
    expect(ask(RECIPIENT, '1.2')).toBeDeniedWith('CONSENT_INFORMATION_UNKNOWN');
    expect(ask(RECIPIENT, '1.1')).toBeNull();
  });

  it('never takes the tenth item for the first', () => {
    expect(namesCover(['1.1'], '1.10')).toBe(false);
    expect(namesCover(['1.1.1'], '1.1')).toBe(false);
  });
});

function act(consent: Consent, command: ConsentCommand, facts: { state?: never; now?: Date } = {}) {
  return actOnConsent(consent, command, { state: GIVING, now: NOW, today: '2026-03-02', endsAt: END, ...facts });
}

function asked(): Consent {
  return {
    id: idOf<ConsentId>('0199a7a0-0000-7000-8000-000000000001'),
    requestId: idOf<RequestId>('0199a7a0-0000-7000-8000-000000000002'),
    reference: 'TD-7K3F-92QX4',
    askingState: ASKING,
    givingState: GIVING,
    use: 'onward_release',
    recipient: { kind: 'state', state: RECIPIENT },
    status: 'asked',
    asked: ['1.1'],
    granted: [],
    askedAt: NOW,
    decidedAt: null,
    endsOn: null,
    endsAt: null,
    withdrawnAt: null,
    uses: 0,
    lastUsedAt: null,
    version: 1,
  };
}

function granted(): Consent {
  const result = act(asked(), GRANT);
  if (!result.ok) throw new Error(result.denial.code);
  return result.value;
}
