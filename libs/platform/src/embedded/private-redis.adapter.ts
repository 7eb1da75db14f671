import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { accessSync, chownSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Redis } from 'ioredis';
import { freePort } from './free-port.adapter.js';
import { claimHome, leadsNowhere, makeHome, type Home } from './home.adapter.js';
import { birthOf, isAlive, isSameFolder, programOf, worksIn } from './running-process.adapter.js';
import { startServant } from './servant.adapter.js';
import { folderError, StartError } from './start-error.js';

/** Where a Redis that ended has to answer again, and to which password. */
export interface RedisPlace {
  readonly port: number;
  readonly password: string;
}

export interface PrivateRedis {
  readonly url: string;
  readonly place: RedisPlace;
  /** `redis-server` or `valkey-server`. */
  readonly name: string;
  readonly ended: Promise<unknown>;
  stop(): Promise<void>;
}

const NAMES = ['redis-server', 'valkey-server'] as const;
const OLDEST_MAJOR = 6;
const LONGEST_START_MS = 30_000;
const LOOK_EVERY_MS = 20;

/** A Redis or Valkey on the path that is new enough, or null. */
export function findRedis(path: string): { readonly name: string; readonly file: string } | null {
  for (const name of NAMES) {
    const file = path
      .split(delimiter)
      .map((folder) => join(folder, name))
      .find(isRunnable);
    if (file === undefined) continue;
    const words = String(spawnSync(file, ['--version'], { encoding: 'utf8' }).stdout);
    if (Number(/v=(\d+)\./.exec(words)?.[1] ?? 0) >= OLDEST_MAJOR) return { name, file };
  }
  return null;
}

function isRunnable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Starts a Redis for this desk alone, which keeps what it is given and ends with this process. Throws StartError where it cannot. */
export async function startPrivateRedis(
  found: { name: string; file: string },
  askedFolder: string,
  before?: RedisPlace,
): Promise<PrivateRedis> {
  const home = homeOfItsOwn(askedFolder);
  const data = join(home.folder, 'data');
  const configFile = join(home.folder, 'redis.conf');
  const pidFile = join(data, 'redis.pid');
  const place = before ?? { port: await freePort(), password: randomBytes(24).toString('base64url') };
  const { port, password } = place;
  await endLeftover(data, pidFile, configFile);
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    // The password stands in a file, for a command line is everybody's to read.
    writeFileSync(configFile, configuration(data, pidFile, port, password), { mode: 0o600 });
    for (const given of home.account ? [data, configFile] : []) chownSync(given, home.account!.uid, home.account!.gid);
  } catch (cause) {
    throw folderError(home.folder, cause);
  }
  const servant = startServant({
    command: found.file,
    arguments: [configFile],
    account: home.account,
    signal: 'TERM',
    logFile: join(home.folder, 'redis.log'),
  });
  const url = `redis://:${password}@127.0.0.1:${port}`;
  if (!(await Promise.race([answers(url), servant.ended.then(() => false)]))) {
    await servant.stop();
    throw new StartError(
      'REDIS_NOT_STARTED',
      `The desk's own ${found.name} did not start in ${home.folder}; its words are in redis.log there.`,
      { folder: home.folder },
    );
  }
  return { url, place, name: found.name, ended: servant.ended, stop: () => servant.stop() };
}

function configuration(data: string, pidFile: string, port: number, password: string): string {
  return `${[
    'bind 127.0.0.1',
    `port ${port}`,
    `requirepass ${password}`,
    `dir ${JSON.stringify(data)}`,
    `pidfile ${JSON.stringify(pidFile)}`,
    'daemonize no',
    'databases 1',
    'save ""',
    'appendonly yes',
    'appendfsync everysec',
    'maxmemory-policy noeviction',
    // With the usual 10, a blocked worker may be told up to 100 ms late.
    'hz 100',
    'loglevel warning',
  ].join('\n')}\n`;
}

/** It holds nothing that the database does not know: where a copied link leads to another desk's, a new one is made. */
function homeOfItsOwn(asked: string): Home {
  if (leadsNowhere(asked)) rmSync(asked);
  const home = makeHome(asked);
  if (claimHome(asked)) return home;
  rmSync(asked);
  const own = makeHome(asked);
  claimHome(asked);
  return own;
}

/** One whose warden was killed as well: it still writes to the files that the new one is about to read. */
async function endLeftover(data: string, pidFile: string, configFile: string): Promise<void> {
  const pid = Number(read(pidFile));
  if (!(pid > 0) || !isAlive(pid) || !(await isOurs(pid, data, configFile))) return;
  const born = birthOf(pid);
  process.kill(pid, 'SIGTERM');
  while (isAlive(pid) && birthOf(pid) === born) await pause();
}

/**
 * The number in the file may be another program's by now, or that of the original whose folder was copied. Where the system does not
 * tell where the process works, the server is asked, unless the file that it was started with already names another folder.
 */
async function isOurs(pid: number, data: string, configFile: string): Promise<boolean> {
  if (!/^(?:redis|valkey)-server/.test(programOf(pid) ?? 'redis-server')) return false;
  const works = worksIn(pid, data);
  if (works !== null) return works;
  const written = read(configFile);
  if (!isSameFolder(unquoted(settingIn(written, 'dir')), data)) return false;
  const told = await toldBy(`redis://:${settingIn(written, 'requirepass')}@127.0.0.1:${settingIn(written, 'port')}`);
  return told !== null && told.pid === pid && isSameFolder(told.folder, data);
}

function settingIn(configuration: string, name: string): string {
  return new RegExp(`^${name} (.*)$`, 'm').exec(configuration)?.[1] ?? '';
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

async function toldBy(url: string): Promise<{ readonly pid: number; readonly folder: string } | null> {
  const client = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 0, retryStrategy: () => null });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const [, folder] = await client.config('GET', 'dir');
    const pid = Number(/^process_id:(\d+)/m.exec(await client.info('server'))?.[1]);
    return folder === undefined ? null : { pid, folder };
  } catch {
    return null;
  } finally {
    client.disconnect();
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    retryStrategy: () => LOOK_EVERY_MS,
    maxRetriesPerRequest: 0,
  });
  client.on('error', () => undefined);
  const until = Date.now() + LONGEST_START_MS;
  try {
    await client.connect().catch(() => undefined);
    while (Date.now() < until) {
      const answer = await client.ping().catch(() => null);
      if (answer === 'PONG') return true;
      await pause();
    }
    return false;
  } finally {
    client.disconnect();
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
}
