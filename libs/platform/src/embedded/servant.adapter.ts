import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, statSync, truncateSync } from 'node:fs';
import { birthOf, isAlive } from './running-process.adapter.js';

/** As whom a server runs. PostgreSQL refuses root, so root gives it to somebody who owns nothing. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

export const NOBODY: Account = { uid: 65534, gid: 65534 };

export interface ServantOptions {
  readonly command: string;
  readonly arguments: readonly string[];
  /** Undefined: as ourselves. */
  readonly account?: Account | undefined;
  /** Ends the server in good order. */
  readonly signal: 'INT' | 'TERM' | 'KILL';
  /** Where the server's own words go. */
  readonly logFile?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** A server of our own that does not outlive us. */
export interface Servant {
  /** Settles when the server has ended, for whatever reason. */
  readonly ended: Promise<number | null>;
  /** Ends it in good order, and by force if it takes more than a minute. */
  stop(): Promise<void>;
}

const LARGEST_LOG_BYTES = 4 * 1024 * 1024;

/**
 * The server's parent is a shell that waits for its own standard input to end, which is ours to hold: it ends when we let go, and also
 * when we are killed, whatever kills us. Then the server gets its signal. A shell, for it takes 0.2 MB where another Node would take 40.
 */
const WARDEN = `
exec 3<&0
"$@" </dev/null 3<&- &
servant=$!
( read -r _ <&3
  kill -s "$WARDEN_SIGNAL" "$servant"
  for second in $WARDEN_PATIENCE; do sleep 1; kill -s 0 "$servant" || exit; done
  kill -s KILL "$servant" ) 2>/dev/null &
watcher=$!
exec 3<&-
wait "$servant"
code=$?
kill "$watcher" 2>/dev/null
exit "$code"
`;

/** A minute, as the shell counts: a word for each second. */
const PATIENCE = '. '.repeat(60).trim();

/** Ends a server that we did not start ourselves but found; goes when the server went by itself, for its number may be given to another. */
const FOSTER_WARDEN = `
exec 3<&0
( while kill -s 0 "$1"; do sleep 1; done; kill -s KILL "$$" ) 2>/dev/null 3<&- &
watcher=$!
read -r _ <&3
kill "$watcher" 2>/dev/null
kill -s "$WARDEN_SIGNAL" "$1" 2>/dev/null
`;

/** Starts a server in a session of its own, so that Ctrl-C reaches us alone and the server answers until we are done. */
export function startServant(options: ServantOptions): Servant {
  const output = options.logFile === undefined ? 'ignore' : openLog(options.logFile);
  const warden = spawn('/bin/sh', ['-c', WARDEN, 'warden', options.command, ...options.arguments], {
    ...options.account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', output, output],
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LC_ALL: 'C',
      TZ: 'UTC',
      ...options.environment,
      WARDEN_SIGNAL: options.signal,
      WARDEN_PATIENCE: PATIENCE,
    },
  });
  if (typeof output === 'number') closeSync(output);
  return heldBy(warden);
}

/** Watches over a server that already runs, so that it ends with us too. */
export function adoptServant(pid: number, signal: ServantOptions['signal'], account: Account | undefined): Servant {
  const warden = spawn('/bin/sh', ['-c', FOSTER_WARDEN, 'warden', String(pid)], {
    ...account,
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: '/usr/bin:/bin', WARDEN_SIGNAL: signal },
  });
  const ended = ofProcess(pid);
  return { ended, stop: () => letGo(warden, ended) };
}

function heldBy(warden: ChildProcess): Servant {
  const ended = new Promise<number | null>((resolve, reject) => {
    warden.once('error', reject);
    warden.once('exit', (code) => resolve(code));
  });
  // Whoever starts a servant looks at `ended` at once or never; a failed spawn is then told by its not being ready.
  ended.catch(() => undefined);
  warden.unref();
  (warden.stdin as unknown as { unref?: () => void }).unref?.();
  return { ended, stop: () => letGo(warden, ended) };
}

async function letGo(warden: ChildProcess, ended: Promise<unknown>): Promise<void> {
  warden.ref();
  warden.stdin?.on('error', () => undefined);
  warden.stdin?.end();
  await ended.catch(() => undefined);
}

const LOOK_EVERY_MS = 50;

/** A process that is not our child tells nobody that it ends: it has to be looked for. */
async function ofProcess(pid: number): Promise<null> {
  const born = birthOf(pid);
  while (isAlive(pid) && birthOf(pid) === born) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS).unref());
  return null;
}

function openLog(file: string): number {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST_LOG_BYTES) truncateSync(file);
  return openSync(file, 'a', 0o600);
}
