import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import fc from 'fast-check';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { calendarless } from './calendar.js';
import type { ClockReading, Unit } from './clock.js';
import { explain, recompute } from './explanation.js';
import type { DeadlineProfile } from './profile.js';
import { EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';

const HOUR = 3_600_000;
const RUNS = { acknowledgement: 'settled', response: 'runs' } as const;
const ASKED = { acknowledgement: 'settled', response: 'paused', information: 'runs' } as const;
const HOLIDAYS = ['2026-03-06', '2026-03-17', '2027-01-01'].map((on) => ({ on, name: 'Founding Day' }));
const CALENDAR = { ...calendarless(stateCode('QM'), 'Europe/Paris'), version: 4, holidays: HOLIDAYS };

describe('how a date was worked out', () => {
  it('is told from receipt to result, with the profile and where its number comes from', () => {
    const told = explain(response([['2026-03-02T10:00:00Z', RUNS]]), ITI_DEFAULT);
    expect(told.profile).toMatchObject({ id: 'ITI-DEFAULT', version: 1, source: { kind: 'policy' } });
    expect(told.lines).toEqual([
      { line: 'started', at: new Date('2026-03-02T10:00:00Z'), start: 'receipt', cause: 'spec.moved' },
      { line: 'profile', id: 'ITI-DEFAULT', version: 1, kind: 'policy' },
      { line: 'term', unit: 'calendar_days', length: 30 },
      { line: 'zone', state: 'QM', timeZone: 'Europe/Paris' },
      { line: 'term_ends', at: new Date('2026-04-01T09:00:00Z') },
      { line: 'due', at: new Date('2026-04-01T22:00:00Z'), lastDay: '2026-04-01', exact: false },
    ]);
  });

  it('names every pause, its cause and what it weighed', () => {
    const told = explain(
      response([
        ['2026-03-02T10:00:00Z', RUNS],
        ['2026-03-04T10:00:00Z', ASKED],
        ['2026-03-05T16:00:00Z', RUNS],
      ]),
      ITI_DEFAULT,
    );
    expect(told.lines).toContainEqual({
      line: 'pause',
      by: 'QM',
      from: new Date('2026-03-04T10:00:00Z'),
      to: new Date('2026-03-05T16:00:00Z'),
      cause: 'spec.moved',
      countedMs: 30 * HOUR,
      runsAgainAt: null,
    });
    expect(told.lines).toContainEqual({ line: 'pauses_added', count: 1, addedMs: 30 * HOUR, policy: 'pauses', capped: false });
  });

  it('says that a period did not end in a pause, but with the day on which the clock ran again', () => {
    const told = explain(
      response([
        ['2026-03-02T10:00:00Z', RUNS],
        ['2026-04-01T21:00:00Z', ASKED],
        ['2026-04-01T22:30:00Z', RUNS],
      ]),
      ITI_DEFAULT,
    );
    expect(told.lines.slice(-2)).toEqual([
      { line: 'carried_over', at: new Date('2026-04-01T22:30:00Z') },
      { line: 'due', at: new Date('2026-04-02T22:00:00Z'), lastDay: '2026-04-02', exact: false },
    ]);
    expect(recompute(told.derivation)).toEqual(told.dueAt);
  });

  it('says which holidays were met, by which version of the calendar, and no other', () => {
    const told = explain(response([['2026-03-02T10:00:00Z', RUNS]], { profile: counting('working_days', 5) }), ITI_DEFAULT);
    expect(told.lines).toContainEqual({ line: 'calendar', version: 4, weekend: [6, 7], holidays: ['2026-03-06'] });
  });

  it('says that hours end at the instant', () => {
    const told = explain(
      response([['2026-03-28T23:30:00Z', RUNS]], { profile: EU_2023_977, priority: 'urgent_direct' }),
      EU_2023_977,
    );
    expect(told.lines.at(-1)).toMatchObject({ at: new Date('2026-03-29T07:30:00Z'), exact: true });
  });

  it('tells of a date that was delayed, and keeps what was missed before', () => {
    const told = explain(
      response([
        ['2026-03-02T10:00:00Z', RUNS],
        ['2026-04-20T10:00:00Z', RUNS, '2026-05-31'],
      ]),
      ITI_DEFAULT,
    );
    expect(told.lines).toContainEqual({ line: 'named_date', date: '2026-05-31' });
    expect(told.lines).toContainEqual({ line: 'missed', dueAt: new Date('2026-04-01T22:00:00Z') });
  });

  it('reads what was stored before terms said how they pause', () => {
    const reading = response([['2026-03-02T10:00:00Z', RUNS]]);
    const [first] = reading.intervals;
    const old = { ...reading, intervals: [{ ...first, term: { unit: 'calendar_days', length: 30 } }] } as ClockReading;
    expect(explain(old, ITI_DEFAULT).dueAt).toEqual(reading.dueAt);
  });

  it('gives the same instant again from its export, whatever happened', () => {
    const unit = fc.constantFrom<Unit>('hours', 'calendar_days', 'working_days', 'months');
    const steps = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 6 });
    const pauses = fc.constantFrom<DeadlineProfile['pauses']>('pauses', 'does_not_pause', { cappedDays: 3 });
    fc.assert(
      fc.property(unit, fc.integer({ min: 1, max: 40 }), steps, pauses, (counted, length, hours, policy) => {
        let at = Date.parse('2026-02-27T09:30:00Z');
        const moves = hours.map((later, index): Move => {
          at += later * HOUR;
          return [new Date(at).toISOString(), index % 2 === 0 ? ASKED : RUNS];
        });
        const profile = { ...counting(counted, length), pauses: policy };
        const reading = response([['2026-02-27T09:30:00Z', RUNS], ...moves], { profile });
        const told = explain(reading, profile);
        const exported = JSON.parse(JSON.stringify(told)) as typeof told;
        expect(recompute(exported.derivation)).toEqual(reading.dueAt);
        expect(told.storedDueAt).toEqual(told.dueAt);
      }),
    );
  });
});

type Move = readonly [at: string, clocks: ClockMove['clocks'], newDueOn?: string];

function counting(unit: Unit, length: number): DeadlineProfile {
  const period = { unit, length, start: 'receipt' } as const;
  return { ...ITI_DEFAULT, periods: { ...ITI_DEFAULT.periods, response: { routine: period, urgent: period } } };
}

function response(moves: readonly Move[], how: Partial<Pick<ClockMove, 'profile' | 'priority'>> = {}): ClockReading {
  const readings = moves.reduce<readonly ClockReading[]>(
    (before, [at, clocks, newDueOn]) =>
      advanceClocks(before, {
        clocks,
        at: new Date(at),
        cause: 'spec.moved',
        parties: {
          requesting: { state: stateCode('QR'), timeZone: 'UTC' },
          requested: { state: stateCode('QM'), timeZone: 'Europe/Paris', calendar: CALENDAR },
        },
        profile: ITI_DEFAULT,
        priority: 'routine',
        newDueOn,
        ...how,
      }),
    [],
  );
  return readings.find(({ clock }) => clock === 'response') as ClockReading;
}
