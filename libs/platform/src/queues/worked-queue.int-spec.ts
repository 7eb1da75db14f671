import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { createRedisBackend, Queue, type BackendFactory, type IQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { findRedis, startPrivateRedis, type PrivateRedis } from '../embedded/private-redis.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { openRedisQueues } from './redis-place.adapter.js';
import { WorkedQueue } from './worked-queue.adapter.js';

jest.setTimeout(60_000);

const log = new DeskLog('silent');
const found = findRedis(process.env['PATH'] ?? '');

// What a queue asks of its Redis, and how it finds out that its worker is dead; what went wrong in BullMQ itself: bullmq-failures.int-spec.ts.
describeWhere(found !== null, 'There is no redis-server or valkey-server on the PATH.', 'a queue worked on Redis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-spec-'));
  let server: PrivateRedis;
  let control: Redis;
  let rung: string[];

  beforeAll(async () => {
    server = await startPrivateRedis(found!, join(folder, 'redis'));
    control = new Redis(server.url);
  });
  afterAll(async () => {
    control.disconnect();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await control.flushall();
    rung = [];
  });

  const opened = async () => {
    const queues = await openRedisQueues(server.url, log);
    queues.work('deadlines', (job) => Promise.resolve(void rung.push(String(job.data['n']))));
    return queues;
  };
  const until = async (holds: () => boolean, mostMs = 15_000): Promise<void> => {
    for (const end = Date.now() + mostMs; Date.now() < end && !holds();) await pause(25);
  };

  it.each(['allkeys-lru', 'allkeys-lfu', 'allkeys-random', 'volatile-lru', 'volatile-lfu', 'volatile-random', 'volatile-ttl'])(
    'does not start on a server that may throw keys away by %s (419, 1046, 2215, 1429)',
    async (policy) => {
      await control.config('SET', 'maxmemory-policy', policy);
      const refused = openRedisQueues(server.url, log);
      await expect(refused).rejects.toMatchObject({ code: 'QUEUE_NOT_USABLE', message: expect.stringContaining(policy) });
      await control.config('SET', 'maxmemory-policy', 'noeviction');
    },
  );

  it('is given nothing once its server may throw keys away, however late that is found (419, 1046, 2215, 1429)', async () => {
    const queues = await opened();
    await control.config('SET', 'maxmemory-policy', 'volatile-lru');
    for (const end = Date.now() + 20_000; Date.now() < end && (await queues.health()).fit;) await pause(100);
    expect(await queues.health()).toMatchObject({ reachable: true, fit: false });
    await expect(queues.add('deadlines', 'check-deadline', { n: 1 })).rejects.toMatchObject({ code: 'QUEUE_NOT_USABLE' });
    await control.config('SET', 'maxmemory-policy', 'noeviction');
    await queues.close();
  });

  it('replaces a worker whose blocking read never settles, and says meanwhile that nothing was polled', async () => {
    let made = 0;
    const dying: BackendFactory<IQueueBackend, object> = (...given) => {
      const backend = (createRedisBackend as unknown as BackendFactory<IQueueBackend, object>)(...given);
      if ((made += 1) === 1) backend.waitForJob = () => new Promise(() => undefined);
      return backend;
    };
    const queue = new WorkedQueue(
      {
        name: 'deadlines',
        handler: (job) => Promise.resolve(void rung.push(String(job.data['n']))),
        concurrency: 1,
        working: { connection: { url: server.url, maxRetriesPerRequest: null } },
        factory: dying,
        ping: () => Promise.resolve(),
        onError: () => undefined,
        onReady: () => undefined,
        // More than the five seconds that a healthy read may take.
        quietAfterMs: 7_000,
      },
      log,
    );
    const plain = new Queue('deadlines', { connection: { url: server.url } });
    await until(() => queue.isQuiet);
    expect(queue.isQuiet).toBe(true);
    await until(() => made === 2);
    await plain.add('check-deadline', { n: 'rung by the new one' });
    await until(() => rung.length > 0);
    await plain.close();
    await queue.close();
    expect(rung).toEqual(['rung by the new one']);
  });

  it('has a clock of its own, to hold the database’s against', async () => {
    const queues = await opened();
    const apart = (await queues.time())!.getTime() - Date.now();
    await queues.close();
    expect(Math.abs(apart)).toBeLessThan(1_000);
  });
});
