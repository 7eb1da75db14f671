import { afterEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describeWhere, DeskProcess, fieldsOf, freePort, itemsOf, type DeskClient } from '@tracedesk/testing';
import { family } from '../bench/memory.js';
import { aDraft, BACKENDS, People, REDIS_ON_PATH } from './house.js';

const desks: DeskProcess[] = [];
const folders: string[] = [];

/** Each spec begins with nothing running and leaves nothing running. */
afterEach(async () => {
  for (const desk of desks.splice(0)) {
    await desk.signal('SIGKILL');
    await desk.clear();
  }
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}, 60_000);

for (const { backend, env } of BACKENDS) {
  describeWhere(
    backend !== 'redis' || REDIS_ON_PATH,
    'No redis-server or valkey-server on the PATH.',
    `a desk with queues on ${backend}`,
    () => {
      it('leaves no PostgreSQL and no Redis behind when it is killed, and the next start works', async () => {
        const dataDir = folder();
        const desk = await started({ env, dataDir });
        const { id } = await new People(desk).submitted();
        const servants = family(desk.pid).filter((pid) => pid !== desk.pid);
        expect(servants.length).toBeGreaterThan(1);
        expect(await desk.signal('SIGKILL')).toBe('SIGKILL');
        await gone(servants);

        const next = await started({ env, dataDir });
        const again = await (await new People(next).as('QM officer')).call(`/tracing-requests/${id}`);
        expect(fieldsOf(again.body)).toMatchObject({ id, status: 'submitted' });
      }, 120_000);

      it('finishes what it was asked before it ends at Ctrl-C, and ends with 0', async () => {
        const dataDir = folder();
        const desk = await started({ env, dataDir });
        const officer = await new People(desk).as('QR officer');
        const before = await draftsOf(officer);
        const servants = family(desk.pid).filter((pid) => pid !== desk.pid);
        const drafting = (): Promise<{ status: number; id: unknown } | 'not taken'> =>
          officer
            .call('/tracing-requests', { method: 'POST', body: aDraft(), headers: { 'idempotency-key': randomUUID() } })
            .then(
              ({ status, body }) => ({ status, id: fieldsOf(body)['id'] }),
              () => 'not taken' as const,
            );
        const inFlight = Array.from({ length: 24 }, drafting);
        await pause(15);
        const ended = desk.signal('SIGINT');
        const answers = await Promise.all(inFlight);
        expect(await ended).toBe(0);
        await gone(servants);
        // What the desk had taken it answered; what came too late it did not take.
        const taken = answers.filter((answer) => answer !== 'not taken');
        expect(taken.length).toBeGreaterThan(0);
        expect(taken.filter(({ status }) => status !== 201 && status !== 503)).toEqual([]);
        const next = await started({ env, dataDir });
        const kept = await draftsOf(await new People(next).as('QR officer'));
        const answered = taken.filter(({ status }) => status === 201).map(({ id }) => id);
        expect(kept.filter((id) => !before.includes(id)).sort()).toEqual(answered.sort());
      }, 120_000);
    },
  );
}

describe('desks on one machine', () => {
  it('run at once in two folders, each with its own data', async () => {
    const [one, other] = await Promise.all([started({ dataDir: folder() }), started({ dataDir: folder() })]);
    const { id } = await new People(one).submitted();
    const there = await (await new People(other).as('QM officer')).call(`/tracing-requests/${id}`);
    expect(there.status).toBe(404);
    expect(await one.demonstrationPassword()).not.toBe(await other.demonstrationPassword());
  }, 120_000);

  it('do not share a folder: the second says so and ends', async () => {
    const first = await started();
    const second = await started({ dataDir: first.dataDir, wait: false });
    expect(await second.ended()).toBe(1);
    expect(second.output).toMatch(/another|in use|already/i);
    expect((await fetch(`${first.origin}/health/ready`)).status).toBe(200);
  }, 120_000);
});

describe('a desk that cannot start says why in one sentence and ends with another code than 0', () => {
  it.each([
    ['HOST=0.0.0.0 without a database server', { HOST: '0.0.0.0' }, /DATABASE_URL/],
    ['a foreign HOST without a database server', { HOST: '192.0.2.7' }, /DATABASE_URL/],
    ['a port that is none', { PORT: '80000' }, /PORT/],
    ['a port that is text', { PORT: 'http' }, /PORT/],
    ['an unknown log level', { LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
    ['a database address that is none', { DATABASE_URL: 'mysql://x' }, /DATABASE_URL/],
    ['a database server that is not there', { DATABASE_URL: 'postgres://nobody:nothing@127.0.0.1:9/none' }, /127\.0\.0\.1:9/],
  ])(
    '%s',
    async (_, env, says) => {
      const desk = await started({ env, wait: false });
      expect(await desk.ended()).toBe(1);
      expect(desk.output).toMatch(says);
      expect(desk.output).not.toMatch(/^\s+at /m);
      expect(desk.output).not.toContain('nothing@');
    },
    60_000,
  );

  it('names every fault of its configuration at once', async () => {
    const desk = await started({ env: { PORT: 'http', LOG_LEVEL: 'loud' }, wait: false });
    expect(await desk.ended()).toBe(1);
    expect(desk.output).toContain('PORT');
    expect(desk.output).toContain('LOG_LEVEL');
  }, 60_000);

  it('a port in use', async () => {
    const port = await freePort();
    const other = createServer().listen(port, '127.0.0.1');
    try {
      const desk = await started({ port, wait: false });
      expect(await desk.ended()).toBe(1);
      expect(desk.output).toContain(`Port ${port}`);
    } finally {
      other.close();
    }
  }, 60_000);

  it('a data folder that is a file', async () => {
    const desk = await started({ dataDir: '/dev/null', wait: false });
    expect(await desk.ended()).toBe(1);
    expect(desk.output).toContain('/dev/null');
  }, 60_000);
});

async function started(options: Parameters<typeof DeskProcess.start>[0] = {}): Promise<DeskProcess> {
  const desk = await DeskProcess.start(options);
  desks.push(desk);
  return desk;
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'tracedesk-life-'));
  folders.push(made);
  return join(made, 'data');
}

async function draftsOf(officer: DeskClient): Promise<unknown[]> {
  return itemsOf(await officer.call('/tracing-requests?direction=drafts&limit=100')).map(({ id }) => id);
}

/** Within seconds none of these processes is left. */
async function gone(pids: readonly number[]): Promise<void> {
  const until = Date.now() + 15_000;
  while (pids.some(isAlive) && Date.now() < until) await pause(50);
  expect(pids.filter(isAlive)).toEqual([]);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
