import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Actor } from '@tracedesk/kernel';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool, PoolClient, QueryResult } from 'pg';
import { DataSource } from 'typeorm';
import { appDataSource, processPool, type DatabaseOptions } from './connections.adapter.js';
import { DatabaseError, withoutValues } from './database-error.js';
import type { ProcessRole } from './roles.js';
import { retryingConflicts } from './retry.js';
import { StateTransaction, type ProcessTx } from './transaction.adapter.js';

/** The connections of this process, by role. Rooms do not use it: they are handed a `tx`. */
@Injectable()
export class DeskDatabase implements OnApplicationShutdown {
  private readonly pools = new Map<ProcessRole, Pool>();

  private constructor(
    private readonly options: DatabaseOptions,
    private readonly app: DataSource,
  ) {}

  /** Connects as role desk_app; the other roles' connections are opened when first used. */
  static async open(options: DatabaseOptions): Promise<DeskDatabase> {
    const app = appDataSource(options);
    try {
      await app.initialize();
    } catch (error) {
      throw unreachable(error);
    }
    return new DeskDatabase(options, app);
  }

  /** One transaction as the actor's State. The unit of work decides what a result means; here an error leaves nothing and a conflict is run again. */
  async inState<T>(actor: Actor, mode: 'READ WRITE' | 'READ ONLY', work: (tx: StateTransaction) => Promise<T>): Promise<T> {
    return retryingConflicts(async () => {
      const tx = await StateTransaction.begin(this.app, actor, mode);
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
      try {
        const begun = (await client.query(
          'START TRANSACTION ISOLATION LEVEL READ COMMITTED; SELECT desk_now() AS now',
        )) as unknown as QueryResult<{ now: Date }>[];
        const result = await work(processTx(client, begun[1]!.rows[0]!.now));
        const { command } = await client.query('COMMIT');
        if (command !== 'COMMIT')
          throw new DatabaseError('TRANSACTION_ABORTED', `A statement of the ${role} had failed, and nobody said so.`);
        client.release();
        return result;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => client.release(),
          (broken: Error) => client.release(broken),
        );
        throw withoutValues(error);
      }
    }, aboutThatLong);
  }

  /** A look-up before a State is known, through a SECURITY DEFINER function of role desk_door. Outside a unit of work every table gives no rows. */
  async door<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      return await this.app.query<Row[]>(sql, [...values]);
    } catch (error) {
      throw withoutValues(error);
    }
  }

  /** Resolves while PostgreSQL answers. */
  async ping(): Promise<void> {
    try {
      await this.app.query('SELECT 1');
    } catch (error) {
      throw unreachable(error);
    }
  }

  /** Waits for running transactions, then closes all connections. */
  async close(): Promise<void> {
    const pools = [...this.pools.values()];
    this.pools.clear();
    await Promise.all(pools.map((pool) => pool.end()));
    if (this.app.isInitialized) await this.app.destroy();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.close();
  }

  private poolOf(role: ProcessRole): Pool {
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
