import { isStateCode, type Actor, type Result, type StateCode } from '@tracedesk/kernel';
import type { ClientBase, QueryResult } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { DatabaseError, spoilsConnection, withoutValues } from './database-error.js';

/** One unit of work: its actor, their State and the database's time. It is over when the function that was given it returns. */
export interface Tx {
  readonly actor: Actor;
  readonly state: StateCode;
  /** `desk_now()` at the beginning. */
  readonly now: Date;
  /** Whether all its statements see what was committed when it began, and nothing later. */
  readonly isSnapshot: boolean;
  /** TypeORM on this transaction, for reads by query builder and for `insert` and `update`. */
  readonly manager: EntityManager;
  /** A prepared statement on this transaction. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** A transaction of one of the desk's own processes: it acts for no State, and its role's policies say what it reaches. */
export interface ProcessTx {
  readonly now: Date;
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
}

/** What an act is about, for its entries, and what a sealed part belongs to. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** The promise that a move asked for twice under one key happens once (design 5). */
export interface Once<T> {
  readonly key: string;
  /** Over everything that makes the request what it is: the same key with another hash is refused. */
  readonly requestHash: Buffer;
  /** The id under which the result is found again, where it is known beforehand: then it is stored with the key. */
  readonly resultId?: string;
  /** The same id, from the result. */
  idOf(value: T): string;
  /** Answers the second time, from what is stored under that id: never by doing the work again. */
  replay(tx: Tx, id: string): Promise<Result<T>>;
}

/** Whether it writes, and what it sees of others meanwhile. In `READ ONLY` and `SNAPSHOT`, which writes, every statement sees what was committed when it began. */
export type Mode = 'READ WRITE' | 'READ ONLY' | 'SNAPSHOT';

const ISOLATION: Readonly<Record<Mode, string>> = {
  'READ WRITE': 'READ COMMITTED, READ WRITE',
  'READ ONLY': 'REPEATABLE READ, READ ONLY',
  SNAPSHOT: 'REPEATABLE READ, READ WRITE',
};

/** The transaction itself, with the ends of it that only the unit of work may call. */
export class StateTransaction implements Tx {
  readonly state: StateCode;
  readonly manager: EntityManager;
  private over = false;

  private constructor(
    readonly actor: Actor,
    readonly now: Date,
    readonly isSnapshot: boolean,
    private readonly runner: QueryRunner,
    private readonly client: ClientBase,
  ) {
    this.state = actor.state;
    this.manager = runner.manager;
  }

  /** One round trip: begin, set the State for row security, read the time, set the savepoint that a denial goes back to. */
  static async begin(source: DataSource, actor: Actor, mode: Mode): Promise<StateTransaction> {
    // The code stands in the text, as a simple query takes no parameters: its shape is checked here whatever the types promise.
    if (!isStateCode(actor.state)) throw new DatabaseError('STATE_CODE_MALFORMED', 'The actor has no well-formed State code.');
    const runner = source.createQueryRunner();
    try {
      const client = (await runner.connect()) as ClientBase;
      const results = (await client.query(
        `START TRANSACTION ISOLATION LEVEL ${ISOLATION[mode]}; ` +
          `SELECT set_config('desk.state', '${actor.state}', true), desk_now() AS now; SAVEPOINT work`,
      )) as unknown as QueryResult<{ now: Date }>[];
      // TypeORM must not begin another one by itself: `save` would commit ours.
      Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
      return new StateTransaction(actor, results[1]!.rows[0]!.now, mode !== 'READ WRITE', runner, client);
    } catch (error) {
      await giveBack(runner, error);
      throw withoutValues(error);
    }
  }

  async query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]> {
    if (this.over)
      throw new DatabaseError(
        'TRANSACTION_OVER',
        'A transaction was used after its unit of work had ended. Is an await missing?',
      );
    try {
      return (await this.client.query(sql, values as unknown[])).rows as Row[];
    } catch (error) {
      throw withoutValues(error);
    }
  }

  /** Undoes the work but keeps the transaction, its State and its time. */
  async undoWork(): Promise<void> {
    await this.client.query('ROLLBACK TO SAVEPOINT work');
  }

  async commit(): Promise<void> {
    this.over = true;
    const { command } = await this.client.query('COMMIT');
    // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK and no error: somebody swallowed the one that failed it.
    if (command !== 'COMMIT')
      throw new DatabaseError('TRANSACTION_ABORTED', 'The work ended as if all were well, but one of its statements had failed.');
    await this.runner.release();
  }

  /** Leaves nothing. A connection that cannot even roll back is closed rather than handed on. */
  async abandon(reason: unknown): Promise<void> {
    this.over = true;
    if (this.runner.isReleased) return;
    try {
      await this.client.query('ROLLBACK');
      await giveBack(this.runner, reason);
    } catch (error) {
      await giveBack(this.runner, error, 'broken');
    }
  }
}

async function giveBack(runner: QueryRunner, reason: unknown, condition: 'usable' | 'broken' = 'usable'): Promise<void> {
  const broken = condition === 'broken' || spoilsConnection(reason);
  // TypeORM's own `release` takes no reason, and without one the pool hands a broken connection to the next.
  const pooled = runner as QueryRunner & { releasePostgresConnection(reason?: Error): Promise<void> };
  await pooled.releasePostgresConnection(broken ? new Error('broken') : undefined);
}
