import { fork, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { DATABASE_ROLES, DatabaseAccess, prepareDatabase, prepareQueueSchema, type DatabasePasswords } from '@tracedesk/platform';
import { TriedPostgres, TriedRedis } from '@tracedesk/testing/servers';
import { everyMigration } from '../../libs/testing/src/test-database-server.js';
import pg from 'pg';
import { counted, isClean, schedule, type Count } from './deadlines.js';
import { Patience } from './patience.js';
import type { WorkerOrders } from './worker-process.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const DATABASE = 'chaos';

export interface Scale {
  readonly count: number;
  readonly withinSeconds: number;
  readonly seed: number;
}

/** Servers, a fresh database and worker processes for one fault, all on this machine and gone afterwards. */
export class World {
  readonly workers: Worker[] = [];
  private database: pg.Client | null = null;

  private constructor(
    readonly folder: string,
    readonly postgres: TriedPostgres,
    /** None: the queues lie in the database. */
    readonly redis: TriedRedis | null,
    private readonly passwords: Required<DatabasePasswords>,
    readonly scale: Scale,
  ) {}

  static async open(queues: 'redis' | 'postgres', scale: Scale, postgresFolder?: string): Promise<World> {
    const folder = mkdtempSync(join(tmpdir(), 'tracedesk-chaos-'));
    const postgres = await TriedPostgres.start(postgresFolder ?? join(folder, 'postgres'));
    const redis = queues === 'redis' ? await TriedRedis.start(join(folder, 'redis')) : null;
    const passwords = Object.fromEntries(
      DATABASE_ROLES.map((role) => [role, randomBytes(12).toString('hex')]),
    ) as Required<DatabasePasswords>;
    const world = new World(folder, postgres, redis, passwords, scale);
    mkdirSync(join(folder, 'keys'), { mode: 0o700 });
    await prepareDatabase({ access: world.access, kind: 'demonstration', migrations: await everyMigration() });
    if (redis === null) await prepareQueueSchema(world.access);
    await world.connect();
    return world;
  }

  private get access(): DatabaseAccess {
    const url = new URL(this.postgres.url);
    url.pathname = `/${DATABASE}`;
    return new DatabaseAccess('server', url.href, this.passwords);
  }

  /** As superuser, past row security. */
  get sql(): pg.Client {
    if (!this.database) throw new Error('The database is away.');
    return this.database;
  }

  /** Anew, after PostgreSQL was away. */
  async connect(): Promise<void> {
    this.database = new pg.Client({ connectionString: this.access.administratorUrl });
    this.database.on('error', () => undefined);
    await this.database.connect();
    await this.database.query('set search_path = desk');
  }

  async work(
    workers: number,
    { dies = null, environment = {} }: { readonly dies?: WorkerOrders['dies']; readonly environment?: NodeJS.ProcessEnv } = {},
  ): Promise<readonly Worker[]> {
    const orders: WorkerOrders = {
      databaseUrl: this.access.administratorUrl,
      passwords: this.passwords,
      keysFolder: join(this.folder, 'keys'),
      redisUrl: this.redis?.url ?? null,
      dies,
    };
    const started = await Promise.all(Array.from({ length: workers }, () => Worker.start(orders, environment)));
    this.workers.push(...started);
    return started;
  }

  schedule(): Promise<void> {
    return schedule(this.sql, this.scale);
  }

  /**
   * Waits until everything is due and done, for as long as there is progress: a slow machine is late, and loses nothing. What is not done when nothing was
   * done for `patienceSeconds` is lost.
   */
  async settled(patienceSeconds: number): Promise<Count> {
    const patience = new Patience(patienceSeconds * 1_000, performance.now());
    for (;;) {
      const due = await this.sql.query<{ waiting: boolean }>(
        'select coalesce(max(due_at) > desk_now(), false) as waiting from deadlines',
      );
      const count = await counted(this.sql);
      if (due.rows[0]?.waiting === false && isClean(count)) break;
      if (patience.isOver(due.rows[0]?.waiting === true ? 'waiting' : count.lost, performance.now())) return count;
      await pause(200);
    }
    // A second effect would come now.
    await pause(1_500);
    return counted(this.sql);
  }

  async close(): Promise<void> {
    for (const worker of this.workers) await worker.kill();
    await this.database?.end().catch(() => undefined);
    await this.postgres.stop().catch(() => undefined);
    await this.redis?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Worker {
  private constructor(private readonly child: ChildProcess) {}

  static async start(orders: WorkerOrders, environment: NodeJS.ProcessEnv): Promise<Worker> {
    const child = fork(join(ROOT, 'test/chaos/worker-process.ts'), [], {
      cwd: ROOT,
      execArgv: ['--import', './scripts/typescript.js'],
      env: { ...process.env, NODE_OPTIONS: '', ...environment, CHAOS_WORKER: JSON.stringify(orders) },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return new Worker(child);
  }

  get alive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    this.child.kill(signal);
  }

  /** Resolves when the process is gone by itself. */
  async gone(): Promise<void> {
    if (this.alive) await once(this.child, 'exit');
  }

  async kill(): Promise<void> {
    if (!this.alive) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
