import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startEmbeddedPostgres, type EmbeddedPostgres } from './embedded-postgres.adapter.js';
import { lockFolder } from './folder-lock.adapter.js';
import { postmasterOf } from './postmaster-file.adapter.js';
import { isAlive } from './running-process.adapter.js';

// Servers are started and killed here, beside other suites that do the same.
jest.setTimeout(60_000);

const repository = fileURLToPath(new URL('../../../../', import.meta.url));
const adapter = fileURLToPath(new URL('./embedded-postgres.adapter.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;

/** A process of its own that starts PostgreSQL and then does nothing: to be killed. */
const HOLDER = `
const { startEmbeddedPostgres } = await import(process.argv[1]);
const postgres = await startEmbeddedPostgres({ folder: process.argv[2], passwordFile: process.argv[3], durable: false });
console.log('READY ' + postgres.url);
setInterval(() => undefined, 1000);`;

describe("the desk's own PostgreSQL", () => {
  let folder: string;
  let running: EmbeddedPostgres | null = null;
  let child: ChildProcess | null = null;

  const options = () => ({ folder: join(folder, 'postgres'), passwordFile: join(folder, 'keys', 'password'), durable: false });
  const data = () => join(folder, 'postgres', 'data');
  const start = async (): Promise<EmbeddedPostgres> => (running = await startEmbeddedPostgres(options()));
  const ask = async (url: string, sql: string): Promise<Record<string, unknown>> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return ((await client.query(sql)).rows as Record<string, unknown>[])[0] ?? {};
    } finally {
      await client.end();
    }
  };
  const startElsewhere = async (): Promise<string> => {
    const { folder: place, passwordFile } = options();
    child = spawn(
      process.execPath,
      ['--import', './scripts/typescript.js', '--input-type=module', '-e', HOLDER, adapter, place, passwordFile],
      {
        cwd: repository,
        env: { PATH: process.env['PATH'] },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const [line] = (await once(child.stdout!, 'data')) as [Buffer];
    return line.toString().trim().replace('READY ', '');
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 400 && !holds(); turn += 1) await pause(25);
  };

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tracedesk-spec-'));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    child?.kill('SIGKILL');
    await running?.stop();
    running = child = null;
    await until(() => postmasterOf(data()) === null);
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  });

  it('answers again at the same address after it was killed while somebody was working, and has lost nothing', async () => {
    // A server that need not be durable may lose the last words at a kill.
    const durable = { ...options(), durable: true };
    const first = (running = await startEmbeddedPostgres(durable));
    await ask(first.url, 'create table kept (word text)');
    await ask(first.url, "insert into kept values ('here')");
    const busy = new pg.Client({ connectionString: first.url });
    busy.on('error', () => undefined);
    await busy.connect();
    void busy.query('select pg_sleep(30)').catch(() => undefined);
    process.kill(postmasterOf(data())!.pid, 'SIGKILL');
    await first.ended;
    running = await startEmbeddedPostgres({ ...durable, port: first.port });
    expect(running.url).toBe(first.url);
    expect(await ask(first.url, 'select word from kept')).toEqual({ word: 'here' });
  });

  it('refuses a wrong password, and nobody comes in without one', async () => {
    const { url } = await start();
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('refuses data of another PostgreSQL in one sentence', async () => {
    mkdirSync(data(), { recursive: true });
    writeFileSync(join(data(), 'PG_VERSION'), '15\n');
    await expect(start()).rejects.toMatchObject({
      code: 'DATA_OF_ANOTHER_VERSION',
      message: expect.stringContaining('PostgreSQL 15'),
    });
  });

  it('refuses a folder that cannot be one', async () => {
    writeFileSync(join(folder, 'file'), '');
    const asked = { ...options(), folder: join(folder, 'file', 'postgres') };
    await expect(startEmbeddedPostgres(asked)).rejects.toMatchObject({ code: 'FOLDER_NOT_WRITABLE' });
  });

  it('refuses a folder that another desk holds, and takes it when that one is gone', async () => {
    await startElsewhere();
    writeFileSync(join(folder, 'desk.lock'), JSON.stringify({ pid: child!.pid, since: birthOf(child!.pid!) }));
    expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'FOLDER_IN_USE' }));
    child!.kill('SIGKILL');
    await once(child!, 'exit');
    lockFolder(folder).release();
    expect(existsSync(join(folder, 'desk.lock'))).toBe(false);
  });

  it('does not take a half-made database for one', async () => {
    mkdirSync(`${data()}.half`, { recursive: true });
    writeFileSync(join(`${data()}.half`, 'PG_VERSION'), '18\n');
    expect((await start()).isNew).toBe(true);
    expect(existsSync(`${data()}.half`)).toBe(false);
  });

  it('is PostgreSQL 18 in UTF-8 with checksums, and keeps its port and its data', async () => {
    const first = await start();
    expect(first).toMatchObject({ isNew: true, adopted: false });
    const settings = `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding,
      current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens, (select datlocale from pg_database where datname = current_database()) as locale`;
    expect(await ask(first.url, settings)).toEqual({
      version: 18,
      encoding: 'UTF8',
      checksums: 'on',
      listens: '127.0.0.1',
      locale: 'C.UTF-8',
    });
    await ask(first.url, 'create table kept (n int)');
    await first.stop();
    const second = await start();
    expect(second).toMatchObject({ isNew: false, adopted: false, port: first.port });
    expect(await ask(second.url, 'select count(*)::int as n from kept')).toEqual({ n: 0 });
  });

  it('shows its data and its password to nobody else', async () => {
    await start();
    expect(statSync(data()).mode & 0o777).toBe(0o700);
    expect(statSync(options().passwordFile).mode & 0o777).toBe(0o600);
    if (isRoot) expect(statSync(data()).uid).not.toBe(0);
  });

  it('ends when the desk is killed', async () => {
    await startElsewhere();
    const { pid } = postmasterOf(data())!;
    child!.kill('SIGKILL');
    await until(() => !isRunning(pid));
    expect(isRunning(pid)).toBe(false);
  });

  it('is adopted when its warden was killed with the desk, and ends with the new desk', async () => {
    const url = await startElsewhere();
    const { pid } = postmasterOf(data())!;
    const warden = parentOf(pid);
    process.kill(warden, 'SIGKILL');
    child!.kill('SIGKILL');
    for (const watcher of childrenCalled(warden)) process.kill(watcher, 'SIGKILL');
    if (!isRunning(pid)) return; // the watcher was quicker than we: that is the case above
    const found = await start();
    expect(found.isNew).toBe(false);
    if (found.adopted) expect(found.url).toBe(url);
    await found.stop();
    expect(isRunning(pid)).toBe(false);
  });
});

function statOf(pid: number): string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

/** A killed process without anybody to wait for it still has a number. */
function isRunning(pid: number): boolean {
  return isAlive(pid) && existsSync(`/proc/${pid}/stat`) && statOf(pid)[0] !== 'Z';
}

function parentOf(pid: number): number {
  return Number(statOf(pid)[1]);
}

function childrenCalled(parent: number): number[] {
  const file = `/proc/${parent}/task/${parent}/children`;
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ').filter(Boolean).map(Number) : [];
}

function birthOf(pid: number): string {
  return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${statOf(pid)[19] ?? ''}`;
}
