import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { denied, ok, stateCode, type DeskProcess } from '@tracedesk/kernel';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { DeskLog } from '../logging/desk-log.service.js';
import { Queues, type JobOptions, type JobPayload, type QueueHealth, type QueueName } from '../queues/queues.js';
import { OutboxRelay } from './outbox-relay.service.js';
import type { OutboxRow } from './outbox.service.js';

let desk: TestDatabase;
let queues: RememberedJobs;

const VALMORA: DeskProcess = { kind: 'process', name: 'upkeep', state: stateCode('QM') };

interface SeenJob {
  readonly queue: QueueName;
  readonly job: string;
  readonly payload: JobPayload;
  readonly options: JobOptions | undefined;
}

class RememberedJobs extends Queues {
  override readonly backend = 'redis';
  readonly jobs: SeenJob[] = [];
  down = false;

  override async add(queue: QueueName, job: string, payload: JobPayload, options?: JobOptions): Promise<void> {
    if (this.down) throw new Error('down');
    this.jobs.push({ queue, job, payload, options });
  }
  override work(): void {}
  override async health(): Promise<QueueHealth> {
    return { backend: this.backend, reachable: !this.down, fit: true, polled: true, quietMs: null };
  }
  override async time(): Promise<null> {
    return null;
  }
  override async close(): Promise<void> {}
}

const aRow = (row: Partial<OutboxRow> = {}): OutboxRow => ({
  state: stateCode('QN'),
  queue: 'deadlines',
  job: 'check-deadline',
  payload: { requestId: 'r1', version: 1 },
  ...row,
});
const relay = () => new OutboxRelay(desk.database, queues, new DeskLog('silent'));
const add = (...rows: OutboxRow[]) => desk.work.run(VALMORA, 'move', async (tx) => ok(await desk.outbox.add(tx, rows)));
const waiting = async () => Number((await desk.superuser<{ n: string }>('select count(*) as n from outbox'))[0]!.n);
const until = async (met: () => boolean) => {
  for (let i = 0; i < 400 && !met(); i += 1) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(met()).toBe(true);
};

beforeAll(async () => {
  desk = await openTestDatabase();
});
beforeEach(async () => {
  queues = new RememberedJobs();
  await desk.superuser('truncate outbox');
});
afterAll(async () => {
  await desk?.close();
});

describe('a job is not added', () => {
  it('after a denial or an error', async () => {
    await desk.work.run(VALMORA, 'move', async (tx) => {
      await desk.outbox.add(tx, [aRow()]);
      return denied('REASONS_REQUIRED');
    });
    await desk.work
      .run(VALMORA, 'move', async (tx) => {
        await desk.outbox.add(tx, [aRow()]);
        throw new Error('surprise');
      })
      .catch(() => {});
    expect(await relay().drain()).toBe(0);
    expect(queues.jobs).toEqual([]);
  });

  it('before the commit of the move that asks for it', async () => {
    const running = relay();
    running.start();
    try {
      await desk.work.run(VALMORA, 'move', async (tx) => {
        await desk.outbox.add(tx, [aRow()]);
        for (let i = 0; i < 5; i += 1) {
          running.poke();
          await new Promise((resolve) => setTimeout(resolve, 60));
        }
        expect(queues.jobs).toEqual([]);
        return ok(null);
      });
      running.poke();
      await until(() => queues.jobs.length === 1);
    } finally {
      await running.stop();
    }
  });

  it("outside a State's unit of work", async () => {
    await expect(
      desk.database.door(`insert into outbox (state, queue, job, payload) values ('QM', 'deadlines', 'x', '{}')`),
    ).rejects.toMatchObject({
      context: { sqlState: '42501' },
    });
  });
});

describe('the relay', () => {
  it('keeps the rows while the queue is down, and carries them when it is back', async () => {
    queues.down = true;
    await add(aRow(), aRow());
    await expect(relay().drain()).rejects.toThrow('down');
    expect(await waiting()).toBe(2);
    queues.down = false;
    expect(await relay().drain()).toBe(2);
    expect(await waiting()).toBe(0);
  });

  it('goes on by itself after an outage', async () => {
    queues.down = true;
    await add(aRow());
    const running = relay();
    running.start();
    try {
      await new Promise((resolve) => setTimeout(resolve, 300));
      queues.down = false;
      running.poke();
      await until(() => queues.jobs.length === 1);
    } finally {
      await running.stop();
    }
  });

  it('carries name, payload and ids as they are, and business time as a delay', async () => {
    await desk.advance('P30D');
    const [{ now }] = (await desk.superuser<{ now: Date }>('select desk_now() as now')) as [{ now: Date }];
    await add(
      aRow({ jobId: 'r1_response_1', dueAt: new Date(now.getTime() + 60_000) }),
      aRow({ queue: 'notices', job: 'send-notice', dueAt: new Date(now.getTime() - 5_000) }),
    );
    await relay().drain();
    expect(queues.jobs).toEqual([
      {
        queue: 'deadlines',
        job: 'check-deadline',
        payload: { requestId: 'r1', version: 1 },
        options: { jobId: 'r1_response_1', delayMs: expect.any(Number) },
      },
      {
        queue: 'notices',
        job: 'send-notice',
        payload: { requestId: 'r1', version: 1 },
        options: { jobId: expect.stringMatching(/^[0-9a-f-]{36}$/), delayMs: 0 },
      },
    ]);
    const delay = queues.jobs[0]!.options!.delayMs!;
    expect(Number.isInteger(delay) && delay > 50_000 && delay <= 60_000).toBe(true);
  });

  it('shares a thousand rows with two others, each row once', async () => {
    await add(...Array.from({ length: 1_000 }, (_, index) => aRow({ jobId: `job_${index}` })));
    const carried = await Promise.all([relay().drain(), relay().drain(), relay().drain()]);
    expect(carried.reduce((sum, count) => sum + count)).toBe(1_000);
    expect(new Set(queues.jobs.map((job) => job.options?.jobId)).size).toBe(1_000);
    expect(queues.jobs).toHaveLength(1_000);
    expect(await waiting()).toBe(0);
  });

  it('drops a doorbell that is carried, and keeps what is no doorbell until it is done', async () => {
    await add(aRow(), aRow({ queue: 'notices', job: 'write-notice' }));
    expect(await relay().drain()).toBe(2);
    expect(await relay().drain()).toBe(0);
    expect(await desk.superuser('select queue from outbox')).toEqual([{ queue: 'notices' }]);
    const { jobId } = queues.jobs.find(({ queue }) => queue === 'notices')!.options!;
    await desk.database.as('relay', (tx) => desk.outbox.done(tx, jobId!));
    expect(await waiting()).toBe(0);
  });

  it('carries again, under the same id, what was carried and not done for half a minute: its queue may have been wiped', async () => {
    await add(aRow({ queue: 'notices', job: 'write-notice' }));
    await relay().drain();
    await desk.superuser(`update outbox set carried_after = carried_after - interval '29 seconds'`);
    expect(await relay().drain()).toBe(0);
    await desk.superuser(`update outbox set carried_after = carried_after - interval '1 second'`);
    expect(await relay().drain()).toBe(1);
    expect(queues.jobs).toHaveLength(2);
    expect(queues.jobs[1]).toEqual(queues.jobs[0]);
  });

  it('does not forget what is done in a transaction that fails', async () => {
    await add(aRow({ queue: 'notices', job: 'write-notice' }));
    await relay().drain();
    const { jobId } = queues.jobs[0]!.options!;
    const failing = desk.database.as('relay', async (tx) => {
      await desk.outbox.done(tx, jobId!);
      throw new Error('the notice could not be written');
    });
    await expect(failing).rejects.toThrow('could not be written');
    expect(await waiting()).toBe(1);
  });

  it('takes rows that the sweep added, too', async () => {
    await desk.database.as('sweeper', (tx) => desk.outbox.add(tx, [aRow({ queue: 'notices', job: 'send-notice' })]));
    expect(await relay().drain()).toBe(1);
  });

  it('stops at once when it waits, and can be stopped twice', async () => {
    const running = relay();
    running.start();
    await new Promise((resolve) => setTimeout(resolve, 30));
    const before = performance.now();
    await running.stop();
    await running.stop();
    expect(performance.now() - before).toBeLessThan(150);
  });
});
