import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { UsedCalendar } from './calendar.js';
import type { ClockInterval, PausePolicy, Unit } from './clock.js';
import { derivationOf, dueAtOf, type Derivation } from './due.js';
import { spentWorking } from './working-time.js';

// Held against an oracle that knows no Temporal: it asks Intl what the clocks of a zone show at an instant, and walks day by day.

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Zones that skip a date, begin days late, shift by half hours, cross the date line or change at midnight. */
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'America/Sao_Paulo',
  'America/Havana',
  'Asia/Beirut',
  'Asia/Kathmandu',
  'Africa/Casablanca',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
  'Pacific/Kiritimati',
];
const zone = fc.constantFrom(...ZONES);
/** Near what happens seldom: changes of clocks, the end of February, the date Apia never had, the turn of a year. */
const NEAR = [
  '2026-03-29',
  '2026-10-25',
  '2018-11-04',
  '2018-02-18',
  '2011-12-30',
  '1994-12-31',
  '2024-02-29',
  '2025-01-31',
  '2026-12-31',
];
const instant = fc.oneof(
  fc
    .integer({ min: Date.UTC(1993, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
    .map((minute) => new Date(minute * 60_000)),
  fc
    .tuple(fc.constantFrom(...NEAR), fc.integer({ min: -60 * 24 * 12, max: 60 * 24 * 3 }))
    .map(([day, minutes]) => new Date(Date.parse(day) + minutes * 60_000)),
);
const calendar: fc.Arbitrary<UsedCalendar> = fc.record({
  version: fc.constant(1),
  weekend: fc.constantFrom([6, 7], [5, 6], [7], [], [5], [4, 5, 6, 7]),
  holidays: fc.constantFrom(
    [],
    ['2026-04-03', '2026-04-06'],
    ['2018-11-05', '2018-11-06'],
    ['2012-01-02', '2024-03-01', '2025-02-03'],
  ),
});
const days = fc.integer({ min: 0, max: 70 });
const stretches = fc.array(fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 300 })), { maxLength: 4 });

describe('a due instant', () => {
  it('is what a slow walk from day to day finds, for every unit, in every zone', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Unit>('calendar_days', 'working_days', 'months'),
        days,
        instant,
        zone,
        calendar,
        (unit, length, from, tz, used) => {
          // No profile counts no working days.
          const count = unit === 'months' ? length % 13 : unit === 'working_days' ? length + 1 : length;
          expect(dueAtOf([started(from, unit, count, used)], tz)).toEqual(slowDue(from, unit, count, tz, used));
        },
      ),
    );
  });

  it('counted in hours is so many hours later, whatever the clocks of the zone do', () => {
    fc.assert(
      fc.property(days, instant, zone, stretches, (length, from, tz, pauses) => {
        const intervals = paused(started(from, 'hours', length), pauses);
        const total = pauses.reduce((sum, [, hours]) => sum + hours * HOUR, 0);
        expect(dueAtOf(intervals, tz).getTime()).toBe(from.getTime() + length * HOUR + total);
      }),
    );
  });

  it('is moved by pauses by what they lasted, in whatever order they came', () => {
    fc.assert(
      fc.property(days, instant, zone, stretches, (length, from, tz, pauses) => {
        const start = started(from, 'calendar_days', length);
        const moved = new Date(slowMoment(from, addDays(local(from, tz).date, length), tz).getTime() + totalOf(pauses));
        const expected = slowEndOf(local(moved, tz).date, tz);
        expect(dueAtOf(paused(start, pauses), tz)).toEqual(expected);
        expect(dueAtOf(paused(start, [...pauses].reverse()), tz)).toEqual(expected);
      }),
    );
  });

  it('is never earlier for a longer period, nor for a later receipt', () => {
    fc.assert(
      fc.property(
        fc.constantFrom<Unit>('hours', 'calendar_days', 'working_days', 'months'),
        days,
        instant,
        fc.nat(DAY * 3),
        zone,
        calendar,
        (unit, length, from, later, tz, used) => {
          const due = (at: Date, count: number): number => dueAtOf([started(at, unit, count, used)], tz).getTime();
          expect(due(from, length + 1)).toBeGreaterThanOrEqual(due(from, length));
          expect(due(new Date(from.getTime() + later), length)).toBeGreaterThanOrEqual(due(from, length));
          expect(due(from, length)).toBeGreaterThanOrEqual(from.getTime());
        },
      ),
    );
  });
});

describe('a cap on pauses', () => {
  it('lets no more than itself count, and says nothing where less was paused', () => {
    fc.assert(
      fc.property(days, instant, zone, stretches, fc.integer({ min: 1, max: 60 }), (length, from, tz, pauses, cappedDays) => {
        const free = dueAtOf(paused(started(from, 'calendar_days', length), pauses), tz).getTime();
        const capped = dueAtOf(paused(started(from, 'calendar_days', length, undefined, { cappedDays }), pauses), tz).getTime();
        expect(capped).toBeLessThanOrEqual(free);
        if (totalOf(pauses) <= cappedDays * DAY) expect(capped).toBe(free);
      }),
    );
  });

  it('tells while the clock is paused when it runs again by itself: closed then or later the date is the same, closed before it is not later', () => {
    fc.assert(
      fc.property(
        days,
        instant,
        zone,
        stretches,
        fc.integer({ min: 1, max: 60 }),
        fc.nat(90 * DAY),
        (length, from, tz, pauses, cappedDays, lasted) => {
          const before = paused(started(from, 'calendar_days', length, undefined, { cappedDays }), pauses);
          const since = before.at(-1)?.from ?? from;
          const at = new Date(since.getTime() + HOUR);
          const open: ClockInterval = { state: 'paused', from: at, to: null, cause: 'spec.asked' };
          const { dueAt, pauses: told } = derivationOf([...before, open], tz);
          const runsAgainAt = told.at(-1)?.runsAgainAt as Date;
          expect(runsAgainAt.getTime()).toBe(at.getTime() + Math.max(0, cappedDays * DAY - totalOf(pauses)));
          const closed = new Date(at.getTime() + lasted);
          const after = dueAtOf([...before, { ...open, to: closed }, runs(closed)], tz);
          if (closed.getTime() >= runsAgainAt.getTime()) expect(after).toEqual(dueAt);
          else expect(after.getTime()).toBeLessThanOrEqual(dueAt.getTime());
        },
      ),
    );
  });
});

describe('standing still', () => {
  const counts = fc.tuple(
    fc.constantFrom<Unit>('hours', 'calendar_days', 'working_days', 'months'),
    fc.integer({ min: 1, max: 12 }),
    fc.constantFrom<PausePolicy>('pauses', 'does_not_pause', { cappedDays: 1 }, { cappedDays: 5 }),
  );
  /** How long before the end a pause begins, and how long it lasts: minutes, mostly around the midnight that ends the period. */
  const lastPauses = fc.array(fc.tuple(fc.integer({ min: 1, max: 1_500 }), fc.integer({ min: 1, max: 4_000 })), {
    minLength: 1,
    maxLength: 3,
  });

  it('never ends a period: where it was not over when the pause began, it is not over when the clock runs again', () => {
    fc.assert(
      fc.property(counts, instant, zone, calendar, lastPauses, ([unit, length, policy], from, tz, used, pauses) => {
        for (const { before, pause, ranAgainAt } of lateIn(begun(from, unit, length, used, policy), tz, pauses)) {
          const due = dueAtOf([...before, pause, runs(pause.to as Date)], tz);
          expect(due.getTime()).toBeGreaterThan(ranAgainAt.getTime());
          expect(due.getTime()).toBeGreaterThanOrEqual(dueAtOf(before, tz).getTime());
        }
      }),
    );
  });

  it('adds as before where the period would not have ended in it, and for every count begun before', () => {
    fc.assert(
      fc.property(counts, instant, zone, calendar, lastPauses, ([unit, length, policy], from, tz, used, pauses) => {
        const start = begun(from, unit, length, used, policy);
        const earlier = started(from, unit, length, used, policy);
        for (const { before, pause } of lateIn(start, tz, pauses)) {
          const [, ...rest] = [...before, pause, runs(pause.to as Date)];
          const now = derivationOf([start, ...rest], tz);
          const then = derivationOf([earlier, ...rest], tz);
          expect(then.carriedOverAt).toBeNull();
          expect(then.dueAt).toEqual(endAsAdded(then, unit, tz, used));
          if (now.carriedOverAt === null) expect(now.dueAt).toEqual(then.dueAt);
          else expect(now.dueAt.getTime()).toBeGreaterThanOrEqual(then.dueAt.getTime());
        }
      }),
    );
  });

  function begun(...[from, unit, length, used, policy]: Parameters<typeof started>): ClockInterval {
    const start = started(from, unit, length, used, policy);
    return { ...start, term: { unit, length, pauses: policy ?? 'pauses', standstill: 'never_ends_it' } };
  }

  /** Pauses that each begin so many minutes before the period would end, and after the one before; with the instant at which the clock runs again. */
  function lateIn(start: ClockInterval, tz: string, minutes: readonly (readonly [number, number])[]): LatePause[] {
    const late: LatePause[] = [];
    let before = [start];
    for (const [early, lasts] of minutes) {
      const began = before.at(-1)?.from ?? start.from;
      const at = new Date(Math.max(began.getTime() + 1, dueAtOf(before, tz).getTime() - early * 60_000));
      if (at >= dueAtOf(before, tz)) break;
      const pause: ClockInterval = {
        state: 'paused',
        from: at,
        to: new Date(at.getTime() + lasts * 60_000),
        cause: 'spec.asked',
      };
      const told = derivationOf([...before, pause], tz).pauses.at(-1);
      late.push({ before, pause, ranAgainAt: told?.runsAgainAt ?? (pause.to as Date) });
      before = [...before, pause, runs(pause.to as Date)];
    }
    return late;
  }
  interface LatePause {
    readonly before: readonly ClockInterval[];
    readonly pause: ClockInterval;
    readonly ranAgainAt: Date;
  }

  /** The rule of counts begun before: all that is added, at once, behind the bare term. */
  function endAsAdded({ termEndsAt, addedMs }: Derivation, unit: Unit, tz: string, used: UsedCalendar): Date {
    if (unit === 'hours') return new Date(termEndsAt.getTime() + addedMs);
    const end = Temporal.Instant.fromEpochMilliseconds(termEndsAt.getTime()).toZonedDateTimeISO(tz);
    const moment = unit === 'working_days' ? spentWorking(end, addedMs, used) : end.add({ milliseconds: addedMs });
    return slowEndOf(local(new Date(moment.epochMilliseconds), tz).date, tz);
  }
});

function started(from: Date, unit: Unit, length: number, calendar?: UsedCalendar, pauses: PausePolicy = 'pauses'): ClockInterval {
  return { ...runs(from), term: { unit, length, pauses }, ...(unit === 'working_days' && calendar ? { calendar } : {}) };
}

function runs(from: Date): ClockInterval {
  return { state: 'runs', from, to: null, cause: 'spec.moved' };
}

/** Runs and pauses in turn, each for so many hours. */
function paused(start: ClockInterval, stretches: readonly (readonly [number, number])[]): ClockInterval[] {
  let at = start.from.getTime();
  const rest = stretches.flatMap(([running, pausing]) => {
    const from = new Date((at += running * HOUR));
    const to = new Date((at += pausing * HOUR));
    return [{ state: 'paused', from, to, cause: 'spec.asked' }, runs(to)] satisfies ClockInterval[];
  });
  return [start, ...rest];
}

function totalOf(stretches: readonly (readonly [number, number])[]): number {
  return stretches.reduce((sum, [, pausing]) => sum + pausing * HOUR, 0);
}

function slowDue(from: Date, unit: Unit, length: number, tz: string, { weekend, holidays }: UsedCalendar): Date {
  let { date } = local(from, tz);
  if (unit === 'months') return slowEndOf(local(slowMoment(from, addMonths(date, length), tz), tz).date, tz);
  if (unit === 'calendar_days') return slowEndOf(local(slowMoment(from, addDays(date, length), tz), tz).date, tz);
  for (let left = length; left > 0;) {
    date = addDays(date, 1);
    const isWeekend = weekend.includes(new Date(date).getUTCDay() || 7);
    if (!isWeekend && !holidays.includes(date) && wasThere(date, tz)) left -= 1;
  }
  return slowEndOf(date, tz);
}

/** The first instant at which the zone shows a later date, searched for by halves. */
function slowEndOf(date: string, tz: string): Date {
  let [early, late] = [(Date.parse(date) - 2 * DAY) / 60_000, (Date.parse(date) + 4 * DAY) / 60_000];
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (local(new Date(middle * 60_000), tz).date > date) late = middle;
    else early = middle;
  }
  return new Date(late * 60_000);
}

/** The instant at which the zone shows that date with the time of day that it showed at `from`; what a gap leaves out comes as much later. */
function slowMoment(from: Date, date: string, tz: string): Date {
  const wall = Date.parse(`${date}T${local(from, tz).time}Z`);
  const [before, after] = [offsetAt(new Date(wall - DAY), tz), offsetAt(new Date(wall + DAY), tz)];
  const fitting = [before, after]
    .map((offset) => new Date(wall - offset))
    .filter((at) => at.getTime() + offsetAt(at, tz) === wall);
  return fitting.sort((one, other) => one.getTime() - other.getTime())[0] ?? new Date(wall - before);
}

function wasThere(date: string, tz: string): boolean {
  return local(new Date(slowEndOf(date, tz).getTime() - 60_000), tz).date === date;
}

function offsetAt(at: Date, tz: string): number {
  const { date, time } = local(at, tz);
  return Date.parse(`${date}T${time}Z`) - at.getTime();
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();
function local(at: Date, timeZone: string): { readonly date: string; readonly time: string } {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium', hourCycle: 'h23' });
  FORMATS.set(timeZone, format);
  const [date = '', time = ''] = format.format(at).split(' ');
  return { date, time };
}

function addDays(date: string, count: number): string {
  return new Date(Date.parse(date) + count * DAY).toISOString().slice(0, 10);
}

function addMonths(date: string, count: number): string {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + count + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + count, Math.min(day, last))).toISOString().slice(0, 10);
}
