import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { routesOf } from './hostile/routes.js';

// Every route of pages and API is asked by somebody who is signed in, while the database takes no connection.

let desk: TestDesk;
let origin: string;
let authorization: string;
beforeAll(async () => {
  desk = await openTestDesk({ doors: 'desk' });
  await desk.app.listen(0, '127.0.0.1');
  origin = await desk.app.getUrl();
  const body = JSON.stringify({ state: 'QR', name: 'officer', password: desk.demonstration.password });
  const headers = { 'content-type': 'application/json' };
  const session = await fetch(`${origin}/api/v1/session`, { method: 'POST', headers, body });
  authorization = `Bearer ${((await session.json()) as { token: string }).token}`;
}, 60_000);
afterAll(() => desk?.close());

const ofDesk = `datname = current_database() and usename like 'desk\\_%'`;
async function takeAway(): Promise<void> {
  const [database] = await desk.database.superuser<{ name: string }>('select current_database() as name');
  await desk.database.superuser(`alter database "${database!.name}" connection limit 0`);
  await desk.database.superuser(`select pg_terminate_backend(pid) from pg_stat_activity where ${ofDesk}`);
}
async function giveBack(): Promise<void> {
  const [database] = await desk.database.superuser<{ name: string }>('select current_database() as name');
  await desk.database.superuser(`alter database "${database!.name}" connection limit -1`);
}

describe('while the database is away', () => {
  it('every route answers 503 with a sentence, or without it, and none with a stack; afterwards all is well', async () => {
    expect((await fetch(`${origin}/api/v1/session`, { headers: { authorization } })).status).toBe(200);
    await takeAway();
    const answers: (readonly [string, number, string])[] = [];
    for (const { method, path } of routesOf(desk.app)) {
      const accept = path.startsWith('/api/') ? 'application/json' : 'text/html';
      const answer = await fetch(`${origin}${path}`, { method, headers: { authorization, accept }, redirect: 'manual' });
      answers.push([`${method} ${path}`, answer.status, await answer.text()]);
    }
    const broken = answers.filter(([, status, text]) => status === 500 || /\n\s+at |node_modules|ECONN|pg_|SQLSTATE/.test(text));
    expect(broken.map(([route, status]) => `${route}: ${status}`)).toEqual([]);
    const away = answers.filter(([, status]) => status === 503);
    expect(away.length).toBeGreaterThan(answers.length * 0.9);
    expect(away.filter(([, , text]) => !text.includes('cannot reach its database')).map(([route]) => route)).toEqual([]);

    await giveBack();
    expect((await fetch(`${origin}/api/v1/session`, { headers: { authorization } })).status).toBe(200);
  }, 120_000);
});
