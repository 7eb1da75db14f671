import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import { advanceClocks, type ClockMove } from './advance-clocks.js';
import type { ClockReading } from './clock.js';
import { remindersOf } from './reminders.js';
import { ITI_DEFAULT } from './shipped-profiles.js';
import { isEscalation, toldNotice } from './told.js';

const SUBMITTED = new Date('2026-03-02T10:00:00Z');
const PARTIES = {
  requesting: { state: stateCode('QR'), timeZone: 'UTC' },
  requested: { state: stateCode('QM'), timeZone: 'UTC' },
};

describe('the reminders of a clock', () => {
  it('are none while it is paused, settled or ended', () => {
    for (const response of ['paused', 'settled', 'off'] as const)
      expect(remindersOf(responseOf(move(submitted(), { response }, '2026-03-05T10:00:00Z')))).toEqual([]);
  });

  it('come at half and at four fifths of the period, and go further once it is overdue', () => {
    // From 10:00 on the 2nd to the end of 1 April: 30 days and 14 hours.
    expect(
      remindersOf(responseOf(submitted())).map(({ share, remindAt, tells }) => [share, remindAt.toISOString(), tells]),
    ).toEqual([
      [50, '2026-03-17T17:00:00.000Z', ['acting.assigned']],
      [80, '2026-03-26T21:12:00.000Z', ['acting.assigned']],
      [110, '2026-04-05T01:24:00.000Z', ['acting.assigned']],
      [120, '2026-04-08T02:48:00.000Z', ['acting.supervisor', 'waiting.office']],
    ]);
  });

  it('tell the supervisor of an urgent period from its half on', () => {
    const urgent = responseOf(submitted('urgent'));
    expect(remindersOf(urgent)[0]).toMatchObject({ share: 50, tells: ['acting.assigned', 'acting.supervisor'] });
  });

  it('keep to what the profile said when the count began, also beyond a delay', () => {
    const escalation = { routine: [{ share: 90, tells: ['acting.office'] as const }], urgent: [] };
    const begun = advanceClocks([], aMove({ response: 'runs' }, SUBMITTED, { profile: { ...ITI_DEFAULT, escalation } }));
    const delayed = advanceClocks(
      begun,
      aMove({ response: 'runs' }, new Date('2026-03-10T00:00:00Z'), { newDueOn: '2026-06-30' }),
    );
    expect(remindersOf(responseOf(delayed)).map(({ share }) => share)).toEqual([90]);
  });

  it('move with a pause, and lie where they lay before for what came before it', () => {
    const paused = move(submitted(), { response: 'paused' }, '2026-03-05T10:00:00Z');
    const resumed = responseOf(move(paused, { response: 'runs' }, '2026-03-15T10:00:00Z'));
    expect(remindersOf(resumed)[0]?.remindAt.toISOString()).toBe('2026-03-27T17:00:00.000Z');
  });
});

describe('the reminders of a clock whose pauses are capped at ten days', () => {
  const capped = { ...ITI_DEFAULT, pauses: { cappedDays: 10 } };
  const begun = advanceClocks([], aMove({ response: 'runs' }, SUBMITTED, { profile: capped }));
  const paused = move(begun, { response: 'paused' }, '2026-03-05T10:00:00Z');
  const instants = (readings: readonly ClockReading[]) =>
    remindersOf(responseOf(readings)).map(({ remindAt }) => remindAt.toISOString());

  it('are planned while it is paused: it falls due though nobody closes the pause', () => {
    // Ten days later than without a pause: on the 15th the clock runs again by itself.
    expect(instants(paused)).toEqual([
      '2026-03-27T17:00:00.000Z',
      '2026-04-05T21:12:00.000Z',
      '2026-04-15T01:24:00.000Z',
      '2026-04-18T02:48:00.000Z',
    ]);
  });

  it('stay where they were when the pause is closed after the cap was used up', () => {
    expect(instants(move(paused, { response: 'runs' }, '2026-03-20T10:00:00Z'))).toEqual(instants(paused));
  });

  it('come earlier when it is closed before', () => {
    expect(instants(move(paused, { response: 'runs' }, '2026-03-06T10:00:00Z'))[0]).toBe('2026-03-18T17:00:00.000Z');
  });

  it('are planned within a second pause, which has no more than what the first has left', () => {
    const again = move(
      move(paused, { response: 'runs' }, '2026-03-11T10:00:00Z'),
      { response: 'paused' },
      '2026-03-12T10:00:00Z',
    );
    expect(instants(again)).toEqual(instants(paused));
  });
});

describe('whom a step tells', () => {
  const step = { actingState: stateCode('QM'), otherState: stateCode('QR'), share: 50 };

  it('is the task before the due instant, and says overdue after it', () => {
    expect(toldNotice(step, 'acting.assigned')).toEqual({ state: 'QM', audience: 'assigned', kind: 'deadline_reminder' });
    expect(toldNotice({ ...step, share: 110 }, 'acting.office')).toMatchObject({ audience: 'office', kind: 'deadline_overdue' });
  });

  it('is the supervisor, or the other State, and that is entered in the log', () => {
    expect(toldNotice(step, 'acting.supervisor')).toMatchObject({ state: 'QM', kind: 'deadline_escalated' });
    expect(toldNotice(step, 'waiting.office')).toEqual({ state: 'QR', audience: 'office', kind: 'deadline_escalated_by_other' });
    expect(isEscalation(['acting.assigned', 'acting.office'])).toBe(false);
    expect(isEscalation(['acting.assigned', 'waiting.office'])).toBe(true);
  });
});

function submitted(priority: 'routine' | 'urgent' = 'routine'): readonly ClockReading[] {
  return advanceClocks([], aMove({ response: 'runs' }, SUBMITTED, { priority }));
}

function move(readings: readonly ClockReading[], clocks: ClockMove['clocks'], at: string): readonly ClockReading[] {
  return advanceClocks(readings, aMove(clocks, new Date(at)));
}

function aMove(clocks: ClockMove['clocks'], at: Date, more: Partial<ClockMove> = {}): ClockMove {
  return { clocks, at, cause: 'spec.moved', parties: PARTIES, profile: ITI_DEFAULT, priority: 'routine', ...more };
}

function responseOf(readings: readonly ClockReading[]): ClockReading {
  return readings.find(({ clock }) => clock === 'response') as ClockReading;
}
