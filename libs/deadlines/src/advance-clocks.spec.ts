import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { CLOCK_NAMES, isOverdue, missesOf, nextDueAt, type Clock, type ClockReading } from './clock.js';
import { dueAtOf, lastDayOf } from './due.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

const ZONE = 'Europe/Paris';
const SUBMITTED = { acknowledgement: 'runs', response: 'runs' } as const;
const ACKNOWLEDGED = { acknowledgement: 'settled', response: 'runs' } as const;
const INFORMATION_REQUESTED = { acknowledgement: 'settled', response: 'paused', information: 'runs' } as const;
const RESPONDED = { acknowledgement: 'settled', response: 'settled' } as const;
const CLARIFICATION_REQUESTED = { ...RESPONDED, clarification: 'runs' } as const;
const OFF = { acknowledgement: 'off', response: 'off', information: 'off', clarification: 'off' } as const;

describe('the clocks of a request', () => {
  it('run from receipt against the requested State: 7 days to acknowledge, 30 to respond', () => {
    const readings = moved([], SUBMITTED, '2026-03-02T10:00:00Z');
    expect(daysOf(readings)).toEqual({ acknowledgement: '2026-03-09', response: '2026-04-01' });
    expect(readings.map(({ actingState }) => actingState)).toEqual(['QM', 'QM']);
  });

  it('are shorter when the request is urgent', () => {
    const readings = moved([], SUBMITTED, '2026-03-02T10:00:00Z', { priority: 'urgent' });
    expect(daysOf(readings)).toEqual({ acknowledgement: '2026-03-05', response: '2026-03-05' });
  });

  it('settle the acknowledgement once and keep when', () => {
    const acknowledged = moved(submitted(), ACKNOWLEDGED, '2026-03-04T10:00:00Z');
    const later = moved(acknowledged, RESPONDED, '2026-03-20T10:00:00Z');
    expect(clock(later, 'acknowledgement')).toMatchObject({
      state: 'settled',
      settledAt: new Date('2026-03-04T10:00:00Z'),
      missedAt: null,
    });
  });

  it('come back as they are when a move does not touch them', () => {
    const before = submitted();
    const after = moved(before, ACKNOWLEDGED, '2026-03-04T10:00:00Z');
    expect(clock(after, 'response')).toBe(clock(before, 'response'));
  });

  it('pause the response while an element of 17 is awaited, and run against the requesting State meanwhile', () => {
    const asked = moved(acknowledged(), INFORMATION_REQUESTED, '2026-03-10T10:00:00Z');
    expect(clock(asked, 'response').state).toBe('paused');
    expect(clock(asked, 'information')).toMatchObject({ state: 'runs', actingState: 'QR' });

    const supplied = moved(asked, ACKNOWLEDGED, '2026-03-15T10:00:00Z');
    expect(clock(supplied, 'information')).toMatchObject({ state: 'settled' });
    expect(daysOf(supplied).response).toBe('2026-04-06');
    expect(lastDayOf(clock(supplied, 'response').firstDueAt, ZONE)).toBe('2026-04-01');
  });

  it('begin a new count for every round of information', () => {
    const first = moved(
      moved(acknowledged(), INFORMATION_REQUESTED, '2026-03-05T10:00:00Z'),
      ACKNOWLEDGED,
      '2026-03-06T10:00:00Z',
    );
    const second = moved(first, INFORMATION_REQUESTED, '2026-03-10T10:00:00Z');
    expect(clock(second, 'information')).toMatchObject({ state: 'runs', settledAt: null });
    expect(daysOf(second).information).toBe('2026-03-24');
  });

  it('run to the new date after a delay, with the first date still visible', () => {
    const delayed = moved(acknowledged(), ACKNOWLEDGED, '2026-03-10T10:00:00Z', { newDueOn: '2026-05-31' });
    expect(daysOf(delayed).response).toBe('2026-05-31');
    expect(lastDayOf(clock(delayed, 'response').firstDueAt, ZONE)).toBe('2026-04-01');
  });

  it('keep the date of a delay when information is supplied, pushed by the pause', () => {
    const delayed = moved(acknowledged(), ACKNOWLEDGED, '2026-03-10T10:00:00Z', { newDueOn: '2026-05-31' });
    const asked = moved(delayed, INFORMATION_REQUESTED, '2026-03-12T10:00:00Z');
    const supplied = moved(asked, ACKNOWLEDGED, '2026-03-14T10:00:00Z');
    expect(daysOf(supplied).response).toBe('2026-06-02');
  });

  it('start the response anew when the request is reopened', () => {
    const closed = moved(moved(acknowledged(), RESPONDED, '2026-03-20T10:00:00Z'), OFF, '2026-03-21T10:00:00Z');
    const reopened = moved(closed, ACKNOWLEDGED, '2026-06-01T10:00:00Z');
    expect(clock(reopened, 'response')).toMatchObject({ state: 'runs', settledAt: null, missedAt: null });
    expect(daysOf(reopened).response).toBe('2026-07-01');
    expect(clock(reopened, 'acknowledgement').settledAt).toEqual(new Date('2026-03-04T10:00:00Z'));
  });

  it('start a running clock anew when told to', () => {
    const restarted = moved(acknowledged(), ACKNOWLEDGED, '2026-03-20T10:00:00Z', { restart: ['response'] });
    expect(daysOf(restarted).response).toBe('2026-04-19');
    expect(lastDayOf(clock(restarted, 'response').firstDueAt, ZONE)).toBe('2026-04-19');
  });

  it('stop without settling when the request is withdrawn, and none is made for what never ran', () => {
    const withdrawn = moved(submitted(), OFF, '2026-03-03T10:00:00Z');
    expect(withdrawn.map(({ clock, state, settledAt }) => ({ clock, state, settledAt }))).toEqual([
      { clock: 'acknowledgement', state: 'off', settledAt: null },
      { clock: 'response', state: 'off', settledAt: null },
    ]);
    expect(nextDueAt(withdrawn)).toBeNull();
  });

  it('do not pause what does not run', () => {
    expect(() => moved([], INFORMATION_REQUESTED, '2026-03-03T10:00:00Z')).toThrow('does not run');
  });
});

describe('a missed deadline', () => {
  const AFTER_THE_SEVENTH_DAY = '2026-03-10T12:00:00Z';

  it('is found by a late move even when no sweep came by', () => {
    const late = moved(submitted(), ACKNOWLEDGED, AFTER_THE_SEVENTH_DAY);
    expect(clock(late, 'acknowledgement')).toMatchObject({ state: 'settled', missedAt: new Date('2026-03-09T23:00:00Z') });
  });

  it('is not un-missed by what happens afterwards in the same count', () => {
    const responseLate = moved(acknowledged(), INFORMATION_REQUESTED, '2026-04-10T10:00:00Z');
    const supplied = moved(responseLate, ACKNOWLEDGED, '2026-05-10T10:00:00Z');
    expect(clock(supplied, 'response').missedAt).toEqual(new Date('2026-04-01T22:00:00Z'));
    expect(clock(moved(supplied, OFF, '2026-05-11T10:00:00Z'), 'response').missedAt).toEqual(new Date('2026-04-01T22:00:00Z'));
  });

  it('leaves the new date of a delay to be kept or missed in its turn', () => {
    const delayedLate = moved(acknowledged(), ACKNOWLEDGED, '2026-04-10T10:00:00Z', { newDueOn: '2026-05-31' });
    expect(clock(delayedLate, 'response').missedAt).toBeNull();
    expect(missesOf(clock(delayedLate, 'response'))).toEqual([new Date('2026-04-01T22:00:00Z')]);
    expect(isOverdue(clock(delayedLate, 'response'), new Date('2026-05-31T20:00:00Z'))).toBe(false);
    expect(isOverdue(clock(delayedLate, 'response'), new Date('2026-05-31T22:00:00Z'))).toBe(true);
  });

  it('is remembered, one after the other, by a clock that starts anew', () => {
    const missed = moved(acknowledged(), ACKNOWLEDGED, '2026-04-10T10:00:00Z', { newDueOn: '2026-05-31' });
    const missedAgain = moved(missed, OFF, '2026-06-10T10:00:00Z');
    const reopened = moved(missedAgain, ACKNOWLEDGED, '2026-07-01T10:00:00Z');
    expect(clock(reopened, 'response').missedAt).toBeNull();
    expect(missesOf(clock(reopened, 'response'))).toEqual([new Date('2026-04-01T22:00:00Z'), new Date('2026-05-31T22:00:00Z')]);
  });

  it('is missed by a response that comes after its date, though the request was closed on silence before', () => {
    const closed = moved(submitted(), OFF, '2026-03-12T10:00:00Z');
    expect(clock(moved(closed, RESPONDED, '2026-03-20T10:00:00Z'), 'response').missedAt).toBeNull();
    const late = clock(moved(closed, RESPONDED, '2026-04-20T10:00:00Z'), 'response');
    expect(late).toMatchObject({ state: 'settled', settledAt: new Date('2026-04-20T10:00:00Z'), missedAt: late.dueAt });
  });

  it('is no acknowledgement that a redirect made needless, when the request is reopened long after', () => {
    const redirected = moved(submitted(), OFF, '2026-03-04T10:00:00Z');
    const reopened = moved(redirected, ACKNOWLEDGED, '2026-05-04T10:00:00Z', { restart: ['response'] });
    expect(clock(reopened, 'acknowledgement').missedAt).toBeNull();
  });

  it('is not missed for time during which the clock stood still: paused on the last evening, resumed after midnight, it ends with that day', () => {
    const asked = moved(acknowledged(), INFORMATION_REQUESTED, '2026-04-01T21:00:00Z');
    const supplied = moved(asked, ACKNOWLEDGED, '2026-04-01T22:30:00Z');
    expect(lastDayOf(clock(asked, 'response').dueAt, ZONE)).toBe('2026-04-01');
    expect(clock(supplied, 'response')).toMatchObject({ missedAt: null, dueAt: new Date('2026-04-02T22:00:00Z') });
    const answered = moved(supplied, RESPONDED, '2026-04-02T21:59:59Z');
    expect(missesOf(clock(answered, 'response'))).toEqual([]);
  });

  it('is not missed so under a date that a State named either, and stays missed where it was before the pause', () => {
    const delayed = moved(acknowledged(), ACKNOWLEDGED, '2026-03-10T10:00:00Z', { newDueOn: '2026-05-31' });
    const asked = moved(delayed, INFORMATION_REQUESTED, '2026-05-31T21:00:00Z');
    expect(daysOf(moved(asked, ACKNOWLEDGED, '2026-05-31T22:00:00Z')).response).toBe('2026-06-01');
    const askedLate = moved(delayed, INFORMATION_REQUESTED, '2026-05-31T22:00:00Z');
    const late = clock(moved(askedLate, ACKNOWLEDGED, '2026-06-03T10:00:00Z'), 'response');
    expect(missesOf(late)).toEqual([new Date('2026-05-31T22:00:00Z')]);
  });

  it('is not missed by an act in the last second of the last day', () => {
    const justInTime = moved(submitted(), ACKNOWLEDGED, '2026-03-09T22:59:59.999Z');
    expect(clock(justInTime, 'acknowledgement').missedAt).toBeNull();
    expect(clock(moved(submitted(), ACKNOWLEDGED, '2026-03-09T23:00:00Z'), 'acknowledgement').missedAt).not.toBeNull();
  });
});

describe('whatever the moves', () => {
  const ROWS = [SUBMITTED, ACKNOWLEDGED, RESPONDED, CLARIFICATION_REQUESTED, OFF] as const;
  const step = fc.record({
    row: fc.constantFrom<ClockMove['clocks']>(...ROWS, INFORMATION_REQUESTED),
    after: fc.integer({ min: 0, max: 40 * 86_400_000 }),
    delayed: fc.boolean(),
  });

  it('the stored dates are those that the intervals give, the intervals follow each other, and versions only grow', () => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 12 }),
        fc.constantFrom('UTC', ZONE, 'Australia/Lord_Howe', 'Pacific/Apia'),
        (steps, timeZone) => {
          let at = Date.parse('2026-01-05T09:00:00Z');
          let readings = play([], { row: SUBMITTED }, at, timeZone);
          for (const next of steps) {
            at += next.after;
            const row = canPause(readings) ? next.row : ACKNOWLEDGED;
            const before = readings;
            readings = play(before, { row, ...(next.delayed ? { newDueOn: '2030-01-01' } : {}) }, at, timeZone);
            for (const reading of readings) {
              expect(reading.dueAt).toEqual(dueAtOf(reading.intervals, timeZone));
              expect(reading.intervals.filter(({ to }) => to === null)).toHaveLength(
                reading.state === 'runs' || reading.state === 'paused' ? 1 : 0,
              );
              expect(isInOrder(reading)).toBe(true);
              if (reading.state === 'settled') expect(reading.settledAt).not.toBeNull();
              const old = before.find((other) => other.clock === reading.clock);
              if (old) expect(reading.version - old.version).toBe(sameContent(old, reading) ? 0 : 1);
            }
          }
        },
      ),
    );
  });

  function play(
    readings: readonly ClockReading[],
    { row, newDueOn }: { row: ClockMove['clocks']; newDueOn?: string },
    at: number,
    timeZone: string,
  ) {
    return moved(readings, row, new Date(at).toISOString(), { newDueOn, timeZone }).map((reading) => ({
      ...reading,
      savedVersion: reading.version,
    }));
  }

  function canPause(readings: readonly ClockReading[]): boolean {
    return ['runs', 'paused'].includes(readings.find((reading) => reading.clock === 'response')?.state ?? 'off');
  }

  function sameContent(one: ClockReading, other: ClockReading): boolean {
    return JSON.stringify({ ...one, version: 0, savedVersion: 0 }) === JSON.stringify({ ...other, version: 0, savedVersion: 0 });
  }

  function isInOrder({ intervals }: ClockReading): boolean {
    return intervals.every(({ from, to }, index) => {
      const next = intervals[index + 1];
      return to === null ? next === undefined : from <= to && (next === undefined || to <= next.from);
    });
  }
});

interface Extras {
  readonly priority?: ClockMove['priority'];
  readonly newDueOn?: string | undefined;
  readonly restart?: readonly Clock[];
  readonly timeZone?: string;
}

function moved(
  readings: readonly ClockReading[],
  clocks: ClockMove['clocks'],
  at: string,
  { timeZone = ZONE, priority = 'routine', ...extras }: Extras = {},
) {
  return advanceClocks(readings, {
    clocks,
    at: new Date(at),
    cause: 'spec.moved',
    parties: { requesting: { state: stateCode('QR'), timeZone }, requested: { state: stateCode('QM'), timeZone } },
    profile: ITI_DEFAULT,
    priority,
    ...extras,
  });
}

function submitted() {
  return moved([], SUBMITTED, '2026-03-02T10:00:00Z');
}

function acknowledged() {
  return moved(submitted(), ACKNOWLEDGED, '2026-03-04T10:00:00Z');
}

function clock(readings: readonly ClockReading[], name: Clock): ClockReading {
  const reading = readings.find((candidate) => candidate.clock === name);
  if (!reading) throw new Error(`There is no ${name} clock.`);
  return reading;
}

/** The last day of every clock that runs. */
function daysOf(readings: readonly ClockReading[]): Partial<Record<Clock, string>> {
  const running = CLOCK_NAMES.flatMap((name) => readings.filter((reading) => reading.clock === name && reading.state === 'runs'));
  return Object.fromEntries(running.map(({ clock: name, dueAt }) => [name, lastDayOf(dueAt, ZONE)]));
}
