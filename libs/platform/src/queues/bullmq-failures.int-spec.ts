import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { TriedPostgres, TriedRedis } from '@tracedesk/testing/servers';
import { createPostgresBackend, createRedisBackend, Queue, Worker, type Job } from 'bullmq';
import pg from 'pg';
import { DatabaseAccess } from '../config/database-access.js';
import { findRedis } from '../embedded/private-redis.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { openPostgresQueues, prepareQueueSchema } from './postgres-place.adapter.js';
import type { Queues } from './queues.js';
import { openRedisQueues } from './redis-place.adapter.js';

// Servers are started, cut off and killed here.
jest.setTimeout(90_000);

const SOCKETS_CUT = Number(process.env['SOCKETS_CUT'] ?? 200);
const ELEVEN_DAYS_MS = 11 * 86_400_000;
const log = new DeskLog('silent');

/** A place of one's own for queues, that can be cut off and killed. */
interface Place {
  open(): Promise<Queues>;
  /** Cuts every connection there is and says how many. */
  cut(): Promise<number>;
  /** Dies, is away for a moment and comes back with what it had written. */
  restart(): Promise<void>;
  /** For BullMQ as it comes, without the desk around it. */
  readonly plain: { readonly options: { readonly connection: object }; readonly factory: never; readonly url: string };
  leave(): Promise<void>;
}

async function onRedis(): Promise<Place> {
  const redis = await TriedRedis.start(mkdtempSync(join(tmpdir(), 'tracedesk-failures-')));
  return {
    open: () => openRedisQueues(redis.url, log),
    cut: async () => Number(await redis.ask('client', 'kill', 'type', 'normal', 'skipme', 'yes')),
    restart: async () => {
      await redis.kill();
      await pause(300);
      await redis.start();
    },
    plain: {
      options: { connection: { url: redis.url, maxRetriesPerRequest: null } },
      factory: createRedisBackend as never,
      url: redis.url,
    },
    leave: () => redis.stop(),
  };
}

async function onPostgres(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-failures-'));
  const server = await TriedPostgres.start(folder);
  const ask = async (sql: string): Promise<number> => {
    const client = new pg.Client({ connectionString: server.url });
    client.on('error', () => undefined);
    await client.connect();
    return client.query(sql).then(
      async ({ rowCount }) => {
        await client.end();
        return rowCount ?? 0;
      },
      async (error: unknown) => {
        await client.end();
        throw error;
      },
    );
  };
  for (const role of ['owner', 'queue']) await ask(`create role desk_${role} login password 'secret'`);
  await ask('create database desk owner desk_owner');
  const access = new DatabaseAccess('server', server.url.replace(/[^/]*$/, 'desk'), { owner: 'secret', queue: 'secret' });
  await prepareQueueSchema(access);
  const pool = new pg.Pool({ connectionString: access.urlFor('queue'), options: '-c search_path=bullmq' });
  pool.on('error', () => undefined);
  return {
    open: () => openPostgresQueues(access, log),
    cut: () => ask(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'desk'`),
    restart: async () => {
      await server.kill();
      await server.comeBack();
    },
    plain: { options: { connection: pool }, factory: createPostgresBackend as never, url: access.urlFor('queue') },
    leave: async () => {
      await pool.end();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

it('the BullMQ in use is one whose blocked worker knows that its connection was replaced (4479: 6.0.7 or newer)', () => {
  const file = createRequire(import.meta.url).resolve('bullmq/package.json');
  const [major = 0, minor = 0, patch = 0] = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
    .split('.')
    .map(Number);
  expect(major * 1e6 + minor * 1e3 + patch).toBeGreaterThanOrEqual(6_000_007);
});

const hasRedis = findRedis(process.env['PATH'] ?? '') !== null;
const WITHOUT_REDIS = 'There is no redis-server or valkey-server on the PATH.';

describeWhere(hasRedis, WITHOUT_REDIS, 'BullMQ on Redis, where it failed before', () => whereItFailed(onRedis));
describe('BullMQ on PostgreSQL, where it failed before', () => whereItFailed(onPostgres));

/** What went wrong in BullMQ before, by the number of its issue: each is looked for in the version in use (docs/chaos.md). */
function whereItFailed(make: () => Promise<Place>): void {
  let place: Place;
  let queues: Queues | null = null;
  let rung: string[] = [];

  beforeAll(async () => {
    place = await make();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await queues?.close();
    queues = null;
    rung = [];
  });
  afterAll(() => place?.leave());

  const opened = async (): Promise<Queues> => {
    queues = await place.open();
    queues.work('deadlines', (job) => Promise.resolve(void rung.push(String(job.data['n']))));
    return queues;
  };
  const until = async (holds: () => boolean, mostMs = 30_000): Promise<void> => {
    for (const end = performance.now() + mostMs; performance.now() < end && !holds();) await pause(25);
  };
  /** As the relay does: what is not taken is offered again. */
  const offer = async (to: Queues, n: string, delayMs = 0): Promise<void> => {
    const taken = () =>
      to.add('deadlines', 'check-deadline', { n }, { delayMs }).then(
        () => true,
        () => false,
      );
    while (!(await taken())) await pause(50);
  };
  const plainQueue = (name: string) => {
    const queue = new Queue(name, place.plain.options, place.plain.factory);
    queue.on('error', () => undefined);
    return queue;
  };
  const plainWorker = (name: string, work: (job: Job) => Promise<unknown>, settings: object = {}) => {
    const worker = new Worker(name, work, { ...place.plain.options, ...settings }, place.plain.factory);
    worker.on('error', () => undefined);
    return worker;
  };

  it('rings a delayed job though nothing else is ever added (2466, 2534, 1656)', async () => {
    await (await opened()).add('deadlines', 'check-deadline', { n: 'alone' }, { delayMs: 1_500 });
    await until(() => rung.length > 0);
    expect(rung).toEqual(['alone']);
  });

  it('works on after its sockets were cut again and again, the blocking one too (4479)', async () => {
    const desk = await opened();
    await offer(desk, 'before');
    await until(() => rung.length > 0);
    for (let cut = 0; cut < SOCKETS_CUT;) {
      cut += await place.cut();
      await pause(20);
    }
    await offer(desk, 'after the cuts');
    await until(() => rung.length > 1);
    expect(rung).toEqual(['before', 'after the cuts']);
  });

  it('rings a job that falls due while it was cut off (1658)', async () => {
    const desk = await opened();
    await desk.add('deadlines', 'check-deadline', { n: 'due' }, { delayMs: 1_000 });
    await pause(800);
    await place.cut();
    await until(() => rung.length > 0);
    expect(rung).toEqual(['due']);
  });

  it('rings every job that was taken, though its server was killed and restarted twice under load (648, 4378, 3185)', async () => {
    const desk = await opened();
    const taken: string[] = [];
    let loading = true;
    const load = (async () => {
      for (let n = 0; loading; n += 1) {
        await offer(desk, `job ${n}`, (n % 5) * 200);
        taken.push(`job ${n}`);
        await pause(5);
      }
    })();
    for (let times = 0; times < 2; times += 1) {
      await pause(700);
      await place.restart();
    }
    await pause(700);
    loading = false;
    await load;
    await until(() => new Set(rung).size >= taken.length);
    expect(taken.length).toBeGreaterThan(50);
    expect(taken.filter((n) => !rung.includes(n))).toEqual([]);
  });

  it('ignores an id that is there already, also one that failed or is done and kept: an id guarantees nothing (1287, 1337, 3765)', async () => {
    const queue = plainQueue('ids');
    let runs = 0;
    const worker = plainWorker('ids', (job) => {
      runs += 1;
      return job.name === 'fails' ? Promise.reject(new Error('not done')) : Promise.resolve();
    });
    for (const name of ['succeeds', 'fails']) {
      const before = runs;
      await queue.add(name, {}, { jobId: `same_${name}` });
      await until(() => runs > before);
      await pause(200);
      await queue.add(name, {}, { jobId: `same_${name}` });
      await pause(500);
      expect(runs).toBe(before + 1);
    }
    await worker.close();
    await queue.close();
  });

  it('runs a job twice when its lock is lost: only the effect may be once (439, bull 308)', async () => {
    const queue = plainQueue('slow');
    let runs = 0;
    const begun = () => ((runs += 1) === 1 ? pause(4_000) : Promise.resolve());
    const settings = { lockDuration: 1_000, stalledInterval: 500, skipLockRenewal: true };
    const workers = [plainWorker('slow', begun, settings), plainWorker('slow', begun, settings)];
    await queue.add('slow', {}, { jobId: 'slow_1', attempts: 3 });
    await until(() => runs === 2);
    await Promise.all(workers.map((worker) => worker.close(true)));
    await queue.close();
    expect(runs).toBe(2);
  });

  it('rings the job of a worker that was killed in its handler again, and does not count that as an attempt', async () => {
    const queue = plainQueue('killed');
    await queue.add('killed', {}, { jobId: 'killed_1', attempts: 3 });
    const killed = spawn(process.execPath, ['--input-type=module', '--eval', DIES_IN_THE_HANDLER], {
      env: { ...process.env, NODE_OPTIONS: '', PLACE_URL: place.plain.url },
      stdio: 'ignore',
    });
    expect(await once(killed, 'exit')).toEqual([null, 'SIGKILL']);
    const seen: unknown[] = [];
    const see = ({ attemptsMade, stalledCounter }: Job) => Promise.resolve(void seen.push({ attemptsMade, stalledCounter }));
    const worker = plainWorker('killed', see, { stalledInterval: 500 });
    await until(() => seen.length > 0);
    await worker.close();
    await queue.close();
    expect(seen).toEqual([{ attemptsMade: 0, stalledCounter: 1 }]);
  });

  it('rings ten days early for a worker whose clock is eleven days ahead: only the database may say what is due', async () => {
    const desk = await opened();
    await desk.add('deadlines', 'check-deadline', { n: 'in ten days' }, { delayMs: ELEVEN_DAYS_MS - 86_400_000 });
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + ELEVEN_DAYS_MS);
    await desk.add('deadlines', 'check-deadline', { n: 'wakes the worker' });
    await until(() => rung.includes('in ten days'));
    expect(rung).toContain('in ten days');
  });
}

const DIES_IN_THE_HANDLER = `
  import { createPostgresBackend, Worker } from 'bullmq';
  import pg from 'pg';
  const url = process.env.PLACE_URL;
  const onPostgres = url.startsWith('postgres');
  const connection = onPostgres ? new pg.Pool({ connectionString: url, options: '-c search_path=bullmq' }) : { url, maxRetriesPerRequest: null };
  const die = () => process.kill(process.pid, 'SIGKILL');
  new Worker('killed', die, { connection, lockDuration: 1000, stalledInterval: 500 }, onPostgres ? createPostgresBackend : undefined);`;
