import { describe, expect, it } from '@jest/globals';
import { idOf, Sealed, stateCode, type ConsentId, type RequestId, type StateCode } from '@tracedesk/kernel';
import { allowsEvidence, allowsOnward, isInForce, sideOf, type Consent, type ConsentStatus } from './consent.js';
import { actOnConsent, actsOpenTo, askDenial, CONSENT_ACTS, type ConsentCommand } from './consent-lifecycle.js';
import { noticeOfConsent } from './consent-notice.js';

const [ASKING, GIVING, RECIPIENT, THIRD] = ['QR', 'QN', 'QS', 'QM'].map(stateCode) as [
  StateCode,
  StateCode,
  StateCode,
  StateCode,
];
const [EARLIER, NOW] = [new Date('2026-01-05T08:00:00Z'), new Date('2026-03-02T09:00:00Z')];
const END = new Date('2026-06-01T00:00:00Z');
const JUST_BEFORE = new Date(END.getTime() - 1);
const words = Sealed.of('As agreed on the telephone.');
const COMMANDS: { readonly [A in ConsentCommand['act']]: ConsentCommand & { readonly act: A } } = {
  grant: { act: 'grant', names: ['1.1'], endsOn: '2026-05-31' },
  refuse: { act: 'refuse', reason: words },
  withdraw: { act: 'withdraw', reason: words },
  use: { act: 'use', names: ['1.1.2'], purpose: words },
};

/** A consent in which everything is set, so that a move that touches too much is seen. */
const full = (status: ConsentStatus): Consent => ({
  id: idOf<ConsentId>('0199a7a0-0000-7000-8000-000000000001'),
  requestId: idOf<RequestId>('0199a7a0-0000-7000-8000-000000000002'),
  reference: 'TD-7K3F-92QX4',
  askingState: ASKING,
  givingState: GIVING,
  use: 'onward_release',
  recipient: { kind: 'state', state: RECIPIENT },
  status,
  asked: ['1.1', '2.1'],
  granted: ['1.1'],
  askedAt: EARLIER,
  decidedAt: EARLIER,
  endsOn: '2026-04-30',
  endsAt: END,
  withdrawnAt: EARLIER,
  uses: 4,
  lastUsedAt: EARLIER,
  version: 7,
});

const sideOfAct = { grant: GIVING, refuse: GIVING, withdraw: GIVING, use: ASKING };
const after = (act: ConsentCommand['act'], consent: Consent, said: object = {}, facts: object = {}) =>
  actOnConsent(
    consent,
    { ...COMMANDS[act], ...said },
    {
      state: sideOfAct[act],
      now: NOW,
      today: '2026-03-02',
      endsAt: END,
      ...facts,
    },
  );

describe('what an act leaves of a consent in which everything was set', () => {
  it.each([
    ['grant', 'asked', { status: 'granted', granted: ['1.1'], endsOn: '2026-05-31', endsAt: END, decidedAt: NOW }],
    ['refuse', 'asked', { status: 'refused', decidedAt: NOW }],
    ['withdraw', 'granted', { status: 'withdrawn', withdrawnAt: NOW }],
    ['use', 'granted', { status: 'granted', uses: 5, lastUsedAt: NOW }],
  ] as const)('%s changes exactly these fields', (act, from, changed) => {
    expect(after(act, full(from))).toEqual({ ok: true, value: { ...full(from), ...changed, version: 8 } });
  });
});

describe('what is denied', () => {
  const denialOf = (...asked: Parameters<typeof after>) => {
    const result = after(...asked);
    return result.ok ? null : result.denial;
  };

  it.each(CONSENT_ACTS)('%s to the other State, by the paragraph that says whose it is', (act) => {
    const other = act === 'use' ? GIVING : ASKING;
    const paragraph = act === 'use' ? '15' : '15(c)';
    expect(denialOf(act, full('asked'), {}, { state: other })).toEqual({ code: 'CONSENT_ACT_OF_OTHER_STATE', paragraph });
    expect(denialOf(act, full('asked'), {}, { state: THIRD })).toEqual({ code: 'CONSENT_NOT_FOUND' });
  });

  it.each(CONSENT_ACTS)('%s at any status but one', (act) => {
    const open = act === 'grant' || act === 'refuse' ? 'asked' : 'granted';
    for (const status of (['asked', 'granted', 'refused', 'withdrawn'] as const).filter((one) => one !== open))
      expect(denialOf(act, full(status))).toEqual({ code: 'CONSENT_ACT_NOT_OPEN', details: { act, status } });
  });

  it('a leave for more than was asked, for nothing, or that is over', () => {
    const beyond = { code: 'CONSENT_SCOPE_BEYOND_ASKED', field: 'names', paragraph: '15(c)' };
    for (const names of [[], ['1.1', '1.2'], ['1.2', '1.1']]) expect(denialOf('grant', full('asked'), { names })).toEqual(beyond);
    const past = { code: 'CONSENT_END_PAST', field: 'endsOn', details: { today: '2026-03-02' } };
    expect(denialOf('grant', full('asked'), { endsOn: '2026-03-01' })).toEqual(past);
    expect(denialOf('grant', full('asked'), {}, { endsAt: null })).toEqual(past);
    expect(denialOf('grant', full('asked'), { endsOn: '2026-03-02' })).toBeNull();
  });

  it('a use of more than was allowed, of nothing, or from the end on', () => {
    const exceeded = { code: 'CONSENT_SCOPE_EXCEEDED', field: 'names', paragraph: '15(c)' };
    for (const names of [[], ['1.1', '2.1'], ['2.1', '1.1']])
      expect(denialOf('use', full('granted'), { names })).toEqual(exceeded);
    expect(denialOf('use', full('granted'), {}, { now: END })).toEqual({ code: 'CONSENT_ENDED', paragraph: '15(c)' });
    expect(denialOf('use', full('granted'), {}, { now: JUST_BEFORE })).toBeNull();
  });

  it('to ask for leave to tell a party, or of what was never given', () => {
    const parties = { askingState: ASKING, givingState: GIVING, given: ['1.1', '1.2'] };
    const ask = (recipientState: StateCode | null, names: readonly string[]) =>
      askDenial({ use: 'onward_release', recipientState, names }, parties)?.denial;
    const party = { code: 'CONSENT_RECIPIENT_IS_PARTY', field: 'recipient.state', paragraph: '15(c)' };
    expect([ask(ASKING, ['1.1']), ask(GIVING, ['1.1'])]).toEqual([party, party]);
    expect(ask(null, ['1.1', '2.1'])).toEqual({ code: 'CONSENT_INFORMATION_UNKNOWN', field: 'names' });
    expect([ask(null, ['1.1', '1.2']), ask(RECIPIENT, ['1.2'])]).toEqual([undefined, undefined]);
  });
});

describe('the acts that are open', () => {
  it.each([
    ['asked', GIVING, ['grant', 'refuse']],
    ['granted', GIVING, ['withdraw']],
    ['granted', ASKING, ['use']],
    ['asked', ASKING, []],
    ['refused', GIVING, []],
    ['refused', ASKING, []],
    ['withdrawn', GIVING, []],
    ['withdrawn', ASKING, []],
    ['granted', THIRD, []],
  ] as const)('of a consent that is %s, to %s: %j', (status, state, acts) => {
    expect(actsOpenTo(full(status), state, NOW)).toEqual(acts);
  });

  it('after the end are the withdrawal only', () => {
    expect([actsOpenTo(full('granted'), ASKING, JUST_BEFORE), actsOpenTo(full('granted'), ASKING, END)]).toEqual([['use'], []]);
    expect(actsOpenTo(full('granted'), GIVING, END)).toEqual(['withdraw']);
  });
});

describe('a leave', () => {
  it('is in force while it is granted, until the instant of its end', () => {
    const inForce = (status: ConsentStatus, endsAt: Date | null, now: Date) => isInForce({ status, endsAt }, now);
    expect([inForce('granted', END, JUST_BEFORE), inForce('granted', END, END), inForce('granted', null, NOW)]).toEqual([
      true,
      false,
      false,
    ]);
    for (const status of ['asked', 'refused', 'withdrawn'] as const) expect(inForce(status, END, NOW)).toBe(false);
  });

  it('for courts is none for another State, and a leave for another State none for courts', () => {
    const evidence: Consent = { ...full('granted'), use: 'evidential_use' };
    expect(allowsEvidence(full('granted'), { name: '1.1', now: NOW })).toBe(false);
    expect(allowsOnward(evidence, { name: '1.1', to: RECIPIENT, now: NOW })).toBe(false);
    expect(allowsEvidence(evidence, { name: '1.1.2', now: JUST_BEFORE })).toBe(true);
    expect(allowsEvidence(evidence, { name: '2.1', now: NOW })).toBe(false);
    expect(allowsEvidence(evidence, { name: '1.1', now: END })).toBe(false);
    expect(allowsEvidence({ ...evidence, status: 'withdrawn' }, { name: '1.1', now: NOW })).toBe(false);
  });

  it('for an authority lets nothing go to a State', () => {
    const consent: Consent = { ...full('granted'), recipient: { kind: 'authority' } };
    expect(allowsOnward(consent, { name: '1.1', to: RECIPIENT, now: NOW })).toBe(false);
    expect(allowsOnward(full('granted'), { name: '1.1', to: RECIPIENT, now: NOW })).toBe(true);
  });

  it('has two sides, and a third State is on none', () => {
    expect([ASKING, GIVING, THIRD].map((state) => sideOf(full('asked'), state))).toEqual(['asking', 'giving', null]);
  });
});

describe('the notice of an act', () => {
  it.each([
    [ASKING, GIVING],
    [GIVING, ASKING],
  ])('of %s goes to %s, and says that it happened, under which request: not for what, for whom or why', (acting, told) => {
    expect(noticeOfConsent(full('granted'), 'consent.used', acting)).toEqual({
      state: told,
      queue: 'notices',
      job: 'write-notice',
      payload: {
        state: told,
        kind: 'consent.used',
        requestId: '0199a7a0-0000-7000-8000-000000000002',
        reference: 'TD-7K3F-92QX4',
        occasion: '0199a7a0-0000-7000-8000-000000000001_7',
      },
    });
  });
});
