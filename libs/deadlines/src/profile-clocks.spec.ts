import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import { calendarless } from './calendar.js';
import type { Clock, ClockReading } from './clock.js';
import { lastDayOf } from './due.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

const ZONE = 'Europe/Paris';
const SUBMITTED = { acknowledgement: 'runs', response: 'runs' } as const;
const ACKNOWLEDGED = { acknowledgement: 'settled', response: 'runs' } as const;
const INFORMATION_REQUESTED = { acknowledgement: 'settled', response: 'paused', information: 'runs' } as const;

describe('the clocks of a profile', () => {
  it('run on while information is awaited, where the profile lets nothing pause', () => {
    const before = moved([], ACKNOWLEDGED, '2026-03-02T10:00:00Z', { profile: { ...ITI_DEFAULT, pauses: 'does_not_pause' } });
    const asked = moved(before, INFORMATION_REQUESTED, '2026-03-10T10:00:00Z');
    expect(clock(asked, 'response')).toBe(clock(before, 'response'));
    expect(clock(asked, 'information').state).toBe('runs');
  });

  it('keep counting under the rule they began with, also after a delay', () => {
    const before = moved([], ACKNOWLEDGED, '2026-03-02T10:00:00Z', { profile: { ...ITI_DEFAULT, pauses: { cappedDays: 2 } } });
    const delayed = moved(before, ACKNOWLEDGED, '2026-03-10T10:00:00Z', { newDueOn: '2026-05-01' });
    const supplied = moved(moved(delayed, INFORMATION_REQUESTED, '2026-03-11T10:00:00Z'), ACKNOWLEDGED, '2026-03-21T10:00:00Z');
    expect(responseDay(supplied)).toBe('2026-05-03');
  });

  it('freeze the calendar beside a term in working days', () => {
    const working = { unit: 'working_days', length: 5, start: 'receipt' } as const;
    const profile = { ...ITI_DEFAULT, periods: { ...ITI_DEFAULT.periods, response: { routine: working, urgent: working } } };
    const calendar = {
      ...calendarless(stateCode('QM'), ZONE),
      version: 2,
      holidays: [{ on: '2026-03-06', name: 'Founding Day' }],
    };
    const parties = {
      requesting: { state: stateCode('QR'), timeZone: 'UTC' },
      requested: { state: stateCode('QM'), timeZone: ZONE, calendar },
    };
    const readings = moved([], SUBMITTED, '2026-03-02T10:00:00Z', { profile, parties });
    expect(responseDay(readings)).toBe('2026-03-10');
    expect(clock(readings, 'response').intervals[0]?.calendar).toEqual({ version: 2, weekend: [6, 7], holidays: ['2026-03-06'] });
  });
});

function moved(
  readings: readonly ClockReading[],
  clocks: ClockMove['clocks'],
  at: string,
  how: Partial<Pick<ClockMove, 'profile' | 'parties' | 'newDueOn'>> = {},
): readonly ClockReading[] {
  return advanceClocks(readings, {
    clocks,
    at: new Date(at),
    cause: 'spec.moved',
    parties: { requesting: { state: stateCode('QR'), timeZone: ZONE }, requested: { state: stateCode('QM'), timeZone: ZONE } },
    profile: ITI_DEFAULT,
    priority: 'routine',
    ...how,
  });
}

function clock(readings: readonly ClockReading[], wanted: Clock): ClockReading {
  return readings.find((reading) => reading.clock === wanted) as ClockReading;
}

function responseDay(readings: readonly ClockReading[]): string {
  return lastDayOf(clock(readings, 'response').dueAt, ZONE);
}
