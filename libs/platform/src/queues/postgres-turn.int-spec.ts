import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DeskLog } from '../logging/desk-log.service.js';
import { openPostgresQueues, prepareQueueSchema } from './postgres-place.adapter.js';
import type { Queues } from './queues.js';

jest.setTimeout(60_000);

describe('workers on PostgreSQL', () => {
  const rung: string[] = [];
  let desk: TestDatabase;
  let first: Queues;
  let second: Queues;

  const working = async (name: string): Promise<Queues> => {
    const queues = await openPostgresQueues(desk.access, new DeskLog('silent'));
    queues.work('deadlines', () => Promise.resolve(void rung.push(name)));
    return queues;
  };
  /** Backends of this database that hold or want nothing but the turn. */
  const TURNS = `select pid from pg_stat_activity where datname = current_database() and application_name = 'tracedesk queue turn'`;
  const until = async (holds: () => boolean | Promise<boolean>, mostMs = 20_000): Promise<void> => {
    for (const end = Date.now() + mostMs; Date.now() < end && !(await holds());) await pause(50);
  };
  const works = async (queues: Queues): Promise<boolean> => (await queues.health()).quietMs !== null;

  beforeAll(async () => {
    desk = await openTestDatabase();
    const name = new URL(desk.access.administratorUrl).pathname.slice(1);
    await desk.superuser(`grant create on database "${name}" to desk_owner`);
    await prepareQueueSchema(desk.access);
    first = await working('first');
    await until(() => works(first));
    second = await working('second');
  });
  afterAll(async () => {
    await Promise.all([first.close(), second.close()]);
    await desk.close();
  });

  it('are one: a second works nothing while the first does', async () => {
    for (let n = 0; n < 5; n += 1) await second.add('deadlines', 'check-deadline', { n });
    await until(() => rung.length === 5);
    expect(rung).toEqual(Array(5).fill('first'));
    expect(await works(second)).toBe(false);
  });

  it('that lose the connection on which the turn is held ring again, all jobs and each once', async () => {
    rung.length = 0;
    await desk.superuser(`select pg_terminate_backend(pid) from (${TURNS}) as turn`);
    await until(async () => (await desk.superuser(TURNS)).length > 0);
    for (let n = 0; n < 5; n += 1) await first.add('deadlines', 'check-deadline', { n });
    await until(() => rung.length === 5);
    await pause(500);
    expect(rung).toHaveLength(5);
  });

  it('hand over when the first ends', async () => {
    await first.close();
    await until(() => works(second));
    rung.length = 0;
    await second.add('deadlines', 'check-deadline', { n: 1 });
    await until(() => rung.length === 1);
    expect(rung).toEqual(['second']);
  });
});
