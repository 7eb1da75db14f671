import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { ClockInterval } from './clock.js';
import { dueAtEndOf, dueAtOf, lastDayOf } from './due.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Zones with hard days: half-hour offsets, changes at midnight, days that were left out, both sides of the date line. */
const ZONES = [
  'UTC',
  'Europe/Paris',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'America/Sao_Paulo',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Africa/Casablanca',
];

const zone = fc.constantFrom(...ZONES);
const instant = fc.date({ min: new Date('2010-01-01T00:00:00Z'), max: new Date('2040-01-01T00:00:00Z'), noInvalidDate: true });
const days = fc.integer({ min: 1, max: 400 });
const pauseLength = fc.integer({ min: 0, max: 90 * DAY });

describe('when a period of calendar days is due', () => {
  it('cannot be said in a zone that is not one, and says which', () => {
    expect(() => dueAtOf([running('2026-03-02T10:00:00Z', 7)], 'Europe/Nowhere')).toThrow(
      expect.objectContaining({ code: 'TIME_ZONE_UNKNOWN', context: { timeZone: 'Europe/Nowhere' } }),
    );
  });

  it('ends with the last day in the zone of the State that has to act', () => {
    const dueAt = dueAtOf([running('2026-03-02T10:00:00Z', 7)], 'Europe/Paris');
    expect(dueAt.toISOString()).toBe('2026-03-09T23:00:00.000Z');
    expect(lastDayOf(dueAt, 'Europe/Paris')).toBe('2026-03-09');
  });

  it('counts the day of receipt by the zone, not by UTC', () => {
    const lateInUtc = '2026-03-02T23:30:00Z';
    expect(lastDayOf(dueAtOf([running(lateInUtc, 7)], 'UTC'), 'UTC')).toBe('2026-03-09');
    expect(lastDayOf(dueAtOf([running(lateInUtc, 7)], 'Asia/Tokyo'), 'Asia/Tokyo')).toBe('2026-03-10');
  });

  it('ends at midnight on both sides of a daylight-saving change', () => {
    expect(dueAtOf([running('2026-03-25T12:00:00Z', 7)], 'Europe/Paris').toISOString()).toBe('2026-04-01T22:00:00.000Z');
    expect(dueAtOf([running('2026-10-20T12:00:00Z', 7)], 'Europe/Paris').toISOString()).toBe('2026-10-27T23:00:00.000Z');
  });

  it('ends when the next day begins, where that is not at midnight', () => {
    const daylightSavingBeganAtMidnight = dueAtEndOf('2018-11-03', 'America/Sao_Paulo');
    expect(daylightSavingBeganAtMidnight.toISOString()).toBe('2018-11-04T03:00:00.000Z');
  });

  it('ends a date that a State named with that date', () => {
    expect(dueAtEndOf('2026-12-31', 'Pacific/Kiritimati').toISOString()).toBe('2026-12-31T10:00:00.000Z');
  });

  it('is never before the term has run, and never a whole day after', () => {
    fc.assert(
      fc.property(instant, days, zone, (from, length, timeZone) => {
        const dueAt = dueAtOf([interval('runs', from, length)], timeZone).getTime();
        const bareTerm = Temporal.Instant.fromEpochMilliseconds(from.getTime())
          .toZonedDateTimeISO(timeZone)
          .add({ days: length }).epochMilliseconds;
        expect(dueAt).toBeGreaterThan(from.getTime());
        expect(dueAt).toBeGreaterThan(bareTerm);
        expect(dueAt - bareTerm).toBeLessThanOrEqual(DAY + HOUR);
      }),
    );
  });

  it('falls on the first instant of a day of that zone', () => {
    fc.assert(
      fc.property(instant, days, zone, (from, length, timeZone) => {
        const due = Temporal.Instant.fromEpochMilliseconds(
          dueAtOf([interval('runs', from, length)], timeZone).getTime(),
        ).toZonedDateTimeISO(timeZone);
        expect(due.startOfDay().epochMilliseconds).toBe(due.epochMilliseconds);
      }),
    );
  });

  it('is later or the same for a later receipt and for a longer term', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 30 * DAY }),
        days,
        fc.integer({ min: 0, max: 30 }),
        zone,
        (from, later, length, more, timeZone) => {
          const dueAt = dueAtOf([interval('runs', from, length)], timeZone).getTime();
          const receivedLater = dueAtOf([interval('runs', new Date(from.getTime() + later), length)], timeZone).getTime();
          const longerTerm = dueAtOf([interval('runs', from, length + more)], timeZone).getTime();
          expect(receivedLater).toBeGreaterThanOrEqual(dueAt);
          expect(longerTerm).toBeGreaterThanOrEqual(dueAt);
        },
      ),
    );
  });
});

describe('a pause', () => {
  it('moves the due date by what it lasted', () => {
    const paused = [
      running('2026-03-02T10:00:00Z', 30, '2026-03-04T10:00:00Z'),
      pause('2026-03-04T10:00:00Z', '2026-03-09T10:00:00Z'),
      resumed('2026-03-09T10:00:00Z'),
    ];
    expect(lastDayOf(dueAtOf(paused, 'UTC'), 'UTC')).toBe('2026-04-06');
  });

  it('does not buy a day with a minute', () => {
    const asked = [
      running('2026-03-02T10:00:00Z', 30, '2026-03-04T10:00:00Z'),
      pause('2026-03-04T10:00:00Z', '2026-03-04T10:01:00Z'),
      resumed('2026-03-04T10:01:00Z'),
    ];
    expect(lastDayOf(dueAtOf(asked, 'UTC'), 'UTC')).toBe('2026-04-01');
  });

  it('leaves the date alone while it is open: nobody knows yet how long it lasts', () => {
    const open = [
      running('2026-03-02T10:00:00Z', 30, '2026-03-04T10:00:00Z'),
      interval('paused', new Date('2026-03-04T10:00:00Z')),
    ];
    expect(lastDayOf(dueAtOf(open, 'UTC'), 'UTC')).toBe('2026-04-01');
  });

  it('also moves a date that the State named', () => {
    const delayed = [
      { ...interval('runs', new Date('2026-03-02T10:00:00Z')), term: { unit: 'date', date: '2026-05-01' } } as const,
      pause('2026-03-04T10:00:00Z', '2026-03-06T10:00:00Z'),
      resumed('2026-03-06T10:00:00Z'),
    ];
    expect(lastDayOf(dueAtOf(delayed, 'UTC'), 'UTC')).toBe('2026-05-03');
  });

  it('gives the acting State never less than the term of running time, and never a whole day more, whatever the pauses', () => {
    fc.assert(
      fc.property(
        instant,
        days,
        fc.array(fc.tuple(pauseLength, pauseLength), { maxLength: 5 }),
        zone,
        (from, length, stretches, timeZone) => {
          const { intervals, paused } = withPauses(from, length, stretches);
          const bareTerm = Temporal.Instant.fromEpochMilliseconds(from.getTime())
            .toZonedDateTimeISO(timeZone)
            .add({ days: length }).epochMilliseconds;
          const ran = dueAtOf(intervals, timeZone).getTime() - from.getTime() - paused;
          expect(ran).toBeGreaterThan(bareTerm - from.getTime());
          expect(ran).toBeLessThanOrEqual(bareTerm - from.getTime() + DAY + HOUR);
        },
      ),
    );
  });

  it('moves by exactly whole days when it lasted whole days, where no clock changes', () => {
    fc.assert(
      fc.property(instant, days, fc.integer({ min: 0, max: 60 }), (from, length, wholeDays) => {
        const without = dueAtOf([interval('runs', from, length)], 'UTC').getTime();
        const { intervals } = withPauses(from, length, [[HOUR, wholeDays * DAY]]);
        expect(dueAtOf(intervals, 'UTC').getTime()).toBe(without + wholeDays * DAY);
      }),
    );
  });
});

it('says so when nothing says what is counted, or the zone is not one', () => {
  expect(() => dueAtOf([interval('runs', new Date(0))], 'UTC')).toThrow('No interval');
  expect(() => dueAtOf([running('2026-03-02T10:00:00Z', 7)], 'Europe/Nowhere')).toThrow('Europe/Nowhere');
});

function interval(state: 'runs' | 'paused', from: Date, length?: number, to: Date | null = null): ClockInterval {
  return {
    state,
    from,
    to,
    cause: 'spec',
    ...(length === undefined ? {} : { term: { unit: 'calendar_days', length } as const }),
  };
}

function running(from: string, length: number, to?: string): ClockInterval {
  return interval('runs', new Date(from), length, to ? new Date(to) : null);
}

function pause(from: string, to: string): ClockInterval {
  return interval('paused', new Date(from), undefined, new Date(to));
}

function resumed(from: string): ClockInterval {
  return interval('runs', new Date(from));
}

/** Runs and pauses in turn, each for as long as given. */
function withPauses(from: Date, length: number, stretches: readonly (readonly [ran: number, paused: number])[]) {
  const intervals: ClockInterval[] = [];
  let at = from.getTime();
  let paused = 0;
  for (const [ran, rested] of stretches) {
    intervals.push(interval('runs', new Date(at), intervals.length === 0 ? length : undefined, new Date(at + ran)));
    intervals.push(interval('paused', new Date(at + ran), undefined, new Date(at + ran + rested)));
    at += ran + rested;
    paused += rested;
  }
  intervals.push(interval('runs', new Date(at), intervals.length === 0 ? length : undefined));
  return { intervals, paused };
}
