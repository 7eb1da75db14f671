import { setTimeout as pause } from 'node:timers/promises';
import { Global, Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { WorkerModule } from '@tracedesk/app-worker';
import { AuditModule } from '@tracedesk/audit';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import { DatabaseModule, DeskLog, Health, Queues } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { expectEachOnce, give, giveWakeUps, LOG, type Backend } from './deadlines-desk.js';
import { at } from './load.js';
import { ms, type BenchOptions, type Row } from './rows.js';

const PER_SECOND = 50;
const GOAL_MS = 1_000;
const LEAD_MS = 3_000;
const LOOK_EVERY_MS = 10;
const PATIENCE_MS = 60_000;

/** From the due time to the committed miss, at fifty deadlines a second through outbox, queue and sweep. */
export async function latenessRow(backend: Backend, { short }: BenchOptions): Promise<Row> {
  const count = PER_SECOND * (short ? 2 : 20);
  const desk = await openTestDatabase();
  let worker: INestApplicationContext | null = null;
  try {
    worker = await startWorker(desk, await backend.open(desk));
    await give(desk, count, LEAD_MS, 1_000 / PER_SECOND);
    await giveWakeUps(desk);
    const late = await observed(desk, count);
    await expectEachOnce(desk, count);
    const [p50, p99] = [at(late, 0.5), at(late, 0.99)];
    return {
      name: `lateness p99, ${PER_SECOND} a second, ${backend.name}`,
      figure: ms(p99),
      goal: `≤ ${GOAL_MS / 1_000} s`,
      beside: `p50 ${ms(p50)}, latest of ${count} ${ms(at(late, 1))}`,
      ratio: '',
      reached: short ? null : p99 <= GOAL_MS,
    };
  } finally {
    await worker?.close();
    await desk.close();
  }
}

/** How late each was seen committed by another connection, sorted. */
async function observed(desk: TestDatabase, count: number): Promise<number[]> {
  const seen = new Map<string, number>();
  const until = performance.now() + (count / PER_SECOND) * 1_000 + PATIENCE_MS;
  while (seen.size < count) {
    if (performance.now() > until) throw new Error(`Of ${count} deadlines ${seen.size} were entered in time.`);
    for (const { request_id: id, late } of await desk.superuser<{ request_id: string; late: number }>(SEEN))
      if (!seen.has(id)) seen.set(id, late);
    await pause(LOOK_EVERY_MS);
  }
  const late = [...seen.values()].sort((one, other) => one - other);
  if ((late[0] ?? 0) < 0) throw new Error('A deadline was entered before it was due.');
  return late;
}

function startWorker(desk: TestDatabase, queues: Queues): Promise<INestApplicationContext> {
  @Global()
  @Module({
    providers: [{ provide: Queues, useValue: queues }, { provide: DeskLog, useValue: LOG }, Health],
    exports: [Queues, DeskLog, Health],
  })
  class Surroundings {}

  @Module({
    imports: [
      Surroundings,
      DatabaseModule.forRoot({ access: desk.access, keysFolder: desk.keysFolder }),
      AuditModule.forEvents(DEADLINE_EVENTS),
      WorkerModule,
    ],
  })
  class Worker {}

  return NestFactory.createApplicationContext(Worker, { logger: false, abortOnError: false });
}

const SEEN = `
  select request_id, extract(epoch from desk_now() - due_at)::float8 * 1000 as late
    from missed_deadlines
   where entered_at > desk_now() - interval '10 seconds'`;
