import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { createRedisBackend, Queue, Worker, type BackendFactory, type IQueueBackend } from 'bullmq';
import { Redis } from 'ioredis';
import { findRedis, startPrivateRedis, type PrivateRedis } from '../embedded/private-redis.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { openRedisQueues } from './redis-place.adapter.js';
import { WorkedQueue } from './worked-queue.adapter.js';

jest.setTimeout(60_000);

const log = new DeskLog('silent');
const found = findRedis(process.env['PATH'] ?? '');

// What went wrong in BullMQ before, by the number of its issue: each is looked for here, in the version in use.
describeWhere(found !== null, 'There is no redis-server or valkey-server on the PATH.', 'BullMQ, where it failed before', () => {
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
  const cutAll = () => control.call('CLIENT', 'KILL', 'TYPE', 'normal', 'SKIPME', 'yes');

  it('rings a delayed job though nothing else is ever added (2466, 2534, 1656)', async () => {
    const queues = await opened();
    await queues.add('deadlines', 'check-deadline', { n: 'alone' }, { delayMs: 1_500 });
    await until(() => rung.length > 0);
    await queues.close();
    expect(rung).toEqual(['alone']);
  });

  it('works on after its sockets were cut again and again, the blocking one too (4479)', async () => {
    const queues = await opened();
    for (let cut = 0; cut < 40; cut += 1) {
      await cutAll();
      await pause(20);
    }
    await pause(500);
    await queues.add('deadlines', 'check-deadline', { n: 'after the cuts' });
    await until(() => rung.length > 0);
    await queues.close();
    expect(rung).toEqual(['after the cuts']);
  });

  it('rings a job that falls due while it was cut off (1658)', async () => {
    const queues = await opened();
    await queues.add('deadlines', 'check-deadline', { n: 'due' }, { delayMs: 1_000 });
    await pause(800);
    await cutAll();
    await until(() => rung.length > 0);
    await queues.close();
    expect(rung).toEqual(['due']);
  });

  it('ignores an id that is there already, also one that is done and kept: an id guarantees nothing (1287, 1337, 3765)', async () => {
    const plain = new Queue('plain', { connection: { url: server.url } });
    let runs = 0;
    const worker = new Worker('plain', () => Promise.resolve((runs += 1)), { connection: { url: server.url } });
    await plain.add('once', {}, { jobId: 'same_1' });
    await until(() => runs === 1);
    await plain.add('once', {}, { jobId: 'same_1' });
    await pause(500);
    await worker.close();
    await plain.close();
    expect(runs).toBe(1);
  });

  it('runs a job twice when its lock is lost: only the effect may be once (439)', async () => {
    const plain = new Queue('slow', { connection: { url: server.url } });
    let runs = 0;
    const settings = { connection: { url: server.url }, lockDuration: 1_000, stalledInterval: 500, skipLockRenewal: true };
    const begun = () => ((runs += 1) === 1 ? pause(4_000) : Promise.resolve());
    const workers = [new Worker('slow', begun, settings), new Worker('slow', begun, settings)];
    for (const worker of workers) worker.on('error', () => undefined);
    await plain.add('slow', {});
    await until(() => runs === 2);
    await Promise.all(workers.map((worker) => worker.close(true)));
    await plain.close();
    expect(runs).toBe(2);
  });

  it('is given nothing on a server that may evict or is a replica, however late that is found; the first start refuses (419, 1046, 2215, 1429)', async () => {
    const queues = await opened();
    await control.config('SET', 'maxmemory-policy', 'volatile-lru');
    await expect(openRedisQueues(server.url, log)).rejects.toMatchObject({ code: 'QUEUE_NOT_USABLE' });
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
