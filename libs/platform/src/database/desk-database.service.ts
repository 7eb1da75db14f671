import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '@tracedesk/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import { processPool, stateDataSource, type DatabaseOptions } from './connections.adapter.js';
import { DatabaseError, spoilsConnection, withoutValues } from './database-error.js';
import { PROCESS_ROLES, type ProcessRole, type StateRole } from './roles.js';
import { retryingConflicts } from './retry.js';
import { StateTransaction, type Mode, type ProcessTx } from './transaction.adapter.js';

/** The connections of this process, by role. Rooms do not use it: they are handed a `tx`. */
@Injectable()
export class DeskDatabase implements OnApplicationShutdown {
  private readonly pools = new Map<ProcessRole, Pool>();
  private administration: Promise<DataSource> | null = null;
  private closed = false;

  private constructor(
    private readonly options: DatabaseOptions,
    /** Null in a process that acts for no State and has no password of role desk_app. */
    private readonly app: DataSource | null,
  ) {}

  /** Connects as role desk_app, where this process may; the other roles' connections are opened when first used. */
  static async open(options: DatabaseOptions): Promise<DeskDatabase> {
    return new DeskDatabase(options, options.access.has('app') ? await connected(options, 'app') : null);
  }

  /** One transaction as the actor's State. The unit of work decides what a result means; here an error leaves nothing and a conflict is run again. */
  async inState<T>(actor: Actor, mode: Mode, work: (tx: StateTransaction) => Promise<T>): Promise<T> {
    return retryingConflicts(async () => {
      const tx = await StateTransaction.begin(await this.#sourceFor(actor), actor, mode);
      try {
        const result = await work(tx);
        await tx.commit();
        return result;
      } catch (error) {
        await tx.abandon(error);
        throw withoutValues(error);
      }
    }, aboutThatLong);
  }

  /** One transaction as one of the desk's processes. Its rows are those its role's policies open. */
  async as<T>(role: ProcessRole, work: (tx: ProcessTx) => Promise<T>): Promise<T> {
    const pool = this.poolOf(role);
    return retryingConflicts(async () => {
      const client = await connect(pool);
      // A lost connection also fails the statement at hand, which is where it is told; without a listener it would end the process.
      client.on('error', alreadyTold);
      try {
        const begun = (await client.query(
          'START TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT desk_now() AS now',
        )) as unknown as QueryResult<{ now: Date }>[];
        const result = await work(processTx(client, begun[1]!.rows[0]!.now));
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT')
          throw new DatabaseError('TRANSACTION_ABORTED', `A statement of the ${role} had failed, and nobody said so.`);
        giveBack(client);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => giveBack(client, spoilsConnection(error)),
          () => giveBack(client, true),
        );
        throw withoutValues(error);
      }
    }, aboutThatLong);
  }

  /** A look-up before a State is known, through a SECURITY DEFINER function of role desk_door. Outside a unit of work every table gives no rows. */
  async door<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return await this.ofApp().query<Row[]>(sql, [...values]);
    } catch (error) {
      throw withoutValues(error);
    }
  }

  /** PostgreSQL's version, while it takes writes: asked as a role that this process has. A disk that is full, or a replica, answers reads all the same. */
  async version(): Promise<string> {
    const [shown] = await this.#asAnyRole<{ server_version: string }>(PROBE_WRITE);
    return shown?.server_version ?? 'unknown';
  }

  /** The releases of zone data that the desk's processes on this database count days with, as their connections tell. */
  async zoneData(): Promise<readonly string[]> {
    const rows = await this.#asAnyRole<{ version: string }>(ZONE_DATA_TOLD);
    return rows.map(({ version }) => version);
  }

  async #asAnyRole<Row>(sql: string): Promise<Row[]> {
    const role = PROCESS_ROLES.find((one) => this.options.access.has(one));
    try {
      if (this.app || !role) return await this.ofApp().query<Row[]>(sql);
      return (await this.poolOf(role).query(sql)).rows as Row[];
    } catch (error) {
      throw unreachable(error);
    }
  }

  /** Waits for running transactions, then closes all connections. */
  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    await Promise.all([...this.pools.values()].map((pool) => pool.end()));
    for (const source of [this.app, await this.administration]) if (source?.isInitialized) await source.destroy();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private ofApp(): DataSource {
    if (this.app) return this.app;
    throw passwordMissing('app');
  }

  /** As whom a unit of work connects. The administration's connections are opened when first used: States and people are begun seldom. */
  async #sourceFor(actor: Actor): Promise<DataSource> {
    if (actor.kind !== 'process' || actor.name !== 'administration') return this.ofApp();
    if (!this.options.access.has('administration')) throw passwordMissing('administration');
    this.administration ??= connected(this.options, 'administration').catch((error: unknown) => {
      this.administration = null;
      throw error;
    });
    return this.administration;
  }

  private poolOf(role: ProcessRole): Pool {
    if (this.closed)
      throw new DatabaseError('DATABASE_CLOSED', `The ${role} came after the database connections had been closed.`);
    const pool = this.pools.get(role) ?? processPool(this.options, role);
    this.pools.set(role, pool);
    return pool;
  }
}

function processTx(client: PoolClient, now: Date): ProcessTx {
  return {
    now,
    async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
      try {
        return (await client.query(sql, values as unknown[])).rows as Row[];
      } catch (error) {
        throw withoutValues(error);
      }
    },
  };
}

async function connected(options: DatabaseOptions, role: StateRole): Promise<DataSource> {
  try {
    return await stateDataSource(options, role).initialize();
  } catch (error) {
    throw unreachable(error);
  }
}

function passwordMissing(role: StateRole): DatabaseError {
  const what = role === 'app' ? 'acts for no State' : 'administers nothing';
  return new DatabaseError(
    'DATABASE_PASSWORD_MISSING',
    `This process ${what}: it was not given the password of the role desk_${role}.`,
  );
}

function giveBack(client: PoolClient, broken = false): void {
  client.removeListener('error', alreadyTold);
  client.release(broken);
}

function alreadyTold(): void {
  // nothing to do
}

async function connect(pool: Pool): Promise<PoolClient> {
  try {
    return await pool.connect();
  } catch (error) {
    throw unreachable(error);
  }
}

function unreachable(error: unknown): DatabaseError {
  const reason = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'no code';
  return new DatabaseError(
    'DATABASE_UNREACHABLE',
    `PostgreSQL does not answer (${reason}). Is it running, and are DATABASE_URL and the passwords right?`,
  );
}

/** Full jitter: of two transactions that broke each other off, one comes back first. */
async function aboutThatLong(milliseconds: number): Promise<void> {
  await sleep(Math.random() * milliseconds);
}

// A SELECT at its end, so that the rows come as of any query.
const PROBE_WRITE = `
  WITH probed AS (UPDATE write_probe SET probed_at = clock_timestamp() RETURNING 1)
  SELECT current_setting('server_version') AS server_version FROM probed`;

const ZONE_DATA_TOLD = `
  select distinct substring(application_name from ' tz([0-9]{4}[a-z]+)$') as version
    from pg_stat_activity
   where datname = current_database() and application_name ~ '^tracedesk .* tz[0-9]{4}[a-z]+$'`;
