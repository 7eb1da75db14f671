import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it, jest } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { TriedCluster, TriedSentinels, type TriedRedis } from '@tracedesk/testing/servers';
import { findRedis } from '../embedded/private-redis.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import type { Queues } from './queues.js';
import { openRedisQueues } from './redis-place.adapter.js';

// Whole groups of servers are started here, and their primaries killed.
jest.setTimeout(60_000);

const log = new DeskLog('silent');
const hasRedis = findRedis(process.env['PATH'] ?? '') !== null;
const WITHOUT_REDIS = 'There is no redis-server or valkey-server on the PATH.';

interface Group {
  readonly url: string;
  readonly primary: TriedRedis;
  readonly replica: TriedRedis;
  stop(): Promise<void>;
}

describeWhere(hasRedis, WITHOUT_REDIS, 'queues on a Redis that sentinels name', () => {
  const started = theSameAsOnOne(async () => {
    const group = await TriedSentinels.start(mkdtempSync(join(tmpdir(), 'tracedesk-sentinels-')), {
      servers: 'geheim-server',
      sentinels: 'geheim-sentinel',
    });
    return { url: group.url(), primary: group.primary, replica: group.replica, stop: () => group.stop() };
  });

  it('do not start with a group that the sentinels do not know, and say so without a password', async () => {
    const refused = openRedisQueues(started().url.replace('/desk', '/other'), log);
    const message = await refused.then(
      () => 'started',
      (error: Error) => error.message,
    );
    expect(message).toMatch(
      /redis\+sentinel:\/\/127\.0\.0\.1:\d+,.*\/other does not let the desk in \(no sentinel tells where it is\): .* is REDIS_URL right\?/,
    );
    expect(message).not.toContain('geheim');
  });
});

describeWhere(hasRedis, WITHOUT_REDIS, 'queues on a Redis cluster', () => {
  theSameAsOnOne(async () => {
    const cluster = await TriedCluster.start(mkdtempSync(join(tmpdir(), 'tracedesk-cluster-')), '{desk}');
    return { url: cluster.url, primary: cluster.owner, replica: cluster.replica, stop: () => cluster.stop() };
  });
});

/** Whatever kind of group it is: jobs ring, a failover loses none of those that the replica had, and eviction is refused on each of its servers. */
function theSameAsOnOne(start: () => Promise<Group>): () => Group {
  let group: Group;
  let queues: Queues | null = null;
  let rung: string[] = [];

  beforeAll(async () => {
    group = await start();
  });
  afterEach(async () => {
    await queues?.close();
    queues = null;
    rung = [];
  });
  afterAll(async () => {
    await group?.stop();
    // What was about to ask a server again lets go within two seconds.
    await pause(2_000);
  });

  const opened = async (): Promise<Queues> => {
    queues = await openRedisQueues(group.url, log);
    queues.work('deadlines', (job) => Promise.resolve(void rung.push(String(job.data['n']))));
    return queues;
  };
  const until = async (holds: () => boolean | Promise<boolean>, mostMs = 20_000): Promise<void> => {
    for (const end = performance.now() + mostMs; performance.now() < end && !(await holds());) await pause(50);
  };

  it.each(['primary', 'replica'] as const)('do not start while its %s may throw keys away', async (which) => {
    await group[which].ask('config', 'set', 'maxmemory-policy', 'allkeys-lru');
    const refused = openRedisQueues(group.url, log);
    await expect(refused).rejects.toMatchObject({ code: 'QUEUE_NOT_USABLE', message: expect.stringContaining('allkeys-lru') });
    await group[which].ask('config', 'set', 'maxmemory-policy', 'noeviction');
  });

  it('ring at once and later, and tell that the place answers and what time it is', async () => {
    const desk = await opened();
    await desk.add('deadlines', 'check-deadline', { n: 'later' }, { delayMs: 500 });
    await desk.add('deadlines', 'check-deadline', { n: 'at once' });
    await until(() => rung.length === 2);
    expect(rung).toEqual(['at once', 'later']);
    expect(await desk.health()).toMatchObject({ backend: 'redis', reachable: true, fit: true, polled: true });
    expect(Math.abs((await desk.time())!.getTime() - Date.now())).toBeLessThan(1_000);
  });

  it('go on when the primary is killed and its replica takes over, with the jobs that waited (BullMQ 648, 4378, 3185)', async () => {
    const desk = await opened();
    await desk.add('deadlines', 'check-deadline', { n: 'waited' }, { delayMs: 3_000 });
    await pause(300);
    await group.primary.kill();
    await until(async () => /^role:master/m.test(String(await group.replica.ask('info', 'replication'))));
    const taken = () =>
      desk.add('deadlines', 'check-deadline', { n: 'after' }, { jobId: 'after_1' }).then(
        () => true,
        () => false,
      );
    await until(taken);
    await until(() => rung.includes('waited') && rung.includes('after'));
    expect([...rung].sort()).toEqual(['after', 'waited']);
    expect(await desk.health()).toMatchObject({ reachable: true, fit: true });
  });

  return () => group;
}
