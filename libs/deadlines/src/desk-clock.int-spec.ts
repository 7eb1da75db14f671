import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Queues, QueueName } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DeskClock } from './desk-clock.service.js';

let desk: TestDatabase;
let rung: QueueName[];
let clock: DeskClock;

beforeAll(async () => {
  desk = await openTestDatabase();
  rung = [];
  clock = new DeskClock(desk.database, { add: (queue: QueueName) => (rung.push(queue), Promise.resolve()) } as unknown as Queues);
});
afterAll(() => desk.close());

describe('the clock of a demonstration', () => {
  it('moves forward and rings the sweep', async () => {
    const before = await now();
    const moved = await clock.advance('P7D');
    if (!moved.ok) throw new Error(moved.denial.code);
    const days = (moved.value.getTime() - before.getTime()) / 86_400_000;
    expect(days).toBeGreaterThanOrEqual(7);
    expect(days).toBeLessThan(7.01);
    expect(rung).toEqual(['deadlines']);
  });

  it('moves neither backwards nor by a calendar month', async () => {
    expect(await clock.advance('-P1D')).toMatchObject({ denial: { code: 'PERIOD_INVALID', field: 'advance' } });
    expect(await clock.advance('P1M')).toMatchObject({ denial: { code: 'PERIOD_INVALID' } });
  });

  it('moves even while the queue is away: the repeating sweep needs no bell', async () => {
    const deaf = new DeskClock(desk.database, { add: () => Promise.reject(new Error('away')) } as unknown as Queues);
    expect(await deaf.advance('PT1H')).toMatchObject({ ok: true });
  });

  it('cannot be moved on a server: there is no such function', async () => {
    await desk.superuser('drop function advance_desk_clock(interval)');
    expect(await clock.advance('P1D')).toMatchObject({ denial: { code: 'CLOCK_NOT_MOVABLE' } });
  });
});

async function now(): Promise<Date> {
  const [row] = await desk.superuser<{ now: Date }>('select desk_now() as now');
  return (row as { now: Date }).now;
}
