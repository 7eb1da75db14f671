import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { advanceClocks } from './advance-clocks.js';
import { calendarDenial, type CalendarDraft } from './calendar-rules.js';
import { calendarless, uncoveredFrom, uncoveredStates, type StateCalendar } from './calendar.js';
import { missesOf, type ClockReading, type Unit } from './clock.js';
import { corrected, correctedByZones } from './correction.js';
import { countedWith, zoneDataOf } from './counted-with.js';
import { dueAtOf, lastDayOf } from './due.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

const QM = stateCode('QM');
const NOW = new Date('2026-03-03T12:00:00Z');
const GOOD: CalendarDraft = {
  timeZone: 'Europe/Paris',
  weekend: [6, 7],
  holidays: [{ on: '2026-03-06', name: 'Founding Day' }],
  source: 'Law of 3 May 1994',
  coveredUntil: '2026-12-31',
};

describe('a calendar', () => {
  it.each([
    ['in a zone that is not one', { timeZone: 'Europe/Nowhere' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    ['that is only an offset', { timeZone: '+02:00' }, 'TIME_ZONE_UNKNOWN', 'timeZone'],
    ['with no working day', { weekend: [1, 2, 3, 4, 5, 6, 7] }, 'CALENDAR_NEVER_WORKS', 'weekend'],
    ['with a day named twice', { holidays: [...GOOD.holidays, ...GOOD.holidays] }, 'HOLIDAYS_OVERLAP', 'holidays.1.on'],
    ['with a holiday beyond its end', { coveredUntil: '2026-03-05' }, 'HOLIDAY_NOT_COVERED', 'holidays.0.on'],
    ['that is over', { holidays: [], coveredUntil: '2026-03-02' }, 'COVERAGE_PAST', 'coveredUntil'],
    [
      'whose holidays leave no day',
      { holidays: everyDay('2026-03-01', 40), coveredUntil: '2026-04-09' },
      'CALENDAR_NEVER_WORKS',
      'holidays',
    ],
  ])('%s is refused', (_, change, code, field) => {
    expect(calendarDenial({ ...GOOD, ...change }, NOW)).toMatchObject({ code, field });
  });

  it('is accepted otherwise, also without any weekend', () => {
    expect(calendarDenial(GOOD, NOW)).toBeNull();
    expect(calendarDenial({ ...GOOD, weekend: [] }, NOW)).toBeNull();
  });

  it('may be all holidays for less than a week ahead: whether its State ever works is not known by then', () => {
    const holidays = (days: number) => ({ holidays: everyDay('2026-03-03', days) });
    expect(calendarDenial({ ...GOOD, ...holidays(7), coveredUntil: '2026-03-09' }, NOW)).toBeNull();
    expect(calendarDenial({ ...GOOD, ...holidays(8), coveredUntil: '2026-03-10' }, NOW)).toMatchObject({
      code: 'CALENDAR_NEVER_WORKS',
    });
  });

  it('warns of the States whose next 90 days are not covered, each from its own today', () => {
    const now = new Date('2026-03-03T12:00:00Z');
    const coverage = (state: string, timeZone: string, coveredUntil: string | null) => ({
      state: stateCode(state),
      timeZone,
      coveredUntil,
    });
    // It is the 4th there by now.
    expect(
      uncoveredStates(
        [
          coverage('QM', 'Europe/Paris', '2026-06-01'),
          coverage('QN', 'Pacific/Kiritimati', '2026-06-01'),
          coverage('QS', 'Pacific/Kiritimati', '2026-06-02'),
          coverage('QR', 'Europe/Paris', null),
          coverage('QT', 'Nowhere/At-All', '2026-06-01'),
        ],
        now,
      ),
    ).toEqual(['QN', 'QR']);
  });

  it('warns when the next 90 days are not covered', () => {
    const until = (coveredUntil: string | null): string | null => uncoveredFrom({ ...calendar(1), coveredUntil }, '2026-03-03');
    expect(until(null)).toBe('2026-03-03');
    expect(until('2026-01-01')).toBe('2026-03-03');
    expect(until('2026-05-31')).toBe('2026-06-01');
    expect(until('2026-06-01')).toBeNull();
  });
});

describe('newer zone data', () => {
  /** As a desk with older zone data would have told it: the day ends an hour later there. */
  const older = (unit: Unit): ClockReading => {
    const told = reading(unit, 5);
    return countedWith({ ...told, dueAt: new Date(told.dueAt.getTime() + 3_600_000) }, '2025c');
  };

  it('touch nothing that is settled, or that they do not change', () => {
    expect(correctedByZones({ ...older('calendar_days'), state: 'settled' }, '2026f', NOW)).toBeNull();
    expect(correctedByZones(reading('hours', 40), '2026f', NOW)).toBeNull();
    expect(correctedByZones(reading('working_days', 5, ['2026-03-06']), '2026f', NOW)).toBeNull();
  });

  it.each<Unit>(['calendar_days', 'working_days', 'months'])('move the date of %s, and keep the one before beside it', (unit) => {
    const before = older(unit);
    const after = correctedByZones(before, '2026f', NOW);
    expect(after?.dueAt.getTime()).toBe(before.dueAt.getTime() - 3_600_000);
    expect(after).toMatchObject({ timeZone: before.timeZone, missedAt: null, version: before.savedVersion + 1 });
    expect(after?.intervals[0]).toMatchObject({
      zoneData: '2026f',
      recomputed: [{ at: NOW, dueBefore: before.dueAt, zoneData: '2026f' }],
    });
    expect(after?.intervals[0]?.calendar).toEqual(before.intervals[0]?.calendar);
    expect(after && zoneDataOf(after)).toBe('2026f');
    expect(after && correctedByZones({ ...after, savedVersion: after.version }, '2026f', NOW)).toBeNull();
  });

  it('move a date while its clock is paused too', () => {
    const before = older('calendar_days');
    const [running] = before.intervals;
    const until = new Date('2026-03-03T00:00:00Z');
    const paused: ClockReading = {
      ...before,
      state: 'paused',
      intervals: [
        { ...running!, to: until },
        { state: 'paused', from: until, to: null, cause: 'spec.moved' },
      ],
    };
    expect(correctedByZones(paused, '2026f', NOW)).toMatchObject({ state: 'paused', missedAt: null });
    expect(corrected(paused, { ...calendar(2), timeZone: 'Asia/Tokyo' }, NOW)).toMatchObject({
      state: 'paused',
      timeZone: 'Asia/Tokyo',
    });
  });

  it('make no State late, and un-miss nothing', () => {
    const before = older('calendar_days');
    const within = new Date(before.dueAt.getTime() - 60_000);
    expect(correctedByZones(before, '2026f', within)).toBeNull();
    const missed = correctedByZones(before, '2026f', new Date(before.dueAt.getTime()));
    expect(missed && missesOf(missed)).toEqual([before.dueAt]);
  });
});

describe('a corrected calendar', () => {
  it('does not touch what is settled, what is counted in hours, and what it does not change', () => {
    const later = calendar(2, ['2026-03-06']);
    expect(corrected({ ...reading('working_days', 5), state: 'settled' }, later, NOW)).toBeNull();
    expect(corrected(reading('hours', 40), { ...later, timeZone: 'Asia/Tokyo' }, NOW)).toBeNull();
    expect(corrected(reading('calendar_days', 5), later, NOW)).toBeNull();
    expect(corrected(reading('working_days', 5), calendar(2, ['2026-07-14']), NOW)).toBeNull();
  });

  it('does not make a State late', () => {
    const before = reading('working_days', 2, ['2026-03-03', '2026-03-04', '2026-03-05']);
    expect(corrected(before, calendar(2), new Date('2026-03-06T12:00:00Z'))).toBeNull();
  });

  it('does not un-miss what was missed, whether or not a sweep had come by', () => {
    const before = reading('working_days', 2);
    const after = corrected(before, calendar(2, ['2026-03-03', '2026-03-04', '2026-03-05']), new Date('2026-03-05T12:00:00Z'));
    expect(lastDay(after)).toBe('2026-03-09');
    expect(after && missesOf(after)).toEqual([before.dueAt]);
  });

  it('moves the date and keeps the one before visible, with the version that moved it', () => {
    const before = reading('working_days', 5);
    const after = corrected(before, calendar(2, ['2026-03-06']), NOW);
    expect([lastDay(before), lastDay(after)]).toEqual(['2026-03-09', '2026-03-10']);
    expect(after).toMatchObject({ firstDueAt: before.firstDueAt, missedAt: null, version: before.savedVersion + 1 });
    expect(after?.intervals[0]).toMatchObject({
      calendar: { version: 2 },
      recomputed: [{ at: NOW, dueBefore: before.dueAt, calendarVersion: 2 }],
    });
  });

  it('moves the end of the day when the zone was wrong', () => {
    const after = corrected(reading('calendar_days', 7), { ...calendar(2), timeZone: 'Asia/Tokyo' }, NOW);
    expect(after?.dueAt.toISOString()).toBe('2026-03-09T15:00:00.000Z');
    expect(after?.timeZone).toBe('Asia/Tokyo');
  });

  it('always gives the date that the intervals give, and the same again when it comes twice', () => {
    const offsets = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(offsets, offsets, fc.integer({ min: 1, max: 30 }), (one, other, length) => {
        const before = reading('working_days', length, datesOf(one));
        const next = calendar(2, datesOf(other));
        const after = corrected(before, next, NOW);
        if (!after) return;
        expect(dueAtOf(after.intervals, after.timeZone)).toEqual(after.dueAt);
        expect(corrected({ ...after, savedVersion: after.version }, next, NOW)).toBeNull();
      }),
    );
  });
});

function calendar(version: number, holidays: readonly string[] = []): StateCalendar {
  return { ...calendarless(QM, 'Europe/Paris'), version, holidays: holidays.map((on) => ({ on, name: 'Day' })) };
}

function reading(unit: Unit, length: number, holidays: readonly string[] = []): ClockReading {
  const period = { unit, length, start: 'receipt' } as const;
  const [made] = advanceClocks([], {
    clocks: { response: 'runs' },
    at: new Date('2026-03-02T10:00:00Z'),
    cause: 'spec.moved',
    parties: {
      requesting: { state: stateCode('QR'), timeZone: 'UTC' },
      requested: { state: QM, timeZone: 'Europe/Paris', calendar: calendar(1, holidays) },
    },
    profile: { ...ITI_DEFAULT, periods: { ...ITI_DEFAULT.periods, response: { routine: period, urgent: period } } },
    priority: 'routine',
  });
  return made as ClockReading;
}

function lastDay(read: ClockReading | null): string | null {
  return read && lastDayOf(read.dueAt, read.timeZone);
}

function datesOf(offsets: readonly number[]): readonly string[] {
  return offsets.map((days) => new Date(Date.UTC(2026, 2, 2 + days)).toISOString().slice(0, 10));
}

function everyDay(from: string, count: number): readonly { on: string; name: string }[] {
  const start = Date.parse(from);
  return Array.from({ length: count }, (_, day) => ({
    on: new Date(start + day * 86_400_000).toISOString().slice(0, 10),
    name: 'Day',
  }));
}
