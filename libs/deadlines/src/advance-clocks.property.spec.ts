import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { calendarless } from './calendar.js';
import { missesOf, ticks, type ClockReading } from './clock.js';
import { explain, recompute, type ExportedCount } from './explanation.js';
import type { DeadlineProfile } from './profile.js';
import { ECOWAS_19, EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';

const QR = { state: stateCode('QR'), timeZone: 'America/Sao_Paulo' };
const QM = { state: stateCode('QM'), timeZone: 'Pacific/Apia', calendar: calendarless(stateCode('QM'), 'Pacific/Apia') };

const WORKING: DeadlineProfile = {
  ...ITI_DEFAULT,
  id: 'BILATERAL-QM-QR-1',
  pauses: { cappedDays: 5 },
  periods: {
    ...ITI_DEFAULT.periods,
    response: { ...ITI_DEFAULT.periods.response, routine: { unit: 'working_days', length: 12, start: 'receipt' } },
  },
};

/** Rows of the status × clock table, as moves lead from one to the next. */
const ROWS: readonly ClockMove['clocks'][] = [
  { acknowledgement: 'runs', response: 'runs' },
  { acknowledgement: 'settled', response: 'runs' },
  { acknowledgement: 'settled', response: 'paused', information: 'runs' },
  { acknowledgement: 'settled', response: 'runs', information: 'settled' },
  { acknowledgement: 'settled', response: 'settled' },
  { acknowledgement: 'settled', response: 'settled', clarification: 'runs' },
  { acknowledgement: 'off', response: 'off', information: 'off', clarification: 'off' },
];
const STEPS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 6],
  1: [2, 4, 6],
  2: [3, 4, 6],
  3: [2, 4, 6],
  4: [5, 6],
  5: [4, 6],
  6: [],
};

const story = fc.record({
  profile: fc.constantFrom<DeadlineProfile>(ITI_DEFAULT, ECOWAS_19, EU_2023_977, WORKING),
  priority: fc.constantFrom('routine' as const, 'urgent' as const, 'urgent_direct' as const),
  begins: fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2030, 0, 1) }),
  steps: fc.array(fc.record({ choice: fc.nat(10), hours: fc.integer({ min: 0, max: 600 }) }), { maxLength: 8 }),
});

describe('the clocks of any request', () => {
  it('are the same after a move that is told twice, now or later', () => {
    fc.assert(
      fc.property(story, fc.nat(1_000), (told, later) => {
        const { readings, last } = play(told);
        const again = advanceClocks(readings, { ...last, at: new Date(last.at.getTime() + later) });
        for (const [index, reading] of again.entries()) {
          expect({ ...reading, missedAt: null, version: 0 }).toEqual({ ...readings[index], missedAt: null, version: 0 });
        }
      }),
    );
  });

  it('are worked out again to the same instants from what the API tells alone', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const reading of play(told).readings) {
          const sent = JSON.parse(JSON.stringify(explain(reading, told.profile))) as {
            derivation: ExportedCount;
            storedDueAt: string;
          };
          expect(recompute(sent.derivation).toISOString()).toBe(sent.storedDueAt);
        }
      }),
    );
  });

  it('never lose a miss, and miss nothing that did not tick', () => {
    fc.assert(
      fc.property(story, (told) => {
        let known: readonly number[] = [];
        play(told, (readings, at) => {
          const misses = readings.flatMap((reading) => missesOf(reading).map((missed) => missed.getTime()));
          expect(misses).toEqual(expect.arrayContaining([...known]));
          for (const missed of misses) expect(missed).toBeLessThanOrEqual(at.getTime());
          known = misses;
        });
      }),
    );
  });

  it('are due no earlier than they first were, and tick only while open', () => {
    fc.assert(
      fc.property(story, (told) => {
        for (const reading of play(told).readings) {
          expect(reading.dueAt.getTime()).toBeGreaterThanOrEqual(reading.firstDueAt.getTime());
          if (ticks(reading)) expect(['runs', 'paused']).toContain(reading.state);
        }
      }),
    );
  });
});

type Story = typeof story extends fc.Arbitrary<infer Told> ? Told : never;

function play(
  { profile, priority, begins, steps }: Story,
  look: (readings: readonly ClockReading[], at: Date) => void = () => undefined,
): { readonly readings: readonly ClockReading[]; readonly last: ClockMove } {
  let [row, at] = [0, begins];
  const moveAt = (): ClockMove => ({
    clocks: ROWS[row] ?? {},
    at: new Date(at),
    cause: 'spec.moved',
    parties: { requesting: QR, requested: QM },
    profile,
    priority,
  });
  let last = moveAt();
  let readings = advanceClocks([], last);
  look(readings, last.at);
  for (const { choice, hours } of steps) {
    const open = STEPS[row] ?? [];
    if (open.length === 0) break;
    row = open[choice % open.length] ?? row;
    at += hours * 3_600_000;
    last = moveAt();
    readings = advanceClocks(readings, last);
    look(readings, last.at);
  }
  return { readings, last };
}
