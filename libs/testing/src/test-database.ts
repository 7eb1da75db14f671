import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Denial, StateCode } from '@tracedesk/kernel';
import {
  DatabaseAccess,
  DenialJournal,
  DeskDatabase,
  IdempotencyKeys,
  Outbox,
  ProtectedParts,
  StateKeys,
  UnitOfWork,
  type DatabaseOptions,
  type Subject,
  type Tx,
} from '@tracedesk/platform';
import pg from 'pg';
import { TEMPLATE, testServer } from './test-database-connection.js';

export interface TestDatabaseOptions extends Pick<DatabaseOptions, 'entities' | 'poolSizes'> {
  /** Where denials are entered; absent: kept in memory, see `denials`. */
  readonly denialJournal?: DenialJournal;
  /** States that have a key; more with `stateKeys.create`. */
  readonly states?: readonly string[];
  /** A database that is there already, and its keys; whoever made them removes them. */
  readonly kept?: { readonly clone: TestClone; readonly keysFolder: string };
}

/** A desk's database of one's own, empty but for what migrations put in, with every room's tables. */
export interface TestDatabase {
  readonly access: DatabaseAccess;
  readonly database: DeskDatabase;
  readonly work: UnitOfWork;
  readonly idempotencyKeys: IdempotencyKeys;
  readonly stateKeys: StateKeys;
  readonly keysFolder: string;
  readonly parts: ProtectedParts;
  readonly outbox: Outbox;
  readonly denials: readonly SeenDenial[];
  /** As superuser, past row security: for looking at what is really there, and for given states of affairs. */
  superuser<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Moves `desk_now()` forward: `7 days`, `P7D`. */
  advance(step: string): Promise<void>;
  close(): Promise<void>;
}

export interface SeenDenial {
  readonly action: string;
  readonly denial: Denial;
  readonly about: Subject | undefined;
}

const DEMONSTRATION_STATES = ['QM', 'QN', 'QP', 'QQ', 'QR', 'QS', 'QT', 'QV', 'QW', 'QX', 'QY'];

/** A new clone of the template, in some 20 ms; close it in `afterAll`. */
export async function openTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { denialJournal, kept, states = kept ? [] : DEMONSTRATION_STATES, ...databaseOptions } = options;
  const clone = kept?.clone ?? (await cloneTemplate());
  const database = await DeskDatabase.open({ access: clone.access, poolSizes: { app: 4 }, ...databaseOptions });
  const administrator = new pg.Client({ connectionString: clone.access.administratorUrl });
  administrator.on('error', () => {});
  await administrator.connect();
  await administrator.query('set search_path = desk');
  const keysFolder = kept?.keysFolder ?? mkdtempSync(join(tmpdir(), 'tracedesk-keys-'));
  const stateKeys = new StateKeys(keysFolder);
  for (const state of states) stateKeys.create(state as StateCode);
  const seen: SeenDenial[] = [];
  const idempotencyKeys = new IdempotencyKeys();
  return {
    access: clone.access,
    database,
    work: new UnitOfWork(database, denialJournal ?? new RememberedDenials(seen), idempotencyKeys),
    idempotencyKeys,
    stateKeys,
    keysFolder,
    parts: new ProtectedParts(stateKeys),
    outbox: new Outbox(),
    denials: seen,
    superuser: async <Row>(sql: string, values: readonly unknown[] = []) =>
      (await administrator.query(sql, [...values])).rows as Row[],
    advance: async (step) => void (await administrator.query('select advance_desk_clock($1)', [step])),
    async close() {
      await database.close();
      await administrator.end();
      if (kept) return;
      await clone.drop();
      rmSync(keysFolder, { recursive: true, force: true });
    },
  };
}

export interface TestClone {
  readonly access: DatabaseAccess;
  drop(): Promise<void>;
}

/** The clone alone: for a desk in its own process. `bare` gives an empty database instead, as a new server has it. */
export async function cloneTemplate({ bare = false }: { readonly bare?: boolean } = {}): Promise<TestClone> {
  const server = testServer();
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await onServer(
    server.url,
    bare ? `create database ${name} template template0` : `create database ${name} template ${TEMPLATE} strategy file_copy`,
  );
  const url = new URL(server.url);
  url.pathname = `/${name}`;
  return {
    access: new DatabaseAccess('server', url.href, server.passwords),
    drop: () => onServer(server.url, `drop database if exists ${name} with (force)`),
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

class RememberedDenials extends DenialJournal {
  constructor(private readonly seen: SeenDenial[]) {
    super();
  }

  override async record(tx: Tx, action: string, denial: Denial, about: Subject | undefined): Promise<void> {
    await tx.query('select 1 as "proof that the transaction is usable" where $1::text is not null', [action]);
    this.seen.push({ action, denial, about });
  }
}
