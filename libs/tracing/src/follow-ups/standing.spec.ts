import { describe, expect, it } from '@jest/globals';
import type { Consent } from '@tracedesk/confidentiality/core';
import { idOf, stateCode, type ConsentId, type RequestId } from '@tracedesk/kernel';
import { consentStandingOf, lastAskedFor, standingOf } from './standing.js';

const NOW = new Date('2026-03-02T10:00:00Z');
const LATER = new Date('2026-03-03T00:00:00Z');
const [REQUEST, OTHER] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'].map((id) =>
  idOf<RequestId>(id),
) as [RequestId, RequestId];
const [QM, QN, QS] = ['QM', 'QN', 'QS'].map(stateCode) as [
  Consent['givingState'],
  Consent['givingState'],
  Consent['givingState'],
];

describe('a fact in a draft', () => {
  it.each([
    [true, true, 'travels'],
    [true, false, 'must_leave'],
    [false, true, 'may_join'],
    [false, false, 'stays'],
  ] as const)('that is carried: %s, and may go: %s, %s', (carried, mayGo, standing) =>
    expect(standingOf(carried, mayGo)).toBe(standing),
  );
});

describe('a consent', () => {
  it('is ended once its last day is over, and only where it was granted', () => {
    expect(consentStandingOf({ status: 'granted', endsAt: LATER }, NOW)).toBe('granted');
    expect(consentStandingOf({ status: 'granted', endsAt: NOW }, NOW)).toBe('ended');
    for (const status of ['asked', 'refused', 'withdrawn'] as const)
      expect(consentStandingOf({ status, endsAt: status === 'withdrawn' ? LATER : null }, NOW)).toBe(status);
  });

  it('that was last asked for a fact is the first that fits it in every point', () => {
    const consent = (id: string, changed: object = {}): Consent =>
      ({
        id: id as ConsentId,
        requestId: REQUEST,
        givingState: QM,
        use: 'onward_release',
        recipient: { kind: 'state', state: QS },
        asked: ['1.1'],
        status: 'asked',
        endsAt: null,
        ...changed,
      }) as unknown as Consent;
    const fits = consent('fits');
    const others = [
      consent('a', { requestId: OTHER }),
      consent('b', { givingState: QN }),
      consent('c', { use: 'evidential_use' }),
      consent('d', { recipient: { kind: 'authority' } }),
      consent('e', { recipient: { kind: 'state', state: QN } }),
      consent('f', { asked: ['1.2'] }),
    ];
    const fact = { requestId: REQUEST, name: '1.1.1', giver: QM } as const;
    const last = (...consents: readonly Consent[]) => lastAskedFor(fact, QS, { consents, now: NOW });
    expect(last(...others)).toBeNull();
    expect(last(...others, fits, consent('older'))).toEqual({ id: 'fits', standing: 'asked' });
    expect(last(consent('over', { status: 'granted', endsAt: NOW }))).toEqual({ id: 'over', standing: 'ended' });
  });
});
