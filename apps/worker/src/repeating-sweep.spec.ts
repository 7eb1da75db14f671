import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DeskLog } from '@tracedesk/platform';
import { ALARM_AFTER_MS, RepeatingSweep, SWEEP_EVERY_MS } from './repeating-sweep.service.js';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('the repeating sweep', () => {
  it('sweeps at the start and then every few seconds, with nothing in any queue', async () => {
    const { sweep, swept } = aSweep(() => Promise.resolve(0));
    sweep.start();
    await jest.advanceTimersByTimeAsync(3 * SWEEP_EVERY_MS);
    await sweep.stop();
    expect(swept()).toBe(4);
  });

  it('goes on after the database was away, and shows meanwhile for how long', async () => {
    let away = true;
    const { sweep } = aSweep(() => (away ? Promise.reject(new Error('away')) : Promise.resolve(0)));
    sweep.start();
    await jest.advanceTimersByTimeAsync(ALARM_AFTER_MS + SWEEP_EVERY_MS);
    expect(sweep.millisecondsSinceSweep()).toBeGreaterThan(ALARM_AFTER_MS);
    away = false;
    await jest.advanceTimersByTimeAsync(SWEEP_EVERY_MS);
    expect(sweep.millisecondsSinceSweep()).toBeLessThan(SWEEP_EVERY_MS);
    await sweep.stop();
  });

  it('marks nothing while the clocks of database and queue disagree, shows it, and goes on when they agree', async () => {
    let agree = false;
    const { sweep, swept } = aSweep(
      () => Promise.resolve(0),
      () => agree,
    );
    sweep.start();
    await jest.advanceTimersByTimeAsync(ALARM_AFTER_MS + SWEEP_EVERY_MS);
    expect(swept()).toBe(0);
    expect(sweep.millisecondsSinceSweep()).toBeGreaterThan(ALARM_AFTER_MS);
    agree = true;
    await jest.advanceTimersByTimeAsync(SWEEP_EVERY_MS);
    expect(swept()).toBe(1);
    await sweep.stop();
  });

  it('does not overtake itself, and stops after the sweep at hand', async () => {
    let finish: () => void = () => undefined;
    const { sweep, swept } = aSweep(() => new Promise((resolve) => (finish = () => resolve(1))));
    sweep.start();
    await jest.advanceTimersByTimeAsync(5 * SWEEP_EVERY_MS);
    expect(swept()).toBe(1);
    let stopped = false;
    const stopping = sweep.stop().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(0);
    expect(stopped).toBe(false);
    finish();
    await stopping;
  });
});

function aSweep(once: () => Promise<number>, clocksAgree = (): boolean => true) {
  let count = 0;
  const deadlines = {
    sweep: () => {
      count += 1;
      return once();
    },
  };
  const clocks = { holds: () => Promise.resolve(clocksAgree()) };
  const reminders = { sweep: () => Promise.resolve(0) };
  const offices = { ask: () => Promise.resolve(0) };
  const database = { as: () => Promise.resolve(0) };
  const sweep = new RepeatingSweep(
    deadlines as never,
    clocks as never,
    reminders as never,
    offices as never,
    database as never,
    {} as never,
    new DeskLog('silent'),
  );
  return { sweep, swept: () => count };
}
