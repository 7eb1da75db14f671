import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openTestDatabase } from '@tracedesk/testing/database';
import { UnrecoverableError } from 'bullmq';
import { findRedis, startPrivateRedis, type PrivateRedis } from '../embedded/private-redis.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { openPostgresQueues, prepareQueueSchema } from './postgres-place.adapter.js';
import type { Job, Queues } from './queues.js';
import { openRedisQueues } from './redis-place.adapter.js';

// Servers are started and killed here, beside other suites that do the same.
jest.setTimeout(60_000);

const log = new DeskLog('silent');
const redis = findRedis(process.env['PATH'] ?? '');

interface Place {
  open(): Promise<Queues>;
  leave(): Promise<void>;
}

async function onRedis(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-spec-'));
  const server: PrivateRedis = await startPrivateRedis(redis!, join(folder, 'redis'));
  return {
    open: () => openRedisQueues(server.url, log),
    leave: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function onPostgres(): Promise<Place> {
  const database = await openTestDatabase();
  // A clone has no rights of its own on itself; a desk's database is given them when it is made.
  const name = new URL(database.access.administratorUrl).pathname.slice(1);
  await database.superuser(`grant create on database "${name}" to desk_owner`);
  await prepareQueueSchema(database.access);
  return { open: () => openPostgresQueues(database.access, log), leave: () => database.close() };
}

const PLACES = [...(redis ? [['redis', onRedis] as const] : []), ['postgres', onPostgres] as const];

describe.each(PLACES)('queues on %s', (backend, make) => {
  let place: Place;
  let queues: Queues;
  const rung: Job[] = [];
  const when: number[] = [];

  const until = async (holds: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 400 && !holds(); turn += 1) await pause(25);
  };

  beforeAll(async () => {
    place = await make();
    queues = await place.open();
    queues.work('deadlines', async (job) => {
      if (job.data['attempt'] === 'fails-once' && !rung.some(({ data }) => data['attempt'] === 'fails-once')) {
        rung.push(job);
        throw new Error('not this time');
      }
      rung.push(job);
      if (job.data['attempt'] === 'fails-for-good') throw new UnrecoverableError('never');
      when.push(Date.now());
    });
  });
  afterAll(async () => {
    await queues.close();
    await place.leave();
  });

  it('refuses nothing silently: a job without an id is taken', async () => {
    await queues.add('deadlines', 'check-deadline', { n: 1 });
    await until(() => rung.length === 1);
    expect(rung).toEqual([{ id: expect.any(String), name: 'check-deadline', data: { n: 1 } }]);
  });

  it('rings once for an id that is added twice while it waits', async () => {
    await queues.add('deadlines', 'check-deadline', { n: 2 }, { jobId: 'a_response_1', delayMs: 300 });
    await queues.add('deadlines', 'check-deadline', { n: 2 }, { jobId: 'a_response_1', delayMs: 300 });
    await until(() => rung.filter(({ data }) => data['n'] === 2).length > 0);
    await pause(500);
    expect(rung.filter(({ data }) => data['n'] === 2)).toHaveLength(1);
  });

  it('takes the id again after it has rung', async () => {
    await queues.add('deadlines', 'check-deadline', { n: 2 }, { jobId: 'a_response_1' });
    await until(() => rung.filter(({ data }) => data['n'] === 2).length > 1);
    expect(rung.filter(({ data }) => data['n'] === 2)).toHaveLength(2);
  });

  it('never rings early', async () => {
    const added = Date.now();
    const before = when.length;
    await queues.add('deadlines', 'check-deadline', { n: 3 }, { delayMs: 400.7 });
    await until(() => when.length > before);
    expect(when.at(-1)! - added).toBeGreaterThanOrEqual(400);
  });

  it('rings again for a handler that failed', async () => {
    await queues.add('deadlines', 'check-deadline', { attempt: 'fails-once' });
    await until(() => rung.filter(({ data }) => data['attempt'] === 'fails-once').length === 2);
    expect(rung.filter(({ data }) => data['attempt'] === 'fails-once')).toHaveLength(2);
  });

  it('takes the id again after its job has failed for good', async () => {
    const failed = { jobId: 'b_response_1' };
    await queues.add('deadlines', 'check-deadline', { attempt: 'fails-for-good' }, failed);
    const tries = (): number => rung.filter(({ data }) => data['attempt'] === 'fails-for-good').length;
    await until(() => tries() === 1);
    await pause(300);
    await queues.add('deadlines', 'check-deadline', { attempt: 'fails-for-good' }, failed);
    await until(() => tries() === 2);
    expect(tries()).toBe(2);
  });

  it('says which backend it is and that it answers', async () => {
    expect(await queues.health()).toMatchObject({ backend, reachable: true, fit: true, polled: true });
  });

  it('ends the job at hand before it closes, and takes none afterwards', async () => {
    const other = await place.open();
    let ended = false;
    let begun = false;
    other.work('notices', async () => {
      begun = true;
      await pause(400);
      ended = true;
    });
    if (backend === 'postgres') {
      // Another process works the queues here, so this one stands by: it must still close at once.
      await other.close();
    } else {
      await other.add('notices', 'write-notice', { n: 1 });
      await until(() => begun);
      await other.close();
      expect(ended).toBe(true);
    }
    await expect(other.add('notices', 'write-notice', { n: 2 })).rejects.toThrow();
    await other.close();
  });
});
