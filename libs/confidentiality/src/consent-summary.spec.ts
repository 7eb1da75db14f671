import { describe, expect, it } from '@jest/globals';
import type { ClockReading } from '@tracedesk/deadlines/core';
import { idOf, ROLES, stateCode, type ConsentId, type Officer, type RequestId, type Role } from '@tracedesk/kernel';
import type { Consent } from './consent.js';
import { consentSummaryOf } from './consent-summary.js';

const [ASKING, GIVING] = [stateCode('QR'), stateCode('QN')];
const NOW = new Date('2026-03-02T09:00:00Z');
const CONSENT: Consent = {
  id: idOf<ConsentId>('0199a7a0-0000-7000-8000-000000000001'),
  requestId: idOf<RequestId>('0199a7a0-0000-7000-8000-000000000002'),
  reference: 'TD-7K3F-92QX4',
  askingState: ASKING,
  givingState: GIVING,
  use: 'evidential_use',
  recipient: { kind: 'authority' },
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
const reader = (role: Role, state = GIVING): Officer => ({
  kind: 'person',
  personId: idOf('11111111-1111-4111-8111-111111111111'),
  sessionId: idOf('22222222-2222-4222-8222-222222222222'),
  state,
  role,
});
const DUE = new Date('2026-03-09T23:00:00Z');
const READING = {
  ...{ state: 'runs', actingState: GIVING, timeZone: 'Europe/Oslo', intervals: [], firstDueAt: DUE, dueAt: DUE },
  ...{ settledAt: null, missedAt: null, profile: 'iti', profileVersion: 1, version: 1, savedVersion: 1 },
  clock: 'consent_answer',
} as unknown as ClockReading;

describe('a consent as one reader sees it', () => {
  it.each(ROLES)('offers acts to officers and contact points, and to nobody who only reads: %s', (role) => {
    const acts = ['tracing_officer', 'contact_point'].includes(role) ? ['grant', 'refuse'] : [];
    expect(consentSummaryOf(CONSENT, reader(role), NOW, undefined).acts).toEqual(acts);
  });

  it('says on which side the reader is, whether the leave is in force, and nothing of a clock there is not', () => {
    const endsAt = new Date(NOW.getTime() + 1);
    const granted: Consent = { ...CONSENT, status: 'granted', granted: ['1.1'], endsAt };
    expect(consentSummaryOf(CONSENT, reader('supervisor'), NOW, undefined)).toEqual({
      ...CONSENT,
      side: 'giving',
      inForce: false,
      deadline: null,
      acts: [],
    });
    const askers = reader('tracing_officer', ASKING);
    expect(consentSummaryOf(granted, askers, NOW, undefined)).toMatchObject({ side: 'asking', inForce: true, acts: ['use'] });
    expect(consentSummaryOf(granted, askers, endsAt, undefined)).toMatchObject({ inForce: false, acts: [] });
  });

  it('tells until when the giver has to answer, and from that instant on that it is overdue', () => {
    const deadlineAt = (now: Date) => consentSummaryOf(CONSENT, reader('auditor'), now, READING).deadline;
    expect(deadlineAt(NOW)).toEqual({
      ...{ state: 'runs', actingState: GIVING, timeZone: 'Europe/Oslo', dueAt: DUE, settledAt: null, missedAt: null },
      ...{ overdue: false, profile: 'iti' },
    });
    expect(deadlineAt(DUE)?.overdue).toBe(true);
  });
});
