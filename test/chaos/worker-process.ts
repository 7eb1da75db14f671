import { Global, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import 'reflect-metadata';
import { WorkerModule } from '@tracedesk/app-worker';
import { AuditModule } from '@tracedesk/audit';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import {
  DatabaseAccess,
  DatabaseModule,
  DeskDatabase,
  DeskLog,
  Health,
  openPostgresQueues,
  openRedisQueues,
  Queues,
  type DatabasePasswords,
} from '@tracedesk/platform';

/** What the worker is told by whoever starts it, in one environment variable. */
export interface WorkerOrders {
  readonly databaseUrl: string;
  readonly passwords: DatabasePasswords;
  readonly keysFolder: string;
  /** None: the queues lie in the database. */
  readonly redisUrl: string | null;
  /** Kills itself in the first sweep that found something: its transaction lost, or done while the queue has not heard of it. */
  readonly dies: 'before commit' | 'after commit' | null;
}

// A real worker process over a database whose clock can be moved: what `apps/worker` starts, but for the refusal of such databases.
const orders = JSON.parse(process.env['CHAOS_WORKER'] ?? '{}') as WorkerOrders;
const log = new DeskLog(process.env['CHAOS_LOG'] === undefined ? 'silent' : 'info');
const access = new DatabaseAccess('server', orders.databaseUrl, orders.passwords);
const queues = orders.redisUrl === null ? await openPostgresQueues(access, log) : await openRedisQueues(orders.redisUrl, log);

@Global()
@Module({
  providers: [{ provide: Queues, useValue: queues }, { provide: DeskLog, useValue: log }, Health],
  exports: [Queues, DeskLog, Health],
})
class Surroundings {}

@Module({
  imports: [
    Surroundings,
    DatabaseModule.forRoot({ access, keysFolder: orders.keysFolder }),
    AuditModule.forEvents(DEADLINE_EVENTS),
    WorkerModule,
  ],
})
class Root {}

const app = await NestFactory.createApplicationContext(Root, { logger: false });
if (orders.dies !== null) dieIn(app.get(DeskDatabase), orders.dies);
process.send?.('ready');
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));

function dieIn(database: DeskDatabase, when: 'before commit' | 'after commit'): void {
  const act = database.as.bind(database);
  const kill = (found: unknown): void => {
    if (Array.isArray(found) && found.length > 0) process.kill(process.pid, 'SIGKILL');
  };
  database.as = async (role, work) => {
    const found = await act(role, async (tx) => {
      const inside = await work(tx);
      if (role === 'sweeper' && when === 'before commit') kill(inside);
      return inside;
    });
    if (role === 'sweeper' && when === 'after commit') kill(found);
    return found;
  };
}
