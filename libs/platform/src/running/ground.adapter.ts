import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { DATABASE_ROLES, DatabaseAccess, type DatabasePasswords, type DatabaseRole } from '../config/database-access.js';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { runningPostmaster, startEmbeddedPostgres, type EmbeddedPostgres } from '../embedded/embedded-postgres.adapter.js';
import { lockFolder } from '../embedded/folder-lock.adapter.js';
import { rememberFolder, type Origin } from '../embedded/folder-name.adapter.js';
import { claimHome, makeHome, ownerOfHome } from '../embedded/home.adapter.js';
import { keepRunning } from '../embedded/keep-running.adapter.js';
import { SUPERUSER } from '../embedded/postgres-settings.js';
import { readSecretFile, secretIn } from '../embedded/secret-file.adapter.js';
import { StartError } from '../embedded/start-error.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { tellsOf } from './tells-of-servants.adapter.js';

/** The name of the database that the desk makes on its own PostgreSQL. */
const DATABASE_NAME = 'tracedesk';

/** The database server a process stands on, and how to leave it. */
export interface Ground {
  readonly access: DatabaseAccess;
  /** Where the embedded database's files lie; null on a server. */
  readonly databaseFolder: string | null;
  /** Of which data folder this one is a copy; null where it is none, and on a server. */
  readonly copyOf: Origin | null;
  /** Settles if the desk's own PostgreSQL ends for good; never on a server. */
  readonly ended: Promise<unknown>;
  /** The database is made and filled. Until this is said, the next start begins it anew. */
  finished(): void;
  leave(): Promise<void>;
}

export interface GroundOptions {
  /** The database roles this process plays. */
  readonly roles: readonly DatabaseRole[];
  /** Whether passwords that do not exist yet are made. Only who prepares the database does. */
  readonly makePasswords: boolean;
  /** Where it is told that a server of our own ended and was started again; absent: a log of its own. */
  readonly log?: DeskLog;
}

/** Starts the desk's own PostgreSQL, or takes the server that was named. Throws StartError. */
export async function openGround(config: DeskConfig, options: GroundOptions): Promise<Ground> {
  return config.databaseUrl === null
    ? openEmbedded(config, options.log ?? new DeskLog(config.logLevel))
    : openServer(config, config.databaseUrl, options);
}

/** The embedded database of a desk that is running now, or null: for commands that work beside it. */
export async function joinGround(config: DeskConfig): Promise<Ground | null> {
  if (config.databaseUrl !== null) return null;
  const { folder } = makeHome(postgresFolder(config));
  const password = readSecretFile(passwordFile(config, SUPERUSER));
  if (password === null || !claimHome(postgresFolder(config))) return null;
  const found = await runningPostmaster(join(folder, 'data'), password);
  if (found === null) return null;
  const url = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${found.port}/${DATABASE_NAME}`;
  const access = new DatabaseAccess('embedded', url, passwordsOf(config, { roles: DATABASE_ROLES, makePasswords: false }));
  return {
    access,
    databaseFolder: folder,
    copyOf: null,
    ended: never(),
    finished: () => undefined,
    leave: () => Promise.resolve(),
  };
}

async function openEmbedded(config: DeskConfig, log: DeskLog): Promise<Ground> {
  const home = makeHome(postgresFolder(config));
  const lock = lockFolder(config.dataDir);
  try {
    if (!claimHome(postgresFolder(config))) throw sharedDatabase(config);
    const copyOf = rememberFolder(config.dataDir);
    const options = { folder: postgresFolder(config), passwordFile: passwordFile(config, SUPERUSER) };
    const postgres = await startEmbeddedPostgres(options);
    const again = (): Promise<EmbeddedPostgres> => startEmbeddedPostgres({ ...options, port: postgres.port });
    const kept = keepRunning(postgres, again, tellsOf('PostgreSQL', log));
    const unfinished = join(home.folder, 'unfinished');
    if (existsSync(unfinished)) await beginAnew(config, postgres.url);
    if (postgres.isNew) writeFileSync(unfinished, '');
    const url = new URL(postgres.url);
    url.pathname = `/${DATABASE_NAME}`;
    const access = new DatabaseAccess('embedded', url.href, passwordsOf(config, { roles: DATABASE_ROLES, makePasswords: true }));
    const leave = async (): Promise<void> => {
      await kept.stop();
      lock.release();
    };
    return {
      access,
      databaseFolder: home.folder,
      copyOf,
      ended: kept.lost,
      finished: () => rmSync(unfinished, { force: true }),
      leave,
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function sharedDatabase(config: DeskConfig): StartError {
  const folder = postgresFolder(config);
  const owner = ownerOfHome(folder);
  const message = `${folder} is only a link to the database of the desk in ${owner}: put a copy of that folder in its place, or give another DATA_DIR.`;
  return new StartError('FOLDER_OF_ANOTHER_DESK', message, { folder, owner });
}

/** A first start that was cut off left a database that nobody has worked with: half a demonstration helps nobody. */
async function beginAnew(config: DeskConfig, superuserUrl: string): Promise<void> {
  const superuser = new pg.Client({ connectionString: superuserUrl });
  await superuser.connect();
  await superuser.query(`drop database if exists ${DATABASE_NAME} with (force)`);
  await superuser.end();
  rmSync(join(config.keysDir, 'states'), { recursive: true, force: true });
}

function openServer(config: DeskConfig, url: string, options: GroundOptions): Ground {
  const access = new DatabaseAccess('server', url, passwordsOf(config, options));
  return {
    access,
    databaseFolder: null,
    copyOf: null,
    ended: never(),
    finished: () => undefined,
    leave: () => Promise.resolve(),
  };
}

/** From the environment, else from the keys folder. A role without a password is told by name, with what would help. */
function passwordsOf(config: DeskConfig, { roles, makePasswords }: Omit<GroundOptions, 'log'>): DatabasePasswords {
  const passwords: Partial<Record<DatabaseRole, string>> = {};
  for (const role of roles) {
    const file = passwordFile(config, `desk_${role}`);
    const password = config.databasePasswords[role] ?? (makePasswords ? secretIn(file) : readSecretFile(file));
    if (password === null) {
      const variable = `DESK_${role.toUpperCase()}_PASSWORD`;
      const message = `The password of the database role desk_${role} is missing: set ${variable} or ${variable}_FILE, or let this process read ${file}.`;
      throw new StartError('PASSWORD_MISSING', message, { role });
    }
    passwords[role] = password;
  }
  return passwords;
}

function postgresFolder(config: DeskConfig): string {
  return join(config.dataDir, 'postgres');
}

function passwordFile(config: DeskConfig, role: string): string {
  return join(config.keysDir, 'database', `${role}.password`);
}

function never(): Promise<unknown> {
  return new Promise(() => undefined);
}
