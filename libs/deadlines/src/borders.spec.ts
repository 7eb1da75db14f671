import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import type { ProfileTerms } from './bilateral-profile.js';
import { calendarDenial, type CalendarDraft } from './calendar-rules.js';
import { COVERAGE_DAYS, uncoveredFrom } from './calendar.js';
import {
  CLOCK_NAMES,
  UNITS,
  isOverdue,
  missesOf,
  nextDueAt,
  ticks,
  type Clock,
  type ClockReading,
  type ClockState,
  type Unit,
} from './clock.js';
import { periodInMilliseconds } from './period.js';
import { LONGEST, LONGEST_CAP_DAYS, termsDenial } from './profile-contradictions.js';
import type { Period, Urgency } from './profile.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

// The least and the last value that each rule permits, the first on either side that it does not, and the very instant at which something is due.

const URGENCIES = ['routine', 'urgent', 'urgent_direct'] as const satisfies readonly Urgency[];
const START = {
  acknowledgement: 'receipt',
  response: 'receipt',
  information: 'act',
  clarification: 'act',
  consent: 'act',
} as const;
const FIELD = { routine: 'routine', urgent: 'urgent', urgent_direct: 'urgentDirect' } as const;
const EVERY = CLOCK_NAMES.flatMap((clock) => URGENCIES.map((urgency) => [clock, urgency] as const));

describe('a period that two States agree on', () => {
  describe.each(UNITS)('in %s', (unit) => {
    it('may be as long as the longest, for every clock and urgency, and not by one longer', () => {
      expect(termsDenial(termsOf(unit, LONGEST[unit]))).toBeNull();
      for (const [clock, urgency] of EVERY) {
        const longer = changed(termsOf(unit, LONGEST[unit]), clock, urgency, { length: LONGEST[unit] + 1 });
        expect(termsDenial(longer)).toEqual({
          code: 'PROFILE_LENGTH_TOO_LONG',
          field: `periods.${clock}.${FIELD[urgency]}.length`,
          details: { found: LONGEST[unit] + 1, most: LONGEST[unit], unit },
        });
      }
    });

    it('may be one, and none only where it is the acknowledgement of the same day', () => {
      expect(termsDenial(termsOf(unit, 1))).toBeNull();
      for (const [clock, urgency] of EVERY) {
        const none = changed(termsOf(unit, 1), clock, urgency, { length: 0 });
        const sameDay = clock === 'acknowledgement' && unit === 'calendar_days';
        expect([clock, urgency, termsDenial(none)?.code !== 'PROFILE_LENGTH_ZERO']).toEqual([clock, urgency, sameDay]);
      }
    });

    it('may be as long where it is more urgent, and not by one longer', () => {
      for (const clock of CLOCK_NAMES) {
        const urgent = changed(changed(termsOf(unit, 10), clock, 'urgent', { length: 11 }), clock, 'urgent_direct', {
          length: 11,
        });
        expect(termsDenial(urgent)).toMatchObject({ code: 'PROFILE_URGENT_LONGER', field: `periods.${clock}.urgent.length` });
        const direct = changed(termsOf(unit, 10), clock, 'urgent_direct', { length: 11 });
        expect(termsDenial(direct)).toMatchObject({
          code: 'PROFILE_DIRECT_LONGER',
          field: `periods.${clock}.urgentDirect.length`,
        });
      }
    });

    it('may end with the response where it is for the acknowledgement, and not after it', () => {
      const response = (length: number): ProfileTerms =>
        URGENCIES.reduce((terms, urgency) => changed(terms, 'response', urgency, { length }), termsOf(unit, 10));
      expect(termsDenial(response(10))).toBeNull();
      expect(termsDenial(response(9))).toMatchObject({ code: 'PROFILE_ACKNOWLEDGEMENT_LONGER' });
    });
  });

  it.each([
    [0, 'PROFILE_CAP_ZERO'],
    [1, undefined],
    [LONGEST_CAP_DAYS, undefined],
    [LONGEST_CAP_DAYS + 1, 'PROFILE_CAP_TOO_LONG'],
  ])('may cap pauses at %d days: %s', (cappedDays, code) => {
    expect(termsDenial({ ...termsOf('calendar_days', 10), pauses: { cappedDays } })?.code).toBe(code);
  });
});

describe('a clock at the very instant at which it is due', () => {
  it.each(['acknowledgement', 'response', 'information', 'clarification'] as const)(
    '%s: is missed; a moment before, it is not',
    (clock) => {
      const [running] = advanceClocks([], aMove({ [clock]: 'runs' }, new Date('2026-03-02T10:00:00Z')));
      const dueAt = running!.dueAt.getTime();
      for (const [at, late] of [
        [dueAt - 1, false],
        [dueAt, true],
        [dueAt + 1, true],
      ] as const) {
        expect(isOverdue(running!, new Date(at))).toBe(late);
        const [settled] = advanceClocks([running!], aMove({ [clock]: 'settled' }, new Date(at)));
        expect(missesOf(settled!)).toEqual(late ? [new Date(dueAt)] : []);
        const [ended] = advanceClocks([running!], aMove({ [clock]: 'off' }, new Date(at)));
        expect(missesOf(ended!)).toEqual(late ? [new Date(dueAt)] : []);
      }
    },
  );

  it('that had ended on silence: a response then is late; a moment before, it is not', () => {
    const [running] = advanceClocks([], aMove({ response: 'runs' }, new Date('2026-03-02T10:00:00Z')));
    const dueAt = running!.dueAt.getTime();
    const [ended] = advanceClocks([running!], aMove({ response: 'off' }, new Date('2026-03-03T10:00:00Z')));
    const misses = (at: number): readonly Date[] =>
      missesOf(advanceClocks([ended!], aMove({ response: 'settled' }, new Date(at)))[0]!);
    expect(misses(dueAt - 1)).toEqual([]);
    expect(misses(dueAt)).toEqual([new Date(dueAt)]);
  });

  it.each([
    ['runs', 'pauses', true],
    ['paused', 'pauses', false],
    ['paused', { cappedDays: 5 }, true],
    ['settled', 'pauses', false],
    ['off', 'pauses', false],
  ] as const)('is overdue only while it ticks: %s, %o', (state, pauses, overdue) => {
    const [running] = advanceClocks([], {
      ...aMove({ response: 'runs' }, new Date('2026-03-02T10:00:00Z')),
      profile: { ...ITI_DEFAULT, pauses },
    });
    const reading: ClockReading = { ...running!, state };
    expect([ticks(reading), isOverdue(reading, reading.dueAt)]).toEqual([overdue, overdue]);
    expect(nextDueAt([reading])).toEqual(overdue ? reading.dueAt : null);
  });
});

describe('a calendar', () => {
  const today = new Date('2026-03-03T12:00:00Z');
  const draft: CalendarDraft = { timeZone: 'UTC', weekend: [6, 7], holidays: [], source: 'Law', coveredUntil: '2026-12-31' };

  it.each([
    ['2026-03-02', 'COVERAGE_PAST'],
    ['2026-03-03', undefined],
  ])('may end with today and not with yesterday: %s', (coveredUntil, code) => {
    expect(calendarDenial({ ...draft, coveredUntil }, today)?.code).toBe(code);
  });

  it.each([
    ['2026-12-31', undefined],
    ['2027-01-01', 'HOLIDAY_NOT_COVERED'],
  ])('may name a holiday on its last day and not on the next: %s', (on, code) => {
    expect(calendarDenial({ ...draft, holidays: [{ on, name: 'Feast' }] }, today)?.code).toBe(code);
  });

  it.each([
    [6, undefined],
    [7, 'CALENDAR_NEVER_WORKS'],
  ])('may leave one working day of seven and not none: %d days off', (off, code) => {
    expect(calendarDenial({ ...draft, weekend: [1, 2, 3, 4, 5, 6, 7].slice(0, off) }, today)?.code).toBe(code);
  });

  it('is enough for 90 days where its last day is the ninetieth from today', () => {
    expect(COVERAGE_DAYS).toBe(90);
    expect(uncoveredFrom({ coveredUntil: '2026-06-01' }, '2026-03-03')).toBeNull();
    expect(uncoveredFrom({ coveredUntil: '2026-05-31' }, '2026-03-03')).toBe('2026-06-01');
    expect(uncoveredFrom({ coveredUntil: '2026-03-03' }, '2026-03-03')).toBe('2026-03-04');
    expect(uncoveredFrom({ coveredUntil: '2026-03-02' }, '2026-03-03')).toBe('2026-03-03');
  });
});

it.each([
  ['PT0S', null],
  ['PT1S', 1_000],
  ['P3660D', 3_660 * 86_400_000],
  ['P3660DT1S', null],
])('a demonstration may move by %s: %s', (period, milliseconds) => {
  expect(periodInMilliseconds(period)).toBe(milliseconds);
});

/** Every clock and urgency there is, each as long as this. */
function termsOf(unit: Unit, length: number): ProfileTerms {
  const periodOf = (clock: Clock): Period => ({ unit, length, start: START[clock] });
  const periods = Object.fromEntries(
    CLOCK_NAMES.map((clock) => [clock, Object.fromEntries(URGENCIES.map((urgency) => [urgency, periodOf(clock)]))]),
  ) as unknown as ProfileTerms['periods'];
  return {
    source: { sentence: 'Agreement', citation: 'TS 1' },
    legalBases: [],
    priorities: [],
    precedence: 1,
    periods,
    pauses: 'pauses',
    onMiss: 'recorded',
  };
}

function changed(terms: ProfileTerms, clock: Clock, urgency: Urgency, change: Partial<Period>): ProfileTerms {
  const ofClock = terms.periods[clock] as Record<Urgency, Period>;
  const periods = { ...terms.periods, [clock]: { ...ofClock, [urgency]: { ...ofClock[urgency], ...change } } };
  return { ...terms, periods };
}

function aMove(clocks: Partial<Record<Clock, ClockState>>, at: Date): ClockMove {
  const parties = {
    requesting: { state: stateCode('QR'), timeZone: 'UTC' },
    requested: { state: stateCode('QM'), timeZone: 'Asia/Kathmandu' },
  };
  return { clocks, at, cause: 'spec.moved', parties, profile: ITI_DEFAULT, priority: 'routine' };
}
