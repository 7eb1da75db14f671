import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { describeWhere } from '@tracedesk/testing';
import { readConfig } from '../config/read-config.adapter.js';
import { joinGround, openGround, type Ground } from '../running/ground.adapter.js';
import { findRedis, startPrivateRedis, type PrivateRedis } from './private-redis.adapter.js';
import { birthOf, isAlive } from './running-process.adapter.js';

// Whole servers are started, copied and started again.
jest.setTimeout(60_000);

const redis = findRedis(process.env['PATH'] ?? '');
let place: string;
let undo: (() => Promise<unknown> | void)[];
/** One desk runs all the time; everything is done to copies of it. */
let original: Ground;
let begun: string;

beforeAll(async () => {
  begun = mkdtempSync(join(tmpdir(), 'tracedesk-original-'));
  chmodSync(begun, 0o755);
  original = await openGround(readConfig({ DATA_DIR: join(begun, 'original') }), { roles: [], makePasswords: true });
  await ask(original, 'create table kept (n int)');
  await ask(original, 'checkpoint');
});
afterAll(async () => {
  await original?.leave();
  rmSync(begun, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
});
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'tracedesk-copies-'));
  chmodSync(place, 0o755);
  undo = [() => rmSync(place, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 })];
});
afterEach(async () => {
  for (const step of undo.toReversed()) await step();
});

const open = async (folder: string): Promise<Ground> => {
  const ground = await openGround(readConfig({ DATA_DIR: folder }), { roles: [], makePasswords: true });
  undo.push(() => ground.leave());
  return ground;
};
const copy = (from: string, to: string): void => void spawnSync('cp', ['-a', from, to]);
const aCopy = (): string => {
  copy(join(begun, 'original'), join(place, 'copy'));
  return join(place, 'copy');
};
const serverOf = ({ access }: Ground): string => access.administratorUrl.replace('/tracedesk', '/postgres');
const ask = async (ground: Ground, sql: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: serverOf(ground) });
  await client.connect();
  try {
    return Object.values((await client.query<Record<string, unknown>>(sql)).rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
};

describe('a data folder that was copied while its desk ran', () => {
  it('is a desk of its own that says so: what happens in the copy never happens in the original', async () => {
    const folder = aCopy();
    const restored = await open(folder);
    expect([original.copyOf, restored.copyOf?.path]).toEqual([null, join(begun, 'original')]);
    expect(new URL(serverOf(restored)).port).not.toBe(new URL(serverOf(original)).port);
    await ask(restored, 'insert into kept values (1)');
    expect(await ask(original, 'select count(*)::int from kept')).toBe(0);
    await restored.leave();
    expect(await ask(original, 'select count(*)::int from kept')).toBe(0);
    expect((await open(folder)).copyOf).toEqual(restored.copyOf);
  });

  it('gives its administrator no way into the live database', async () => {
    expect(await joinGround(readConfig({ DATA_DIR: aCopy() }))).toBeNull();
    expect(await joinGround(readConfig({ DATA_DIR: join(begun, 'original') }))).not.toBeNull();
  });

  it('is refused where the copy holds only a link to the files of the database', async () => {
    const folder = aCopy();
    renameSync(join(folder, 'postgres'), join(place, 'files'));
    symlinkSync(join(place, 'files'), join(folder, 'postgres'));
    await (await open(folder)).leave();
    copy(folder, join(place, 'copy of the copy'));
    await expect(open(join(place, 'copy of the copy'))).rejects.toMatchObject({
      code: 'FOLDER_OF_ANOTHER_DESK',
      message: expect.stringContaining(`the desk in ${folder}`),
    });
    renameSync(join(place, 'files'), join(place, 'lost'));
    await expect(open(join(place, 'copy of the copy'))).rejects.toMatchObject({ code: 'FILES_MISSING' });
  });

  it('is held by its desk also when it was moved, and is no copy of itself then', async () => {
    const before = await open(aCopy());
    renameSync(join(place, 'copy'), join(place, 'moved'));
    const lock = join(place, 'moved', 'desk.lock');
    const holder = await aProcess();
    const told = { ...(JSON.parse(readFileSync(lock, 'utf8')) as object), pid: holder.pid, since: birthOf(holder.pid!) };
    writeFileSync(lock, JSON.stringify(told));
    await expect(open(join(place, 'moved'))).rejects.toMatchObject({ code: 'FOLDER_IN_USE' });
    await before.leave();
    holder.kill('SIGKILL');
    await once(holder, 'exit');
    expect((await open(join(place, 'moved'))).copyOf).toEqual(before.copyOf);
  });
});

describe('a number that a file remembers', () => {
  it('of PostgreSQL is not believed when another program has it', async () => {
    const folder = aCopy();
    const file = join(folder, 'postgres/data/postmaster.pid');
    const [, , ...rest] = readFileSync(file, 'utf8').split('\n');
    const { pid } = await aProcess();
    writeFileSync(file, [pid, join(folder, 'postgres', 'data'), ...rest].join('\n'));
    await open(folder);
    expect(isAlive(pid!)).toBe(true);
  });

  it('of PostgreSQL is not believed when the file names this folder, and the server works in another', async () => {
    const folder = aCopy();
    const file = join(folder, 'postgres/data/postmaster.pid');
    const [pid, , ...rest] = readFileSync(file, 'utf8').split('\n');
    writeFileSync(file, [pid, join(folder, 'postgres', 'data'), ...rest].join('\n'));
    expect(serverOf(await open(folder))).not.toBe(serverOf(original));
    expect(await ask(original, 'select 1')).toBe(1);
  });
});

describeWhere(
  redis !== null,
  'there is a redis-server or valkey-server on the PATH',
  'the private Redis of a data folder',
  () => {
    const start = async (folder: string): Promise<PrivateRedis> => {
      const started = await startPrivateRedis(redis!, folder);
      undo.push(() => started.stop());
      return started;
    };
    const pidFile = (folder: string): string => join(folder, 'data', 'redis.pid');

    it('is not ended by the copy of its folder', async () => {
      const folder = join(place, 'original', 'redis');
      await start(folder);
      const pid = Number(readFileSync(pidFile(folder), 'utf8'));
      copy(join(place, 'original'), join(place, 'copy'));
      const other = await start(join(place, 'copy', 'redis'));
      expect(isAlive(pid)).toBe(true);
      await other.stop();
      expect(isAlive(pid)).toBe(true);
    });

    it('is not ended by a number that another desk left in its file', async () => {
      const folder = join(place, 'original', 'redis');
      await start(folder);
      const pid = readFileSync(pidFile(folder), 'utf8');
      mkdirSync(join(place, 'other', 'redis', 'data'), { recursive: true });
      writeFileSync(pidFile(join(place, 'other', 'redis')), pid);
      await start(join(place, 'other', 'redis'));
      expect(isAlive(Number(pid))).toBe(true);
    });

    it('is a new one where the copy holds only a link to the original’s', async () => {
      const folder = join(place, 'original', 'redis');
      mkdirSync(join(place, 'files'));
      mkdirSync(join(place, 'original'));
      symlinkSync(join(place, 'files'), folder);
      await start(folder);
      const pid = Number(readFileSync(pidFile(folder), 'utf8'));
      copy(join(place, 'original'), join(place, 'copy'));
      await start(join(place, 'copy', 'redis'));
      expect(isAlive(pid)).toBe(true);
      expect(Number(readFileSync(pidFile(join(place, 'copy', 'redis')), 'utf8'))).not.toBe(pid);
    });

    it('is ended by the next start in the same folder where both its desk and its warden were killed', async () => {
      const folder = join(place, 'original', 'redis');
      const first = await start(folder);
      const pid = Number(readFileSync(pidFile(folder), 'utf8'));
      await start(folder);
      await first.ended;
      expect(isAlive(pid)).toBe(false);
    });
  },
);

async function aProcess(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' });
  await once(child, 'spawn');
  undo.push(() => void child.kill('SIGKILL'));
  return child;
}
