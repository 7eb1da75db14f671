import pg, { escapeIdentifier, type Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import type { DatabaseAccess } from '../config/database-access.js';
import { bootstrapDatabase } from './bootstrap.adapter.js';
import { CODE_VERSION, mismatchOf, OLDEST_CODE, sentenceOf, type CodeAge, type DatabaseAge } from './code-version.js';
import { DatabaseError, sqlStateOf, withoutValues } from './database-error.js';
import { ORIGINAL_DESK_NOW, SHIFTED_CLOCK } from './desk-now.js';
import { PROCESS_ROLES, SCHEMA, STATE_ROLES } from './roles.js';

/** Written once, when a database is made: with fictional States and a clock that can be moved, or with real ones and real time. */
export type InstallationKind = 'demonstration' | 'server';

/** A migration names the oldest code that can work on the database after it; one that names none can be lived with by all. */
export interface DeskMigration extends MigrationInterface {
  readonly oldestCode?: string;
}

export interface Preparation {
  readonly access: DatabaseAccess;
  readonly kind: InstallationKind;
  /** Of all rooms; they run in the order of time in their names. */
  readonly migrations: readonly (new () => DeskMigration)[];
  /** The first shift of a new demonstration's clock, `-1080 hours`: its data has a past, made by moving the clock up to now. */
  readonly demonstrationBegins?: string;
  /** Is told the name of each migration that was run. */
  readonly told?: (migration: string) => void;
}

export interface Prepared {
  /** Whether the database was empty before. */
  readonly created: boolean;
  readonly migrationsRun: number;
}

const OLDEST_VERSION = 18;
const NO_SUCH_DATABASE = '3D000';
/** Roles that may read `installation` and that processes sign in as. */
const MAY_LOOK = [...STATE_ROLES, ...PROCESS_ROLES] as const;
/** Any number, the same in every process: one prepares at a time. */
const PREPARATION_LOCK = 7_361_442;

/**
 * Makes the database ready: creates it if the server has none of that name, refuses what is too old, not ours or of the other kind,
 * makes roles and schemas, runs what is missing of the migrations. Each no is a DatabaseError of one sentence.
 */
export async function prepareDatabase({
  access,
  kind,
  migrations,
  demonstrationBegins = '0',
  told = () => undefined,
}: Preparation): Promise<Prepared> {
  const administrator = await connectOrCreate(access);
  try {
    await refuseOldServer(administrator);
    await administrator.query('select pg_advisory_lock($1)', [PREPARATION_LOCK]);
    const before = await findInstallation(administrator);
    if (before === 'foreign') throw notOurs(access);
    if (before === 'installed') await refuseOtherKind(administrator, kind);
    await bootstrapDatabase(administrator, access);
    const run = await migrateDatabase(access, migrations);
    run.forEach(told);
    if (before === 'empty') await install(access, kind, demonstrationBegins);
    return { created: before === 'empty', migrationsRun: run.length };
  } finally {
    await administrator.end();
  }
}

/**
 * For a process that prepares nothing: refuses a database that is not ready for it, that lacks a migration whose tables it works on, or that
 * newer code has brought beyond it. Looks as a role that the process has anyway.
 */
export async function checkDatabase(
  access: DatabaseAccess,
  kind: InstallationKind,
  needs: Preparation['migrations'] = [],
): Promise<void> {
  const role = MAY_LOOK.find((one) => access.has(one)) ?? 'app';
  const client = await connect(access.urlFor(role), access);
  try {
    await refuseOldServer(client);
    if ((await findInstallation(client)) !== 'installed') {
      throw new DatabaseError(
        'DATABASE_NOT_PREPARED',
        `The database at ${access.shown} has not been set up yet. Start the desk, or its migrations, once with an administrator's DATABASE_URL.`,
      );
    }
    await refuseOtherKind(client, kind);
    await refuseOtherAge((sql) => client.query(sql).then(({ rows }) => rows as never), access, needs);
  } finally {
    await client.end();
  }
}

/** Runs the migrations that are missing, all or none, as role desk_owner. Gives their names. Refuses a database that newer code has brought beyond this one. */
export async function migrateDatabase(access: DatabaseAccess, migrations: Preparation['migrations']): Promise<readonly string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: access.urlFor('owner'),
    schema: SCHEMA,
    migrations: [...migrations],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'all',
    applicationName: 'tracedesk migrations',
    installExtensions: false,
    logging: false,
    poolSize: 1,
  });
  await source.initialize();
  try {
    await refuseOtherAge((sql) => source.query(sql), access, []);
    const run = await source.runMigrations();
    if (await tellsItsAge((sql) => source.query(sql))) await noteOldestCode(source, migrations);
    return run.map(({ name }) => name);
  } catch (error) {
    throw error instanceof DatabaseError ? error : withoutValues(error);
  } finally {
    await source.destroy();
  }
}

async function noteOldestCode(source: DataSource, migrations: Preparation['migrations']): Promise<void> {
  for (const Migration of migrations) {
    await source.query(
      `insert into migration_versions (migration, oldest_code) values ($1, $2)
           on conflict (migration) do update set oldest_code = excluded.oldest_code`,
      [Migration.name, new Migration().oldestCode ?? OLDEST_CODE],
    );
  }
}

async function install(access: DatabaseAccess, kind: InstallationKind, demonstrationBegins: string): Promise<void> {
  const owner = await connect(access.urlFor('owner'), access);
  try {
    await owner.query('begin');
    if (kind === 'demonstration') {
      for (const statement of SHIFTED_CLOCK) await owner.query(statement);
      await owner.query('update desk_clock set shift = $1', [demonstrationBegins]);
    }
    await owner.query('insert into installation (kind) values ($1)', [kind]);
    await owner.query('commit');
  } finally {
    await owner.end();
  }
}

async function connectOrCreate(access: DatabaseAccess): Promise<Client> {
  try {
    return await connect(access.administratorUrl, access);
  } catch (error) {
    if (sqlStateOf(error) !== NO_SUCH_DATABASE) throw error;
  }
  const url = new URL(access.administratorUrl);
  const name = decodeURIComponent(url.pathname.slice(1));
  url.pathname = '/postgres';
  const server = await connect(url.href, access);
  try {
    await server.query(`create database ${escapeIdentifier(name)} encoding 'UTF8' template template0`);
  } catch {
    throw new DatabaseError(
      'DATABASE_RIGHTS_MISSING',
      `The server has no database ${name}, and the user of DATABASE_URL may not create it.`,
    );
  } finally {
    await server.end();
  }
  return connect(access.administratorUrl, access);
}

async function connect(url: string, access: DatabaseAccess): Promise<Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'tracedesk set-up', connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    const reason = typeof code === 'string' ? code : 'no code';
    throw new DatabaseError(
      'DATABASE_UNREACHABLE',
      `PostgreSQL at ${access.shown} does not let the desk in (${reason}). Is it running, and are DATABASE_URL and the passwords right?`,
      { sqlState: reason },
    );
  }
}

/** Speaks before anything is asked of the server that an older one would not understand. */
export async function refuseOldServer(client: Pick<Client, 'query'>): Promise<void> {
  const { rows } = await client.query<{ version: number }>(
    `select current_setting('server_version_num')::int / 10000 as version`,
  );
  const { version } = rows[0]!;
  if (version < OLDEST_VERSION) {
    throw new DatabaseError(
      'DATABASE_TOO_OLD',
      `The database server is PostgreSQL ${version}; the desk needs PostgreSQL ${OLDEST_VERSION} or newer.`,
      { version },
    );
  }
}

/** Tables that extensions brought, and schemas of ours that a broken-off set-up left, do not make a database somebody else's. */
async function findInstallation(client: Client): Promise<'empty' | 'installed' | 'foreign'> {
  const { rows } = await client.query<{ ours: boolean; others: boolean }>(
    `select to_regclass('desk.installation') is not null as ours,
            exists (
              select from pg_class c join pg_namespace n on n.oid = c.relnamespace
               where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
                 and n.nspname not in ('pg_catalog', 'information_schema', 'desk', 'bullmq') and n.nspname not like 'pg\\_%'
                 and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
            ) or exists (
              select from pg_namespace n where n.nspname = 'desk' and pg_get_userbyid(n.nspowner) <> 'desk_owner'
            ) as others`,
  );
  const { ours, others } = rows[0]!;
  if (!ours) return others ? 'foreign' : 'empty';
  const { rows: installations } = await client.query('select from desk.installation');
  return installations.length === 1 ? 'installed' : 'empty';
}

async function refuseOtherKind(client: Client, wanted: InstallationKind): Promise<void> {
  const { rows } = await client.query<{ kind: InstallationKind; clock: string }>(
    `select kind, (select prosrc from pg_proc where oid = 'desk.desk_now()'::regprocedure) as clock from desk.installation`,
  );
  const { kind, clock } = rows[0]!;
  if (kind !== wanted) {
    throw new DatabaseError('DATABASE_OF_ANOTHER_KIND', KIND_MISMATCH[wanted], { kind, wanted });
  }
  const original = clock === ORIGINAL_DESK_NOW;
  if (original !== (kind === 'server')) {
    throw new DatabaseError('DATABASE_CLOCK_CHANGED', CLOCK_MISMATCH[kind], { kind });
  }
}

type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

async function refuseOtherAge(ask: Ask, access: DatabaseAccess, needs: Preparation['migrations']): Promise<void> {
  const code: CodeAge = { version: CODE_VERSION, needs: needs.map(({ name }) => name) };
  const mismatch = mismatchOf(code, await ageOf(ask));
  if (mismatch === null) return;
  throw new DatabaseError(
    mismatch.is === 'code older' ? 'DATABASE_NEWER' : 'DATABASE_OLDER',
    sentenceOf(mismatch, code, access.shown),
    { version: code.version },
  );
}

/** A database of before 0.2.0 tells nothing, and lets nobody look: then everything is missing. */
async function ageOf(ask: Ask): Promise<DatabaseAge> {
  if (!(await tellsItsAge(ask))) return { run: [], oldestCode: {} };
  const run = await ask('select name from desk.migrations');
  const oldest = await ask('select migration, oldest_code from desk.migration_versions');
  return {
    run: run.map(({ name }) => String(name)),
    oldestCode: Object.fromEntries(oldest.map(({ migration, oldest_code: code }) => [String(migration), String(code)])),
  };
}

async function tellsItsAge(ask: Ask): Promise<boolean> {
  const [answer] = await ask(`select to_regclass('desk.migration_versions') is not null as tells`);
  return answer?.['tells'] === true;
}

const KIND_MISMATCH: Readonly<Record<InstallationKind, string>> = {
  server:
    'The database holds a demonstration with fictional States; a server does not take it over. Give DATABASE_URL a database of its own.',
  demonstration: 'The database is that of a real desk; a demonstration does not touch it.',
};

const CLOCK_MISMATCH: Readonly<Record<InstallationKind, string>> = {
  server:
    'The function desk_now() of the database is not the original: its clock may have been moved, so no deadline in it can be trusted.',
  demonstration:
    'The function desk_now() of the demonstration database is not the one that can be moved: the database was changed by hand.',
};

function notOurs(access: DatabaseAccess): DatabaseError {
  return new DatabaseError(
    'DATABASE_NOT_OURS',
    `The database at ${access.shown} holds tables of something else. Give the desk an empty database.`,
  );
}
