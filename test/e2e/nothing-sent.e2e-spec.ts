import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDesk, type TestDesk } from '@tracedesk/testing/desk';
import { routesOf, type Route } from './hostile/routes.js';

// To every route that writes, of pages and API, a person of each role sends nothing, or what is no object.

const PEOPLE = ['officer', 'administrator', 'supervisor'] as const;

let desk: TestDesk;
let origin: string;
let tokens: readonly string[];
beforeAll(async () => {
  desk = await openTestDesk({ doors: 'desk' });
  await desk.app.listen(0, '127.0.0.1');
  origin = await desk.app.getUrl();
  tokens = await Promise.all(PEOPLE.map(signedIn));
}, 60_000);
afterAll(() => desk?.close());

async function signedIn(name: string): Promise<string> {
  const body = JSON.stringify({ state: 'QR', name, password: desk.demonstration.password });
  const headers = { 'content-type': 'application/json' };
  return ((await (await fetch(`${origin}/api/v1/session`, { method: 'POST', headers, body })).json()) as { token: string }).token;
}

const writes = (): readonly Route[] => routesOf(desk.app).filter(({ method, path }) => method === 'POST' && path !== '/sign-out');

/** The routes that answered so to somebody. */
async function answeredBy(body: string | undefined, wrong: (status: number) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const { method, path } of writes()) {
    for (const authorization of [undefined, ...tokens.map((token) => `Bearer ${token}`)]) {
      const headers = { ...(authorization && { authorization }), ...(body && { 'content-type': 'application/json' }) };
      const { status } = await fetch(`${origin}${path}`, { method, headers, body, redirect: 'manual' } as RequestInit);
      if (wrong(status)) found.push(`${path}: ${status}`);
    }
  }
  return found;
}

describe('a write without anything in it', () => {
  it('is tried on every route there is', () => {
    expect(writes().length).toBeGreaterThan(100);
  });

  it('is refused with 4xx by every route when it is the JSON null', async () => {
    expect(await answeredBy('null', (status) => status < 400 || status > 499)).toEqual([]);
  });

  it('is never a surprise to any route when there is no body', async () => {
    expect(await answeredBy(undefined, (status) => status >= 500)).toEqual([]);
  });

  it.each(['/language', '/sign-in', '/sign-in/demonstration'])('is 400 at %s, whose fields it lacks', async (path) => {
    const none = await fetch(`${origin}${path}`, { method: 'POST' });
    const nothing = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: 'null',
    });
    expect([none.status, nothing.status]).toEqual([400, 400]);
  });
});
