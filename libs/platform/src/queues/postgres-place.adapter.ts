import { createPostgresBackend, runMigrations, type BackendFactory, type IQueueBackend } from 'bullmq';
import pg from 'pg';
import type { DatabaseAccess } from '../config/database-access.js';
import type { DeskLog } from '../logging/desk-log.service.js';
import { BullQueues, type QueuePlace } from './bull-queues.adapter.js';
import type { Queues } from './queues.js';

const SCHEMA = 'bullmq';
const ROLE = 'desk_queue';
/** Each worker keeps one connection to listen on, and one holds the turn; the others are shared. */
const MOST_CONNECTIONS = 7;
const TURN_LOCK = 7_361_443;
const TURN_RETRY_MS = 5_000;
const ONE_WORKS =
  'Another process works the queues of this database, and on PostgreSQL only one may: this one adds jobs but works none until the other ends. Several workers need REDIS_URL.';

/** Makes or updates BullMQ's tables, as the owner, and lets the queue's role use them. Before any queue is opened: else BullMQ errs in a hot loop. */
export async function prepareQueueSchema(access: DatabaseAccess): Promise<void> {
  const owner = new pg.Client({ connectionString: access.urlFor('owner'), application_name: 'tracedesk set-up' });
  await owner.connect();
  try {
    await runMigrations(owner, SCHEMA);
    await owner.query(`
      grant usage on schema ${SCHEMA} to ${ROLE};
      grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${ROLE};
      grant usage, select on all sequences in schema ${SCHEMA} to ${ROLE};
      grant execute on all functions in schema ${SCHEMA} to ${ROLE}`);
  } finally {
    await owner.end();
  }
}

/** Queues on the desk's own database, as role desk_queue. The schema is there; the database answers. */
export async function openPostgresQueues(access: DatabaseAccess, log: DeskLog): Promise<Queues> {
  const pool = new pg.Pool({
    connectionString: access.urlFor('queue'),
    options: `-c search_path=${SCHEMA}`,
    max: MOST_CONNECTIONS,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 10_000,
    application_name: 'tracedesk queue',
  });
  pool.on('error', () => undefined);
  // The pool listens only to clients at rest. BullMQ checks one out without listening, and a cut connection would end the process;
  // the statement at hand fails too, and is where the loss is told.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const ping = async (): Promise<void> => void (await pool.query('select 1'));
  // An instance built while the database is away never recovers.
  await ping();
  const turn = new Turn(access.urlFor('queue'), log);
  const place: QueuePlace = {
    backend: 'postgres',
    adding: { connection: pool },
    working: { connection: pool },
    factory: createPostgresBackend as unknown as BackendFactory<IQueueBackend, object>,
    myTurn: () => turn.come(),
    ping,
    objection: () => null,
    time: () => Promise.resolve(null),
    close: async () => {
      await turn.end();
      await pool.end();
    },
  };
  return new BullQueues(place, log);
}

/** On PostgreSQL BullMQ's workers get in each other's way across processes: one process works, the others stand by to take over. */
class Turn {
  private coming: Promise<void> | null = null;
  private holder: pg.Client | null = null;
  private ended = false;

  constructor(
    private readonly url: string,
    private readonly log: DeskLog,
  ) {}

  come(): Promise<void> {
    return (this.coming ??= this.wait());
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.holder?.end().catch(() => undefined);
  }

  /** The server went away under us: whoever comes back first has the turn, and we were first before. */
  private lost(client: pg.Client): void {
    if (this.holder !== client) return;
    this.holder = null;
    this.log.warn('queue.turn_lost');
    if (!this.ended) this.coming = this.wait();
  }

  private async wait(): Promise<void> {
    for (let told = false; !this.ended; told = true) {
      if (await this.take()) return;
      if (!told) this.log.warn('queue.standing_by', { says: ONE_WORKS });
      await new Promise((resolve) => setTimeout(resolve, TURN_RETRY_MS).unref());
    }
  }

  private async take(): Promise<boolean> {
    const client = new pg.Client({ connectionString: this.url, keepAlive: true, application_name: 'tracedesk queue turn' });
    client.on('error', () => this.lost(client));
    try {
      await client.connect();
      const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock($1) as mine', [TURN_LOCK]);
      if (!rows[0]?.mine) {
        await client.end();
        return false;
      }
      this.holder = client;
      return true;
    } catch (error) {
      this.log.warn('queue.turn_not_taken', {}, error);
      await client.end().catch(() => undefined);
      return false;
    }
  }
}
