import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { DeskClient, describeWhere, DeskProcess, fieldsOf, freePort, itemsOf, programOf } from '@tracedesk/testing';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '@tracedesk/platform';
import { aDraft, anAcknowledgement, done, move, REDIS_ON_PATH } from './house.js';

describeWhere(REDIS_ON_PATH, 'No redis-server on the PATH.', 'three processes on servers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-server-'));
  /** Serves as the administrator's server: the desk is told its address, and does not know that it is ours. */
  let postgres: EmbeddedPostgres;
  let redis: ChildProcess;
  let env: Record<string, string>;
  let api: DeskProcess;
  let web: DeskProcess;
  let worker: DeskProcess;
  const passwords: Record<string, string> = {};

  beforeAll(async () => {
    postgres = await startEmbeddedPostgres({
      folder: join(folder, 'postgres'),
      passwordFile: join(folder, 'superuser'),
      durable: false,
    });
    const redisPort = await freePort();
    redis = spawn(
      'redis-server',
      ['--port', String(redisPort), '--bind', '127.0.0.1', '--save', '', '--dir', folder, '--maxmemory-policy', 'noeviction'],
      { stdio: 'ignore' },
    );
    const url = new URL(postgres.url);
    url.pathname = '/tracedesk_server';
    env = {
      DATABASE_URL: url.href,
      REDIS_URL: `redis://127.0.0.1:${redisPort}`,
      KEYS_DIR: join(folder, 'keys'),
      LOG_LEVEL: 'info',
    };
    await begin();
    [api, web, worker] = (await Promise.all(
      (['api', 'web', 'worker'] as const).map((app) =>
        DeskProcess.start({ app, env: app === 'worker' ? workerEnv() : env, dataDir: join(folder, app) }),
      ),
    )) as [DeskProcess, DeskProcess, DeskProcess];
  }, 180_000);

  afterAll(async () => {
    await Promise.all([api, web, worker].map(async (one: DeskProcess | undefined) => one?.stop()));
    if (redis.exitCode === null) {
      redis.kill('SIGTERM');
      await once(redis, 'exit');
    }
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }, 60_000);

  it('carry a request from one State to the other, and a notice by the queue', async () => {
    const [asking, asked] = [await as('CH', 'ada'), await as('FR', 'blaise')];
    const body = aDraft({ requestedState: 'FR' });
    (body['question'] as { find: Record<string, unknown> }).find['stateOfFind'] = 'CH';
    const draft = done(
      await asking.call('/tracing-requests', { method: 'POST', body, headers: { 'idempotency-key': randomUUID() } }),
    );
    const id = String(fieldsOf(draft.body)['id']);
    done(await asking.call('/traceability-checks', { method: 'POST', body: { requestId: id } }));
    done(await move(asking, id, 'submit', {}));
    done(await move(asked, id, 'acknowledge', anAcknowledgement()));
    expect(await noticesOf(asking, id)).toBeGreaterThanOrEqual(1);
  });

  it('show their pages to people, and send strangers to the sign-in', async () => {
    const page = await fetch(`${web.origin}/sign-in`);
    expect(page.status).toBe(200);
    expect(await page.text()).not.toContain('/sign-in/demonstration');
    const inside = await fetch(`${web.origin}/incoming`, { redirect: 'manual', headers: { accept: 'text/html' } });
    expect([303, inside.headers.get('location')?.startsWith('/sign-in')]).toEqual([inside.status, true]);
  });

  it('have no clock that can be moved', async () => {
    const answer = await new DeskClient(api.origin).call('/demonstration/clock', { method: 'POST', body: { advance: 'P1D' } });
    expect(answer.status).toBe(404);
  });

  it('say which database and queue they use, without address or password', async () => {
    const health = await (await worker.health()).text();
    expect(health).toContain('redis');
    expect(JSON.parse(health)).toMatchObject({ status: 'ok', parts: { calendars: { ok: true } } });
    for (const { output } of [api, web, worker]) expect(output).not.toContain(new URL(env['DATABASE_URL'] ?? '').password);
  });

  /** What the worker is given on a server of its own: the passwords of its two roles and its own key, nothing of the people's. */
  function workerEnv(): Record<string, string> {
    const password = (role: string): string =>
      readFileSync(join(folder, 'keys', 'database', `desk_${role}.password`), 'utf8').trim();
    const { KEYS_DIR: _keys, DATABASE_URL: url = '', ...others } = env;
    const nobody = new URL(url);
    nobody.username = '';
    nobody.password = '';
    return {
      ...others,
      DATABASE_URL: nobody.href,
      KEYS_DIR: join(folder, 'worker-keys'),
      DESK_SWEEPER_PASSWORD: password('sweeper'),
      DESK_RELAY_PASSWORD: password('relay'),
    };
  }

  /** What an operator does first: States, people and offices, by `npm run admin`. */
  async function begin(): Promise<void> {
    for (const [state, zone, name] of [
      ['CH', 'Europe/Zurich', 'ada'],
      ['FR', 'Europe/Paris', 'blaise'],
    ] as const) {
      await admin('create-state', state, '--time-zone', zone, '--officers-submit');
      await admin(
        'add-contact-point',
        state,
        '--office',
        'National Arms Tracing Office',
        '--email',
        `tracing@${state.toLowerCase()}.example`,
      );
      const told = await admin('create-person', state, name, '--role', 'tracing_officer');
      passwords[name] = /shown this once\): (\S+)/.exec(told)?.[1] ?? '';
    }
  }

  async function admin(...words: string[]): Promise<string> {
    const { stdout } = await promisify(execFile)(process.execPath, [...programOf('desk', 'admin'), ...words], {
      env: { PATH: process.env['PATH'], ...env, DATA_DIR: join(folder, 'desk') },
      cwd: join(import.meta.dirname, '../..'),
    });
    return stdout;
  }

  function as(state: string, name: string): Promise<DeskClient> {
    return new DeskClient(api.origin).signIn({ state, name, password: passwords[name] ?? '' });
  }

  /** The worker writes it from the queue: soon, not at once. */
  async function noticesOf(client: DeskClient, requestId: string): Promise<number> {
    for (const until = Date.now() + 15_000; Date.now() < until; await pause(100)) {
      const notices = itemsOf(await client.call('/notices')).filter((notice) => notice['requestId'] === requestId);
      if (notices.length > 0) return notices.length;
    }
    return 0;
  }
});
