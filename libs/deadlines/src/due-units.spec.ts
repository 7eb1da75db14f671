import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type UsedCalendar } from './calendar.js';
import type { ClockInterval, PausePolicy, Unit } from './clock.js';
import { derivationOf, dueAtOf, lastDayOf } from './due.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MONDAY_TO_FRIDAY: UsedCalendar = { version: 1, weekend: [6, 7], holidays: [] };
const ZONES = ['UTC', 'Europe/Paris', 'America/New_York', 'Pacific/Apia', 'Pacific/Kiritimati', 'Asia/Riyadh', 'Africa/Cairo'];

const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2036-01-01T00:00:00Z'), noInvalidDate: true });
const calendar = fc
  .record({
    weekend: fc.subarray([1, 2, 3, 4, 5, 6, 7], { maxLength: 6 }),
    offsets: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 20 }),
  })
  .map(({ weekend, offsets }) => ({ weekend, offsets }));

/** Every unit there is, and a date that the State named: each count begun at nine in the morning, and due in twelve days or less. */
const EVERY_UNIT: readonly (readonly [string, ClockInterval])[] = [
  ['hours', count('2026-03-02T09:00:00Z', 'hours', 40)],
  ['calendar_days', count('2026-03-02T09:00:00Z', 'calendar_days', 7)],
  ['working_days', count('2026-03-02T09:00:00Z', 'working_days', 5, MONDAY_TO_FRIDAY)],
  ['months', count('2026-03-02T09:00:00Z', 'months', 1)],
  ['a named date', named('2026-03-02T09:00:00Z', '2026-03-12')],
];

describe('a question', () => {
  it.each(EVERY_UNIT)('of a minute, or of a millisecond, buys no day of %s', (_, start) => {
    const without = dueAtOf([start], 'UTC');
    for (const asked of [1, 60_000]) {
      const due = dueAtOf(withPause(start, HOUR, asked), 'UTC');
      expect(lastDayOf(due, 'UTC')).toBe(lastDayOf(without, 'UTC'));
      expect(due.getTime() - without.getTime()).toBe(start.term?.unit === 'hours' ? asked : 0);
    }
  });

  it.each(EVERY_UNIT)('of two days gives them back, in %s', (_, start) => {
    expect(dueAtOf(withPause(start, HOUR, 2 * DAY), 'UTC').getTime() - dueAtOf([start], 'UTC').getTime()).toBe(2 * DAY);
  });

  it('after a later date was named weighs what it weighs in so many calendar days', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 400 }), fc.nat(20 * DAY), zone, (from, length, paused, timeZone) => {
        const received = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
        const date = received.add({ days: length }).toString();
        const due = dueAtOf(withPause(named(from.toISOString(), date), HOUR, paused), timeZone);
        expect(due).toEqual(dueAtOf(withPause(interval(from, 'calendar_days', length), HOUR, paused), timeZone));
      }),
    );
  });

  it('in a count that was begun under the earlier rule keeps its date: what was told stays true', () => {
    const begun = { ...named('2026-03-02T09:00:00Z', '2026-03-12'), term: { unit: 'date', date: '2026-03-12' } } as const;
    expect(lastDayOf(dueAtOf([begun], 'UTC'), 'UTC')).toBe('2026-03-12');
    expect(lastDayOf(dueAtOf(withPause(begun, HOUR, 60_000), 'UTC'), 'UTC')).toBe('2026-03-13');
  });
});

describe('a count begun in an hour that the clock shows twice', () => {
  /** Clocks go back by an hour, by half an hour, and over midnight. */
  const TWICE = [
    ['Europe/Paris', '2026-10-25T00:00:00Z'],
    ['Australia/Lord_Howe', '2026-04-04T14:30:00Z'],
    ['America/Havana', '2026-11-01T04:00:00Z'],
    ['Atlantic/Azores', '2026-10-25T00:00:00Z'],
  ] as const;

  it('never ends before it begins, in whatever unit and pass', () => {
    const term = fc.constantFrom<Unit | 'date'>('hours', 'calendar_days', 'working_days', 'months', 'date');
    fc.assert(
      fc.property(fc.constantFrom(...TWICE), fc.nat(2 * HOUR), term, fc.nat(3), ([timeZone, first], offset, unit, length) => {
        const from = new Date(Date.parse(first) + offset);
        const day = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
        const start =
          unit === 'date'
            ? named(from.toISOString(), day.add({ days: length }).toString())
            : { ...interval(from, unit, length), calendar: { version: 1, weekend: [], holidays: [] } };
        const { termEndsAt, dueAt } = derivationOf([start], timeZone);
        expect(termEndsAt.getTime()).toBeGreaterThanOrEqual(from.getTime());
        expect(dueAt.getTime()).toBeGreaterThanOrEqual(termEndsAt.getTime());
      }),
      { examples: [[['Europe/Paris', '2026-10-25T00:00:00Z'], HOUR + 60_000, 'working_days', 0]] },
    );
  });
});

describe('hours', () => {
  it('end at the exact instant, through a weekend and the change to summer time', () => {
    const friday = count('2026-03-27T22:30:00Z', 'hours', 8);
    expect(dueAtOf([friday], 'Europe/Paris').toISOString()).toBe('2026-03-28T06:30:00.000Z');
    const nightOfTheChange = count('2026-03-28T23:30:00Z', 'hours', 8);
    expect(dueAtOf([nightOfTheChange], 'Europe/Paris').toISOString()).toBe('2026-03-29T07:30:00.000Z');
  });

  it('are hours that pass, whatever clocks show, and pauses are added to the millisecond', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 9 * DAY }),
        zone,
        (from, length, paused, timeZone) => {
          const intervals = withPause(interval(from, 'hours', length), 60_000, paused);
          expect(dueAtOf(intervals, timeZone).getTime()).toBe(from.getTime() + length * HOUR + paused);
        },
      ),
    );
  });
});

describe('months', () => {
  it.each([
    ['2026-01-31T10:00:00Z', 1, '2026-02-28'],
    ['2028-01-31T10:00:00Z', 1, '2028-02-29'],
    ['2026-03-31T10:00:00Z', 1, '2026-04-30'],
    ['2028-02-29T10:00:00Z', 12, '2029-02-28'],
    ['2026-01-15T10:00:00Z', 1, '2026-02-15'],
  ])('from %s, %d: the same day, or the last of a month that has none', (from, length, lastDay) => {
    expect(lastDayOf(dueAtOf([count(from, 'months', length)], 'UTC'), 'UTC')).toBe(lastDay);
  });

  it('never lead into a month further on', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 24 }), zone, (from, length, timeZone) => {
        const day = Temporal.PlainDate.from(lastDayOf(dueAtOf([interval(from, 'months', length)], timeZone), timeZone));
        const received = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
        expect(day.year * 12 + day.month - (received.year * 12 + received.month)).toBe(length);
        expect(day.day).toBe(Math.min(received.day, day.daysInMonth));
      }),
    );
  });
});

describe('working days', () => {
  it('pass over weekends and holidays', () => {
    const beforeEaster = count('2026-04-02T10:00:00Z', 'working_days', 2, {
      ...MONDAY_TO_FRIDAY,
      holidays: ['2026-04-03', '2026-04-06'],
    });
    expect(lastDayOf(dueAtOf([beforeEaster], 'UTC'), 'UTC')).toBe('2026-04-08');
  });

  it('know weekends that are not Saturday and Sunday', () => {
    const thursday = count('2026-03-05T10:00:00Z', 'working_days', 1, { version: 1, weekend: [5, 6], holidays: [] });
    expect(lastDayOf(dueAtOf([thursday], 'Asia/Riyadh'), 'Asia/Riyadh')).toBe('2026-03-08');
  });

  it('do not count a day that the International Date Line took away', () => {
    const thursday = count('2011-12-29T20:00:00Z', 'working_days', 1, MONDAY_TO_FRIDAY);
    expect(lastDayOf(dueAtOf([thursday], 'Pacific/Apia'), 'Pacific/Apia')).toBe('2012-01-02');
  });

  it('of a pause add back working time only: a weekend buys nothing', () => {
    const friday = withPause(count('2026-03-02T10:00:00Z', 'working_days', 5, MONDAY_TO_FRIDAY), 4 * DAY + 8 * HOUR, 2 * DAY);
    expect(lastDayOf(dueAtOf(friday, 'UTC'), 'UTC')).toBe('2026-03-09');
  });

  it('end on a working day, with exactly so many of them since the day of receipt', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 60 }), calendar, zone, (from, length, { weekend, offsets }, timeZone) => {
        const received = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
        const used = { version: 1, weekend, holidays: offsets.map((days) => received.add({ days }).toString()) };
        const last = Temporal.PlainDate.from(
          lastDayOf(dueAtOf([{ ...interval(from, 'working_days', length), calendar: used }], timeZone), timeZone),
        );
        expect(isWorkingDay(used, last)).toBe(true);
        let worked = 0;
        for (let day = received.add({ days: 1 }); Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
          const lived = day.toZonedDateTime(timeZone).toPlainDate().equals(day);
          if (lived && isWorkingDay(used, day)) worked += 1;
        }
        expect(worked).toBe(length);
      }),
    );
  });

  it('are never due earlier because of a holiday more, or of a longer pause', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 1, max: 30 }),
        calendar,
        fc.integer({ min: 0, max: 50 }),
        fc.integer({ min: 0, max: 20 * DAY }),
        (from, length, { weekend, offsets }, extra, paused) => {
          const received = Temporal.PlainDate.from(from.toISOString().slice(0, 10));
          const used = (days: readonly number[]): UsedCalendar => ({
            version: 1,
            weekend,
            holidays: days.map((one) => received.add({ days: one }).toString()),
          });
          const due = (days: readonly number[], rested: number): number =>
            dueAtOf(
              withPause({ ...interval(from, 'working_days', length), calendar: used(days) }, HOUR, rested),
              'UTC',
            ).getTime();
          expect(due([...offsets, extra], 0)).toBeGreaterThanOrEqual(due(offsets, 0));
          expect(due(offsets, paused)).toBeGreaterThanOrEqual(due(offsets, 0));
        },
      ),
    );
  });

  it('are refused without a calendar, and by one that leaves no day', () => {
    expect(() => dueAtOf([count('2026-03-02T10:00:00Z', 'working_days', 5)], 'UTC')).toThrow('without the calendar');
    const never = count('2026-03-02T10:00:00Z', 'working_days', 5, { version: 3, weekend: [1, 2, 3, 4, 5, 6, 7], holidays: [] });
    expect(() => dueAtOf([never], 'UTC')).toThrow('leaves no day');
  });
});

describe('what a pause does', () => {
  const asked = (pauses: PausePolicy): readonly ClockInterval[] =>
    withPause(
      { ...count('2026-03-02T10:00:00Z', 'calendar_days', 30), term: { unit: 'calendar_days', length: 30, pauses } },
      DAY,
      10 * DAY,
    );

  it.each([
    ['pauses', '2026-04-11'],
    ['does_not_pause', '2026-04-01'],
    [{ cappedDays: 4 }, '2026-04-05'],
    [{ cappedDays: 40 }, '2026-04-11'],
  ] as const)('with %j the last day is %s', (policy, lastDay) => {
    expect(lastDayOf(dueAtOf(asked(policy), 'UTC'), 'UTC')).toBe(lastDay);
  });

  it('is told step by step', () => {
    expect(derivationOf(asked({ cappedDays: 4 }), 'UTC')).toMatchObject({
      termEndsAt: new Date('2026-04-01T10:00:00Z'),
      pauses: [{ cause: 'spec', countedMs: 10 * DAY }],
      addedMs: 4 * DAY,
      capped: true,
    });
  });
});

function interval(from: Date, unit: Unit, length: number): ClockInterval {
  return { state: 'runs', from, to: null, cause: 'spec', term: { unit, length } };
}

function count(from: string, unit: Unit, length: number, used?: UsedCalendar): ClockInterval {
  return { ...interval(new Date(from), unit, length), ...(used && { calendar: used }) };
}

function named(from: string, date: string): ClockInterval {
  return { state: 'runs', from: new Date(from), to: null, cause: 'spec', term: { unit: 'date', date, start: 'act' } };
}

function withPause(first: ClockInterval, after: number, length: number): readonly ClockInterval[] {
  const from = new Date(first.from.getTime() + after);
  const to = new Date(from.getTime() + length);
  return [
    { ...first, to: from },
    { state: 'paused', from, to, cause: 'spec' },
    { state: 'runs', from: to, to: null, cause: 'spec' },
  ];
}
