import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type UsedCalendar } from './calendar.js';
import type { ClockInterval, Term, Unit } from './clock.js';
import { dueAtOf } from './due.js';
import { instantOfShare } from './reminders.js';

const HOUR = 3_600_000;
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Africa/Cairo',
  'Asia/Kathmandu',
];
const CALENDAR: UsedCalendar = { version: 1, weekend: [6, 7], holidays: ['2026-05-01', '2026-12-25'] };

const zone = fc.constantFrom(...ZONES);
const share = fc.integer({ min: 1, max: 200 });
const from = fc.date({ min: new Date('2026-01-01T00:00:00Z'), max: new Date('2027-12-31T00:00:00Z'), noInvalidDate: true });
/** Stretches of running and pausing, in turn, after the first one. */
const turns = fc.array(fc.integer({ min: 1, max: 20 * 24 * HOUR }), { maxLength: 6 });
const term = fc.oneof(
  fc.record({ unit: fc.constantFrom<Unit>('hours'), length: fc.integer({ min: 1, max: 200 }) }),
  fc.record({ unit: fc.constantFrom<Unit>('calendar_days', 'working_days'), length: fc.integer({ min: 0, max: 60 }) }),
  fc.record({ unit: fc.constantFrom<Unit>('months'), length: fc.integer({ min: 1, max: 6 }) }),
);

describe('the instant of a share of a period', () => {
  it('comes earlier the smaller the share is, and at 100 is the due instant', () => {
    fc.assert(
      fc.property(term, from, turns, zone, share, share, (length, start, stretches, timeZone, one, other) => {
        const intervals = aClock(length, start, stretches);
        const [early, late] = [Math.min(one, other), Math.max(one, other)];
        expect(at(intervals, timeZone, early)).toBeLessThanOrEqual(at(intervals, timeZone, late));
        expect(at(intervals, timeZone, 100)).toBe(dueAtOf(intervals, timeZone).getTime());
      }),
    );
  });

  it('is never before the period began, and never inside a pause', () => {
    fc.assert(
      fc.property(term, from, turns, zone, fc.integer({ min: 1, max: 99 }), (length, start, stretches, timeZone, some) => {
        const intervals = aClock(length, start, stretches);
        const instant = at(intervals, timeZone, some);
        expect(instant).toBeGreaterThanOrEqual(start.getTime());
        const due = dueAtOf(intervals, timeZone).getTime();
        const paused = intervals.filter(({ state }) => state === 'paused');
        if (instant < due)
          for (const pause of paused) expect(pause.from.getTime() < instant && instant < Number(pause.to)).toBe(false);
      }),
    );
  });

  it('leaves exactly that share of the running time behind it, to the millisecond', () => {
    fc.assert(
      fc.property(
        from,
        fc.integer({ min: 1, max: 60 }),
        turns,
        zone,
        fc.integer({ min: 1, max: 99 }),
        (start, days, stretches, timeZone, some) => {
          const intervals = aClock({ unit: 'calendar_days', length: days }, start, stretches);
          const due = dueAtOf(intervals, timeZone).getTime();
          const total = ranUntil(intervals, due);
          expect(Math.abs(ranUntil(intervals, at(intervals, timeZone, some)) - (total * some) / 100)).toBeLessThan(1);
        },
      ),
    );
  });

  it('of hours is that share of the hours, whatever the clocks on the wall do', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 200 }), zone, share, (start, length, timeZone, some) => {
        const intervals = aClock({ unit: 'hours', length }, start, []);
        expect(at(intervals, timeZone, some)).toBe(start.getTime() + Math.floor((length * HOUR * some) / 100));
      }),
    );
  });

  it('is moved by a pause before it, by the length of the pause', () => {
    fc.assert(
      fc.property(
        from,
        fc.integer({ min: 10, max: 200 }),
        fc.integer({ min: 1, max: 90 * 24 * HOUR }),
        (start, length, pause) => {
          const plain = aClock({ unit: 'hours', length }, start, []);
          const paused = aClock({ unit: 'hours', length }, start, [HOUR, pause]);
          expect(at(paused, 'UTC', 50)).toBe(at(plain, 'UTC', 50) + pause);
        },
      ),
    );
  });

  it('of working days falls on a working day', () => {
    fc.assert(
      fc.property(from, fc.integer({ min: 1, max: 60 }), turns, zone, share, (start, length, stretches, timeZone, some) => {
        const intervals = aClock({ unit: 'working_days', length }, start, stretches);
        const day = Temporal.Instant.fromEpochMilliseconds(at(intervals, timeZone, some)).toZonedDateTimeISO(timeZone);
        if (some !== 100 && at(intervals, timeZone, some) !== dueAtOf(intervals, timeZone).getTime())
          expect(isWorkingDay(CALENDAR, day.toPlainDate())).toBe(true);
      }),
    );
  });
});

function at(intervals: readonly ClockInterval[], timeZone: string, some: number): number {
  return instantOfShare(intervals, timeZone, some).getTime();
}

function aClock(length: Term, start: Date, stretches: readonly number[]): readonly ClockInterval[] {
  const ends = stretches.reduce<number[]>((all, stretch) => [...all, (all.at(-1) ?? start.getTime()) + stretch], []);
  // The clock runs at the end: of an odd number of turns the last is left out.
  const turned = ends.slice(0, ends.length - (ends.length % 2));
  const borders = [start.getTime(), ...turned];
  return borders.map((border, index) => ({
    state: index % 2 === 0 ? 'runs' : 'paused',
    from: new Date(border),
    to: index + 1 < borders.length ? new Date(borders[index + 1] as number) : null,
    cause: 'spec.moved',
    ...(index === 0 ? { term: length, ...(length.unit === 'working_days' ? { calendar: CALENDAR } : {}) } : {}),
  }));
}

function ranUntil(intervals: readonly ClockInterval[], instant: number): number {
  return intervals
    .filter(({ state }) => state === 'runs')
    .reduce((sum, { from: begun, to }) => sum + Math.max(0, Math.min(Number(to ?? instant), instant) - begun.getTime()), 0);
}
