import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import {
  PROFILE_ACT_NAMES,
  STANDINGS,
  actDenial,
  actsOpenTo,
  asDeadlineProfile,
  bilateralId,
  inPrecedence,
  type BilateralProfile,
  type ProfileTerms,
} from './bilateral-profile.js';
import type { Clock } from './clock.js';
import { DEFAULT_ESCALATION, inOrderOfShares, type Escalation } from './escalation.js';
import { precedenceDenial, termsDenial } from './profile-contradictions.js';
import { profileFor } from './profile-for.js';
import { periodsOf, termOf, type Period, type Urgency } from './profile.js';
import { SHIPPED_PROFILES } from './profiles.js';
import { EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';

const [QM, QR, QN] = [stateCode('QM'), stateCode('QR'), stateCode('QN')];
const TERMS: ProfileTerms = {
  source: { sentence: 'Police cooperation agreement, art. 7(2)', citation: 'TS 2024/118' },
  legalBases: ['BILATERAL'],
  priorities: [],
  precedence: 10,
  periods: ITI_DEFAULT.periods,
  pauses: 'pauses',
  onMiss: 'recorded',
};

function aProfile(change: Partial<BilateralProfile> = {}): BilateralProfile {
  return {
    id: 'BILATERAL-QM-QR-1',
    version: 1,
    proposingState: QR,
    otherState: QM,
    standing: 'agreed',
    terms: TERMS,
    proposedAt: new Date('2026-01-10T09:00:00Z'),
    answeredAt: new Date('2026-01-12T09:00:00Z'),
    endedAt: null,
    ...change,
  };
}

function withPeriod(clock: Clock, urgency: Urgency, period: Partial<Period>): ProfileTerms {
  const { periods } = TERMS;
  const ofClock = periodsOf({ periods }, clock);
  const changed = { ...(ofClock[urgency] ?? ofClock.urgent), ...period };
  return { ...TERMS, periods: { ...periods, [clock]: { ...ofClock, [urgency]: changed } } };
}

function withSteps(urgent: Escalation): ProfileTerms {
  return { ...TERMS, escalation: { routine: DEFAULT_ESCALATION.routine, urgent } };
}

describe('a profile that contradicts itself', () => {
  it.each([
    [
      'a response due at once',
      withPeriod('response', 'urgent', { length: 0 }),
      'PROFILE_LENGTH_ZERO',
      'periods.response.urgent.length',
    ],
    [
      'an acknowledgement in no hours',
      withPeriod('acknowledgement', 'urgent', { unit: 'hours', length: 0 }),
      'PROFILE_LENGTH_ZERO',
      'periods.acknowledgement.urgent.length',
    ],
    [
      'ten years',
      withPeriod('response', 'routine', { length: 3_650 }),
      'PROFILE_LENGTH_TOO_LONG',
      'periods.response.routine.length',
    ],
    [
      'ten years of months',
      withPeriod('information', 'routine', { unit: 'months', length: 120 }),
      'PROFILE_LENGTH_TOO_LONG',
      'periods.information.routine.length',
    ],
    [
      'a response counted from an act',
      withPeriod('response', 'routine', { start: 'act' }),
      'PROFILE_START_CONTRADICTS',
      'periods.response.routine.start',
    ],
    [
      'a clarification counted from the receipt of the request',
      withPeriod('clarification', 'urgent', { start: 'receipt' }),
      'PROFILE_START_CONTRADICTS',
      'periods.clarification.urgent.start',
    ],
    [
      'urgent longer than routine',
      withPeriod('response', 'urgent', { length: 31 }),
      'PROFILE_URGENT_LONGER',
      'periods.response.urgent.length',
    ],
    [
      'urgent longer than routine in another unit',
      withPeriod('response', 'urgent', { unit: 'working_days', length: 25 }),
      'PROFILE_URGENT_LONGER',
      'periods.response.urgent.length',
    ],
    [
      'direct access slower than urgent',
      withPeriod('response', 'urgent_direct', { unit: 'hours', length: 100 }),
      'PROFILE_DIRECT_LONGER',
      'periods.response.urgentDirect.length',
    ],
    [
      'an acknowledgement due after the response',
      withPeriod('response', 'routine', { length: 5 }),
      'PROFILE_ACKNOWLEDGEMENT_LONGER',
      'periods.acknowledgement.routine.length',
    ],
    [
      'an urgent acknowledgement due after the answer from records at hand',
      withPeriod('response', 'urgent_direct', { unit: 'hours', length: 8 }),
      'PROFILE_ACKNOWLEDGEMENT_LONGER',
      'periods.acknowledgement.urgent.length',
    ],
    ['a cap of no days', { ...TERMS, pauses: { cappedDays: 0 } }, 'PROFILE_CAP_ZERO', 'capDays'],
    [
      'two steps at the same share',
      withSteps([
        { share: 50, tells: ['acting.assigned'] },
        { share: 80, tells: ['acting.assigned'] },
        { share: 50, tells: ['acting.supervisor'] },
      ]),
      'PROFILE_STEP_TWICE',
      'escalation.urgent.2.share',
    ],
    ['a cap of ten years', { ...TERMS, pauses: { cappedDays: 3_650 } }, 'PROFILE_CAP_TOO_LONG', 'capDays'],
  ])('is denied for %s, naming the field', (_, terms, code, field) => {
    expect(termsDenial(terms)).toMatchObject({ code, field });
  });

  it('is not one that ships', () => {
    for (const { periods, pauses, onMiss } of SHIPPED_PROFILES) {
      expect(termsDenial({ ...TERMS, periods, pauses, onMiss })).toBeNull();
    }
  });

  it('is one of two that a request could not choose between', () => {
    const other = aProfile({ id: 'BILATERAL-QM-QR-2' });
    expect(precedenceDenial(TERMS, [other])).toMatchObject({
      code: 'PROFILE_PRECEDENCE_TAKEN',
      field: 'precedence',
      details: { profile: 'BILATERAL-QM-QR-2' },
    });
    expect(precedenceDenial({ ...TERMS, precedence: 11 }, [other])).toBeNull();
    expect(precedenceDenial({ ...TERMS, legalBases: ['ITI'] }, [other])).toBeNull();
    expect(precedenceDenial({ ...TERMS, legalBases: [] }, [other])).not.toBeNull();
  });
});

describe('what two States may do about a profile', () => {
  it('is to answer what the other proposed, to take back what one proposed, and to end what both agreed', () => {
    const open = STANDINGS.map((standing) => [
      standing,
      actsOpenTo(aProfile({ standing }), QR),
      actsOpenTo(aProfile({ standing }), QM),
    ]);
    expect(open).toEqual([
      ['proposed', ['withdraw'], ['agree', 'decline']],
      ['agreed', ['end'], ['end']],
      ['declined', [], []],
      ['withdrawn', [], []],
      ['replaced', [], []],
      ['ended', [], []],
    ]);
  });

  it('never lets a State agree to its own proposal, and says how the profile stands', () => {
    expect(actDenial(aProfile({ standing: 'proposed' }), 'agree', QR)?.code).toBe('PROFILE_ACT_OF_OTHER_STATE');
    for (const act of PROFILE_ACT_NAMES) {
      expect(actDenial(aProfile({ standing: 'declined' }), act, QM)).toMatchObject({
        code: 'PROFILE_ACT_NOT_OPEN',
        details: { standing: 'declined' },
      });
    }
  });

  it('is about one name, whoever proposes', () => {
    expect(bilateralId(QR, QM, 2)).toBe('BILATERAL-QM-QR-2');
    expect(bilateralId(QM, QR, 2)).toBe('BILATERAL-QM-QR-2');
  });
});

describe('a request between two States that agreed on profiles', () => {
  const facts = { legalBasis: 'BILATERAL', priority: 'routine', states: [QM, QR] } as const;

  it('is under none that is only proposed, declined, replaced or ended', () => {
    for (const standing of STANDINGS.filter((one) => one !== 'agreed')) {
      expect(profileFor(facts, inPrecedence([aProfile({ standing })]))).toBe(ITI_DEFAULT);
    }
  });

  it('is under the first by precedence that fits it, and under none of a third State', () => {
    const urgent = aProfile({ id: 'BILATERAL-QM-QR-2', terms: { ...TERMS, priorities: ['urgent'], precedence: 1 } });
    const later = aProfile({ id: 'BILATERAL-QM-QR-3', terms: { ...TERMS, precedence: 20 } });
    const chosen = (change: Partial<Parameters<typeof profileFor>[0]>): string =>
      profileFor({ ...facts, ...change }, inPrecedence([later, aProfile(), urgent])).id;
    expect(chosen({})).toBe('BILATERAL-QM-QR-1');
    expect(chosen({ priority: 'urgent' })).toBe('BILATERAL-QM-QR-2');
    expect(chosen({ states: [QR, QM] })).toBe('BILATERAL-QM-QR-1');
    expect(chosen({ states: [QM, QN] })).toBe('ITI-DEFAULT');
    expect(chosen({ legalBasis: 'ITI' })).toBe('ITI-DEFAULT');
  });

  it('is under the agreement before any convention, where the agreement is for every basis', () => {
    const all = aProfile({ terms: { ...TERMS, legalBases: [] } });
    const [QV, eu] = [stateCode('QV'), { ...facts, legalBasis: 'EU_2023_977' }];
    expect(profileFor({ ...eu, states: [QV, QR] }, [])).toBe(EU_2023_977);
    expect(profileFor(eu, inPrecedence([all])).id).toBe('BILATERAL-QM-QR-1');
  });
});

describe('whom two States bring a period to as it runs out', () => {
  it('is as of every profile, where they agreed on nothing else', () => {
    const profile = asDeadlineProfile(aProfile());
    expect(termOf(profile, 'response', 'routine').escalation).toEqual(DEFAULT_ESCALATION.routine);
    expect(termOf(profile, 'response', 'urgent_direct').escalation).toEqual(DEFAULT_ESCALATION.urgent);
  });

  it('is frozen in the count of a request as they agreed on it, in the order of the shares', () => {
    const early = { share: 10, tells: ['waiting.office'] } as const;
    const late = { share: 200, tells: ['acting.supervisor', 'waiting.supervisor'] } as const;
    const escalation = inOrderOfShares({ routine: [late, early], urgent: [early] });
    const profile = asDeadlineProfile(aProfile({ terms: { ...TERMS, escalation } }));
    expect(termOf(profile, 'response', 'routine').escalation).toEqual([early, late]);
    expect(termOf(profile, 'information', 'urgent').escalation).toEqual([early]);
  });
});
