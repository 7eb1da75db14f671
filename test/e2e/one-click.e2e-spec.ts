import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { DeskProcess } from '@tracedesk/testing';

describe('one-click sign-in to a demonstration', () => {
  let desk: DeskProcess;
  beforeAll(async () => void (desk = await DeskProcess.start()), 120_000);
  afterAll(() => desk.stop(), 60_000);

  it('lets in whoever sits at this machine and sends the form that was shown', async () => {
    const { form, cookie } = await signInPage();
    const answer = await click(form, cookie);
    expect(answer.status).toBe(303);
    const session = sessionIn(answer.cookies);
    expect(session).toMatch(/^desk_session=/);
    const page = await ask('/incoming', { headers: { cookie: session } });
    expect(page.status).toBe(200);
  });

  it.each(['localhost', '127.0.0.1', '[::1]'])('takes %s for this machine', async (name) => {
    const host = `${name}:${desk.port}`;
    const { form, cookie } = await signInPage({ host });
    expect((await click(form, cookie, { host, origin: `http://${host}` })).status).toBe(303);
  });

  it.each([
    ['another Host', { host: 'desk.example.org' }],
    ['a Host that only begins like this machine', { host: 'localhost.example.org' }],
    ['Forwarded', { forwarded: 'for=127.0.0.1' }],
    ['X-Forwarded-For', { 'x-forwarded-for': '127.0.0.1' }],
    ['X-Forwarded-Host', { 'x-forwarded-host': 'localhost' }],
    ['X-Real-IP', { 'x-real-ip': '127.0.0.1' }],
    ['Via', { via: '1.1 proxy' }],
  ])('lets nobody in with %s, and does not offer it', async (_, headers) => {
    const { form, cookie } = await signInPage();
    const answer = await click(form, cookie, headers);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(sessionIn(answer.cookies)).toBe('');
    const shown = await ask('/sign-in', { headers });
    expect(shown.body).not.toContain('/sign-in/demonstration');
  });

  it.each([
    ['without the form token', { form: '' }],
    ['with another form token', { form: 'x'.repeat(43) }],
    ['with the token of another visit', { form: 'foreign' }],
  ])('lets nobody in %s', async (_, { form }) => {
    const [mine, foreign] = [await signInPage(), await signInPage()];
    const answer = await click(form === 'foreign' ? foreign.form : form, mine.cookie);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(sessionIn(answer.cookies)).toBe('');
  });

  it('lets nobody in from a page of another site', async () => {
    const { form, cookie } = await signInPage();
    const answer = await click(form, cookie, { origin: 'https://evil.example.org', 'sec-fetch-site': 'cross-site' });
    expect(sessionIn(answer.cookies)).toBe('');
  });

  it('is not reachable from another address of this machine at all', async () => {
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    const outside = addresses.find(({ family, internal }) => family === 'IPv4' && !internal);
    const answer = outside && (await fetch(`http://${outside.address}:${desk.port}/health`).catch(() => null));
    expect(answer ?? null).toBeNull();
  });

  async function signInPage(headers: Record<string, string> = {}): Promise<{ form: string; cookie: string }> {
    const page = await ask('/sign-in', { headers });
    const form = /name="_form"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="_form"/.exec(page.body);
    return { form: form?.[1] ?? form?.[2] ?? '', cookie: page.cookies.map((cookie) => cookie.split(';')[0]).join('; ') };
  }

  function click(form: string, cookie: string, headers: Record<string, string> = {}): Promise<Asked> {
    const body = new URLSearchParams({ person: 'QR/officer', _form: form }).toString();
    return ask('/sign-in/demonstration', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: desk.origin, cookie, ...headers },
    });
  }

  interface Asked {
    readonly status: number;
    readonly body: string;
    readonly cookies: readonly string[];
  }

  /** `fetch` does not let a Host be told. */
  function ask(
    path: string,
    { method = 'GET', headers = {}, body }: { method?: string; headers?: Record<string, string>; body?: string },
  ): Promise<Asked> {
    return new Promise((resolve, reject) => {
      const sent = request(
        { host: '127.0.0.1', port: desk.port, path, method, headers: { accept: 'text/html', ...headers } },
        (answer) => {
          let text = '';
          answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, body: text, cookies: answer.headers['set-cookie'] ?? [] }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }
});

function sessionIn(cookies: readonly string[]): string {
  return cookies.find((cookie) => /^(?:__Host-)?desk_session=[^;]/.test(cookie))?.split(';')[0] ?? '';
}
