import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeskLog } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { CheckDeadlineProcessor } from './check-deadline.processor.js';
import { ClockAgreement } from './clock-agreement.service.js';
import { WakeUps } from './wake-ups.service.js';

let desk: TestDatabase;
beforeEach(async () => {
  desk = await openTestDatabase();
});
afterEach(async () => desk.close());

interface Rung {
  readonly jobId?: string;
  readonly delayMs?: number;
}

function aQueue(time: () => Promise<Date | null> = () => Promise.resolve(null)) {
  const added: Rung[] = [];
  const add = (_queue: string, _job: string, _payload: object, options: Rung) => Promise.resolve(void added.push(options));
  return { added, queues: { add, time } as never };
}

async function pending(count: number, due: string, state = 'runs'): Promise<void> {
  await desk.superuser(
    `insert into deadlines (request_id, reference, requesting_state, requested_state, clock, acting_state, time_zone, state, profile,
       profile_version, intervals, first_due_at, due_at, version)
     select uuidv7(), 'TD-7K3F-92QX4', 'QR', 'QM', 'response', 'QM', 'UTC', $3, 'ITI-DEFAULT', 1, '[]', due, due, 1
       from generate_series(1, $1) n, lateral (select date_trunc('second', desk_now()) + $2::interval as due) as at`,
    [count, due, state],
  );
}

describe('reconciliation', () => {
  it('adds one wake-up for all that falls due at one instant, none for what is paused, past or far ahead', async () => {
    await pending(40, '10 minutes');
    await pending(3, '30 minutes');
    await pending(1, '20 minutes', 'paused');
    await pending(1, '-1 minute');
    await pending(1, '3 hours');
    const { added, queues } = aQueue();
    expect(await new WakeUps(desk.database, queues).reconcile()).toBe(2);
    expect(added.map(({ delayMs }) => Math.ceil(delayMs! / 60_000))).toEqual([10, 30]);
  });

  it('adds one for a clock paused under a cap: it falls due like one that runs', async () => {
    await pending(1, '20 minutes', 'paused');
    await desk.superuser('update deadlines set pause_capped = true');
    const { queues } = aQueue();
    expect(await new WakeUps(desk.database, queues).reconcile()).toBe(1);
  });

  it('adds the nearest only, however many instants there are', async () => {
    await pending(1, '40 minutes');
    await desk.superuser(
      `insert into deadlines (request_id, reference, requesting_state, requested_state, clock, acting_state, time_zone, state, profile,
         profile_version, intervals, first_due_at, due_at, version)
       select uuidv7(), reference, requesting_state, requested_state, clock, acting_state, time_zone, state, profile,
         profile_version, intervals, due_at, due_at - n * interval '1 second', 1
         from deadlines, generate_series(1, 1500) n`,
    );
    const { added, queues } = aQueue();
    expect(await new WakeUps(desk.database, queues).reconcile()).toBe(1_000);
    const minutes = added.map(({ delayMs }) => delayMs! / 60_000);
    expect(Math.max(...minutes)).toBeLessThan(33);
    expect(Math.min(...minutes)).toBeLessThan(16);
  });

  it('names an instant the same each time, so that a wake-up that still waits is not doubled', async () => {
    await pending(1, '10 minutes');
    const { added, queues } = aQueue();
    const wakeUps = new WakeUps(desk.database, queues);
    await wakeUps.reconcile();
    await wakeUps.reconcile();
    expect(new Set(added.map(({ jobId }) => jobId)).size).toBe(1);
  });
});

describe('clocks that disagree', () => {
  const sweeps = (time: () => Promise<Date | null>) => {
    const clocks = new ClockAgreement(desk.database, aQueue(time).queues, new DeskLog('silent'));
    let swept = 0;
    const sweep = { sweep: () => Promise.resolve((swept += 1)) };
    const processor = new CheckDeadlineProcessor(sweep as never, clocks, { sweep: () => Promise.resolve(0) } as never);
    return { ring: () => processor.handle({ id: 'due_1', name: 'check-deadline', data: {} }), swept: () => swept, clocks };
  };
  const apart = (ms: number) => () => Promise.resolve(new Date(Date.now() + ms));

  it.each([-61_000, 61_000, 11 * 86_400_000])('by %d ms: a wake-up marks nothing, and health is told', async (ms) => {
    const { ring, swept, clocks } = sweeps(apart(ms));
    await ring();
    expect(swept()).toBe(0);
    expect(clocks.agrees).toBe(false);
    expect(Math.abs(clocks.lastApartMs! - ms)).toBeLessThan(2_000);
  });

  it.each([-55_000, 0, 55_000])('by %d ms are no reason to stop', async (ms) => {
    const { ring, swept } = sweeps(apart(ms));
    await ring();
    expect(swept()).toBe(1);
  });

  it('cannot be told while the queue is away or has no clock: PostgreSQL’s is the clock', async () => {
    for (const time of [() => Promise.reject(new Error('away')), () => Promise.resolve(null)]) {
      const { ring, swept } = sweeps(time);
      await ring();
      expect(swept()).toBe(1);
    }
  });
});
