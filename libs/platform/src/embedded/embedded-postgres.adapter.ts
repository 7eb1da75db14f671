import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, isFree } from './free-port.adapter.js';
import { makeHome, type Home } from './home.adapter.js';
import { findBinaries, type PostgresBinaries } from './postgres-binaries.adapter.js';
import { forgetOtherPostmaster, postmasterOf, whenGone, whenReady } from './postmaster-file.adapter.js';
import { postgresArguments, POSTGRES_MAJOR, SUPERUSER } from './postgres-settings.js';
import { isSameFolder } from './running-process.adapter.js';
import { secretIn } from './secret-file.adapter.js';
import { adoptServant, startServant, type Servant } from './servant.adapter.js';
import { diskFull, folderError, StartError } from './start-error.js';

export interface EmbeddedPostgresOptions {
  /** Where its files lie; made when missing. */
  readonly folder: string;
  /** Where the superuser's password lies; made when missing, 0600. */
  readonly passwordFile: string;
  /** False only for tests: a crash of the machine may then lose or break everything. */
  readonly durable?: boolean;
  /** Where it has to answer again, for it did before; absent: where it did the last time, if that is free. */
  readonly port?: number;
}

export interface EmbeddedPostgres {
  /** The superuser's address of the database `postgres`: to create roles and databases, and for nothing else. */
  readonly url: string;
  readonly port: number;
  /** Where its files really lie. */
  readonly folder: string;
  /** Whether the folder was empty before. */
  readonly isNew: boolean;
  /** Whether it was found running, left behind by a desk that was killed. */
  readonly adopted: boolean;
  /** Settles when PostgreSQL has ended. */
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

/** Two desks may be given the same free port at the same moment. */
const ATTEMPTS = 3;
/** Of one whose parent was killed the children may work on for some seconds, and hold what the next one needs. */
const ATTEMPTS_AGAIN = 20;
const BETWEEN_ATTEMPTS_MS = 500;

/**
 * Starts the desk's own PostgreSQL and returns when it takes connections: made new where the folder is empty, adopted where one is
 * still running. It ends with this process, however that ends. Throws StartError with one sentence where it cannot.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const home = makeHome(options.folder);
  const data = join(home.folder, 'data');
  const isNew = !existsSync(join(data, 'PG_VERSION'));
  const password = secretIn(options.passwordFile);
  const binaries = await findBinaries(home.folder, home.account);
  if (isNew) await initialise(binaries, home, data, password, options.durable !== false);
  else checkVersion(data);

  const found = await stillRunning(data, password);
  const running = found
    ? { port: found.port, servant: adoptServant(found.pid, 'INT', home.account) }
    : await launch(binaries, home, data, options);
  return {
    url: superuserUrl(running.port, password),
    port: running.port,
    folder: home.folder,
    isNew,
    adopted: found !== null,
    ended: running.servant.ended,
    stop: () => running.servant.stop(),
  };
}

/** Into a folder aside, which is given its name when it is whole: a half-made database is never taken for one. */
async function initialise(
  { initdb }: PostgresBinaries,
  home: Home,
  data: string,
  password: string,
  durable: boolean,
): Promise<void> {
  const half = `${data}.half`;
  const secrets = mkdtempSync(join(tmpdir(), 'tracedesk-'));
  const passwordFile = join(secrets, 'password');
  const logFile = join(home.folder, 'initdb.log');
  try {
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    for (const given of home.account ? [half, secrets, passwordFile] : []) chownSync(given, home.account!.uid, home.account!.gid);
    rmSync(logFile, { force: true });
    const layout = [
      '-U',
      SUPERUSER,
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ];
    const { ended } = startServant({
      command: initdb,
      arguments: [
        '-D',
        half,
        ...layout,
        `--pwfile=${passwordFile}`,
        '--no-instructions',
        // Else it makes room again before anybody can see that there was none.
        '--no-clean',
        ...(durable ? [] : ['--no-sync']),
      ],
      account: home.account,
      signal: 'KILL',
      logFile,
    });
    const code = await kept(ended);
    if (code !== 0) throw notStarted(home.folder, logFile, `initdb ended with code ${code}`);
    rmSync(data, { recursive: true, force: true });
    renameSync(half, data);
    rmSync(logFile, { force: true });
  } catch (cause) {
    throw folderError(home.folder, cause);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
    rmSync(half, { recursive: true, force: true });
  }
}

function checkVersion(data: string): void {
  const version = readOrRefuse(join(data, 'PG_VERSION')).trim();
  if (version === POSTGRES_MAJOR) return;
  const message = `The database in ${data} was made by PostgreSQL ${version}, and this desk brings ${POSTGRES_MAJOR}: give another DATA_DIR, or move the data with pg_dump.`;
  throw new StartError('DATA_OF_ANOTHER_VERSION', message, { version });
}

function readOrRefuse(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    const message = `The database in ${file.replace(/\/PG_VERSION$/, '')} belongs to another user: start the desk as that user, or give another DATA_DIR.`;
    throw new StartError('FOLDER_OF_ANOTHER_USER', message, {}, { cause });
  }
}

/** How long a warden may take to notice that its desk is gone. */
const NOTICE_MS = 300;

/** One that a killed desk left behind and that stays. One that is already being ended is waited for instead. */
async function stillRunning(data: string, password: string): Promise<{ pid: number; port: number } | null> {
  if (postmasterOf(data) === null) return null;
  await new Promise((resolve) => setTimeout(resolve, NOTICE_MS));
  const found = await runningPostmaster(data, password);
  if (found !== null) return found;
  await whenGone(data);
  return null;
}

/** The PostgreSQL that takes connections on the data folder and says itself that its files lie there; null where none does. */
export async function runningPostmaster(data: string, password: string): Promise<{ pid: number; port: number } | null> {
  const found = postmasterOf(data);
  if (found?.state !== 'ready') return null;
  const told = await folderToldBy(superuserUrl(found.port, password));
  return told !== null && isSameFolder(told, data) ? found : null;
}

async function folderToldBy(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url, application_name: 'tracedesk start', connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`);
    return rows[0]?.folder ?? null;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function superuserUrl(port: number, password: string): string {
  return `postgres://${SUPERUSER}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`;
}

async function launch(
  { postgres }: PostgresBinaries,
  home: Home,
  data: string,
  { port: asked, durable = true }: EmbeddedPostgresOptions,
): Promise<{ port: number; servant: Servant }> {
  const logFile = join(home.folder, 'postgres.log');
  forgetOtherPostmaster(data);
  for (let attempt = 1; ; attempt += 1) {
    const port = asked ?? (await rememberedPort(join(home.folder, 'port')));
    const started = {
      command: postgres,
      arguments: postgresArguments(data, port, durable),
      account: home.account,
      signal: 'INT',
      logFile,
    } as const;
    const servant = startServant(started);
    if (await Promise.race([whenReady(data), servant.ended.then(() => false)])) return { port, servant };
    await servant.stop();
    if (attempt === (asked === undefined ? ATTEMPTS : ATTEMPTS_AGAIN))
      throw notStarted(home.folder, logFile, 'PostgreSQL did not start');
    if (asked === undefined) rmSync(join(home.folder, 'port'), { force: true });
    else await new Promise((resolve) => setTimeout(resolve, BETWEEN_ATTEMPTS_MS));
  }
}

/** The same port as the last time where it is free, so that an operator's tools find it again. */
async function rememberedPort(file: string): Promise<number> {
  const remembered = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (remembered > 1023 && remembered < 65536 && (await isFree(remembered))) return remembered;
  const port = await freePort();
  try {
    writeFileSync(file, String(port), { mode: 0o644 });
  } catch (cause) {
    throw folderError(file, cause);
  }
  return port;
}

/** PostgreSQL's own last words name the cause: nobody should have to look for the file first. */
function notStarted(folder: string, logFile: string, what: string): StartError {
  const words = existsSync(logFile) ? readFileSync(logFile, 'utf8') : '';
  // On a full disk the message itself may have found no room.
  if (words.includes('No space left on device') || roomOn(folder) < NO_ROOM_BYTES) return diskFull(folder);
  const last =
    words
      .split('\n')
      .filter((line) => /(?:FATAL|PANIC|error|could not)/i.test(line))
      .at(-1) ?? 'it left no message';
  return new StartError(
    'POSTGRES_NOT_STARTED',
    `The desk's own PostgreSQL did not start in ${folder}: ${what} (${last.trim()}).`,
    { folder },
  );
}

const NO_ROOM_BYTES = 4 * 1024 * 1024;

function roomOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A servant does not keep this process alive; while it is waited for, it must. */
async function kept<T>(promise: Promise<T>): Promise<T> {
  const alive = setInterval(() => undefined, 1_000);
  try {
    return await promise;
  } finally {
    clearInterval(alive);
  }
}
