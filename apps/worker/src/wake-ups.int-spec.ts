import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, jest } from '@jest/globals';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { AuditModule } from '@tracedesk/audit';
import {
  advanceClocks,
  CHECK_DEADLINE,
  CheckDeadlineProcessor,
  DEADLINE_EVENTS,
  Deadlines,
  ITI_DEFAULT,
} from '@tracedesk/deadlines';
import { idOf, ok, stateCode, type Officer, type PersonId, type RequestId, type SessionId } from '@tracedesk/kernel';
import { ListNotices } from '@tracedesk/notifications';
import {
  DatabaseModule,
  DeskLog,
  findRedis,
  Health,
  openPostgresQueues,
  openRedisQueues,
  prepareQueueSchema,
  Queues,
  startPrivateRedis,
  type DatabaseAccess,
} from '@tracedesk/platform';
import { describeWhere } from '@tracedesk/testing';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { RepeatingSweep, SWEEP_EVERY_MS } from './repeating-sweep.service.js';
import { WorkerModule } from './worker.module.js';

const log = new DeskLog('error');
const QR = officerOf('QR');
const QM = officerOf('QM');
const redis = findRedis(process.env['PATH'] ?? '');

let desk: TestDatabase;
let app: INestApplicationContext | null;

beforeEach(async () => {
  desk = await openTestDatabase();
  app = null;
});
afterEach(async () => {
  await app?.close();
  await desk.close();
});

describeWhere(true, '', 'a wake-up on PostgreSQL', () => {
  aWakeUpOn(async (access) => {
    // A clone has its template's tables but not its rights on the database itself.
    await desk.superuser(`do $$ begin execute format('grant create on database %I to desk_owner', current_database()); end $$`);
    await prepareQueueSchema(access);
    return openPostgresQueues(access, log);
  });
});

describeWhere(redis !== null, 'There is no redis-server or valkey-server on the PATH.', 'a wake-up on Redis', () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startPrivateRedis>>;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'tracedesk-redis-'));
    server = await startPrivateRedis(redis as NonNullable<typeof redis>, folder);
  });
  afterAll(async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  aWakeUpOn(() => openRedisQueues(server.url, log));
});

describeWhere(true, '', 'a wake-up that is lost', () => {
  it('is made good by the repeating sweep', async () => {
    const requestId = await dueIn('1 second');
    await startWorker(new LostJobs());
    expect(await entriesAfter(requestId, 10_000)).toBe(1);
  }, 20_000);

  it('costs the worker nothing at its start: what was due while nobody worked is found at once', async () => {
    const requestIds = [await dueIn('1 second'), await dueIn('1 second')];
    await desk.advance('24 hours');
    await startWorker(new LostJobs());
    for (const requestId of requestIds) expect(await entriesAfter(requestId, 3_000)).toBe(1);
  });

  it('costs one round of the sweep at most, though nobody does anything for 48 hours (BullMQ 2466, 2534, 1656)', async () => {
    await startWorker(new LostJobs());
    const requestId = await dueIn('47 hours');
    await desk.advance('48 hours');
    expect(await entriesAfter(requestId, SWEEP_EVERY_MS + 1_000)).toBe(1);
  }, 20_000);
});

/** The same promises on every backend; the repeating sweep is off, so that only the wake-up can have done it. */
function aWakeUpOn(openQueues: (access: DatabaseAccess) => Promise<Queues>): void {
  it('finds the deadline when it is due, and both States are told', async () => {
    const requestId = await dueIn('2 seconds');
    await startWorker(await openQueues(desk.access), 'without the repeating sweep');
    expect(await entries(requestId)).toBe(0);
    expect(await entriesAfter(requestId, 10_000)).toBe(1);
    expect(await noticesOf(QM)).toEqual(['deadline_missed']);
    expect(await noticesOf(QR)).toEqual(['deadline_missed_by_other']);
  }, 20_000);

  it('that rings early, twice and late finds the same', async () => {
    const requestId = await dueIn('2 seconds');
    const queues = await openQueues(desk.access);
    await startWorker(queues, 'without the repeating sweep');
    for (let early = 0; early < 5; early += 1)
      await queues.add('deadlines', CHECK_DEADLINE, { requestId }, { jobId: randomUUID() });
    await pause(300);
    expect(await entries(requestId)).toBe(0);
    expect(await entriesAfter(requestId, 10_000)).toBe(1);
    for (let late = 0; late < 5; late += 1) await queues.add('deadlines', CHECK_DEADLINE, { requestId }, { jobId: randomUUID() });
    await pause(500);
    expect(await entries(requestId)).toBe(1);
    expect(await noticesOf(QM)).toEqual(['deadline_missed']);
  }, 20_000);

  it('that rings days early, because the clock of its worker is eleven days ahead, finds nothing due', async () => {
    const requestId = await dueIn('3 days');
    const queues = await openQueues(desk.access);
    await startWorker(queues, 'without the repeating sweep');
    const rung = jest.spyOn(app!.get(CheckDeadlineProcessor), 'handle');
    await queues.add('deadlines', CHECK_DEADLINE, { rings: 'in three days' }, { delayMs: 3 * 86_400_000 });
    const now = Date.now.bind(Date);
    jest.spyOn(Date, 'now').mockImplementation(() => now() + 11 * 86_400_000);
    try {
      await queues.add('deadlines', CHECK_DEADLINE, { rings: 'now' });
      const early = () => rung.mock.calls.findIndex(([{ data }]) => data['rings'] === 'in three days');
      expect(
        await eventually(
          () => Promise.resolve(early()),
          (found) => found >= 0,
          10_000,
        ),
      ).toBeGreaterThanOrEqual(0);
      await rung.mock.results[early()]!.value;
      expect(await entries(requestId)).toBe(0);
    } finally {
      jest.restoreAllMocks();
    }
  }, 20_000);
}

/** Stands for a queue that was wiped: it takes everything and rings nothing. */
class LostJobs extends Queues {
  override readonly backend = 'redis';
  override add(): Promise<void> {
    return Promise.resolve();
  }
  override work(): void {}
  override health() {
    return Promise.resolve({ backend: this.backend, reachable: true, fit: true, polled: true, quietMs: null } as const);
  }
  override time(): Promise<null> {
    return Promise.resolve(null);
  }
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

async function startWorker(queues: Queues, how?: 'without the repeating sweep'): Promise<void> {
  @Global()
  @Module({
    providers: [{ provide: Queues, useValue: queues }, { provide: DeskLog, useValue: log }, Health],
    exports: [Queues, DeskLog, Health],
  })
  class Surroundings {}

  const building = Test.createTestingModule({
    imports: [
      Surroundings,
      DatabaseModule.forRoot({ access: desk.access, keysFolder: desk.keysFolder }),
      AuditModule.forEvents(DEADLINE_EVENTS),
      WorkerModule,
    ],
  });
  if (how) {
    building
      .overrideProvider(RepeatingSweep)
      .useValue({ start: () => undefined, stop: () => Promise.resolve(), millisecondsSinceSweep: () => 0 });
  }
  const worker = await building.compile();
  app = worker;
  await worker.init();
}

/** A request whose acknowledgement is due so soon, on the business clock of its own database. */
async function dueIn(time: string): Promise<RequestId> {
  const id = idOf<RequestId>(randomUUID());
  const deadlines = new Deadlines(desk.outbox);
  await desk.work.run(QR, 'spec.submit', async (tx) => {
    const party = { timeZone: 'UTC' };
    const readings = advanceClocks([], {
      clocks: { acknowledgement: 'runs' },
      at: tx.now,
      cause: 'spec.submitted',
      parties: { requesting: { ...party, state: QR.state }, requested: { ...party, state: QM.state } },
      profile: ITI_DEFAULT,
      priority: 'routine',
    });
    await deadlines.save(tx, { id, reference: 'TD-7K3F-92QX4', requestingState: QR.state, requestedState: QM.state }, readings);
    return ok(null);
  });
  await desk.superuser(
    `select advance_desk_clock(greatest(due_at - desk_now() - $2::interval, interval '1 millisecond')) from deadlines where request_id = $1`,
    [id, time],
  );
  return id;
}

/** Misses of the request that stand in the log: further steps of its escalation are entries of their own. */
async function entries(requestId: RequestId): Promise<number> {
  const entered = 'select 1 from missed_deadlines where request_id = $1 and entered_at is not null';
  return (await desk.superuser(entered, [requestId])).length;
}

/** How many entries there are as soon as there is one. */
async function entriesAfter(requestId: RequestId, mostMs: number): Promise<number> {
  return eventually(
    () => entries(requestId),
    (found) => found > 0,
    mostMs,
  );
}

async function noticesOf(reader: Officer): Promise<string[]> {
  const list = new ListNotices(desk.work);
  const kinds = async () =>
    (await list.execute(reader)).items.map(({ kind }) => kind).filter((kind) => kind.startsWith('deadline_missed'));
  return eventually(kinds, (found) => found.length > 0, 5_000);
}

async function eventually<T>(look: () => Promise<T>, isThere: (found: T) => boolean, mostMs: number): Promise<T> {
  const until = performance.now() + mostMs;
  for (;;) {
    const found = await look();
    if (isThere(found) || performance.now() > until) return found;
    await pause(50);
  }
}

function officerOf(state: string): Officer {
  return {
    kind: 'person',
    personId: idOf<PersonId>(randomUUID()),
    state: stateCode(state),
    role: 'contact_point',
    sessionId: idOf<SessionId>(randomUUID()),
  };
}
