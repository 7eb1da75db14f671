import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDesk, type Doors, type TestDesk } from '@tracedesk/testing/desk';
import { sendRaw, type RawAnswer } from './hostile/raw-socket.js';

// Written to the socket of the assembled desk, and of api and web alone, by a stranger. Each is answered, and the process lives.

const PLACES = [
  '/',
  '/tracing-requests/',
  '/tracing-requests/x/',
  '/sign-in/',
  '/assets/',
  '/api/v1/tracing-requests/',
  '/health/',
];

const ADDRESSES: readonly (readonly [says: string, address: string])[] = [
  ['a broken percent escape', '%zz'],
  ['half a percent escape', '%'],
  ['a percent escape cut off', 'a%f'],
  ['bytes that are not UTF-8', '%ff%fe'],
  ['an overlong NUL', '%c0%80'],
  ['a lone surrogate', '%ed%a0%80'],
  ['a NUL', 'a%00b'],
  ['a part longer than any name', 'a'.repeat(201)],
  ['a long part of escapes', '%41'.repeat(300)],
  ['a long part and a broken escape', `${'a'.repeat(300)}%zz`],
  ['a broken escape in the query', '?next=%zz'],
  ['a query that reaches a prototype', '?__proto__.x=1'],
  ['a thousand and one fields', `?${'a=1&'.repeat(1_001)}`],
  ['no end of slashes', '/'.repeat(2_000)],
  ['no end of dots', '../'.repeat(500)],
  ['an escaped way up', '..%2f..%2f..%2fetc%2fpasswd'],
  ['a fragment', 'x#%zz'],
  ['a semicolon', ';%zz'],
  ['more than a line may be long', 'a'.repeat(20_000)],
];

/** Whole request lines and headers; `{host}` is the desk's own. */
const LINES: readonly (readonly [says: string, lines: string])[] = [
  ['an absolute address with a broken escape', 'GET http://{host}/%zz HTTP/1.1\r\nhost: {host}'],
  ['an absolute address of somewhere else', `GET http://evil.example/${'a'.repeat(300)} HTTP/1.1\r\nhost: {host}`],
  ['an absolute address without a path', 'PUT http://{host} HTTP/1.1\r\nhost: {host}'],
  ['an address of the API in absolute form', 'GET http://{host}/api/v1/nothing HTTP/1.1\r\nhost: {host}'],
  ['an address of no known scheme', 'GET gopher://x/%zz HTTP/1.1\r\nhost: {host}'],
  ['a host in place of an address', 'CONNECT evil.example:443 HTTP/1.1\r\nhost: evil.example:443'],
  ['all addresses at once', 'OPTIONS * HTTP/1.1\r\nhost: {host}'],
  ['an address without its slash', 'GET sign-in%zz HTTP/1.1\r\nhost: {host}'],
  ['an address of bytes above ASCII', 'GET /\u00ff\u00fe HTTP/1.1\r\nhost: {host}'],
  ['a method nobody knows', 'BREW / HTTP/1.1\r\nhost: {host}'],
  ['TRACE', 'TRACE /%zz HTTP/1.1\r\nhost: {host}'],
  ['a method no route has', 'PROPFIND /sign-in HTTP/1.1\r\nhost: {host}'],
  ['DELETE of a page', 'DELETE /sign-in HTTP/1.1\r\nhost: {host}'],
  ['SEARCH with a broken escape', 'SEARCH /%zz HTTP/1.1\r\nhost: {host}'],
  ['no version', 'GET /%zz'],
  ['a version of the future', 'GET / HTTP/9.9\r\nhost: {host}'],
  ['no host', 'GET /%zz HTTP/1.1'],
  ['two hosts', 'GET /nowhere HTTP/1.1\r\nhost: {host}\r\nhost: evil.example'],
  ['a host that is none', 'GET /%zz HTTP/1.1\r\nhost: [::1'],
  ['an upgrade', 'GET /%zz HTTP/1.1\r\nhost: {host}\r\nconnection: upgrade\r\nupgrade: websocket'],
  ['an expectation nobody knows', 'POST /sign-in HTTP/1.1\r\nhost: {host}\r\nexpect: a-miracle\r\ncontent-length: 2\r\n\r\n{}'],
  [
    'cookies without sense',
    `GET /%zz HTTP/1.1\r\nhost: {host}\r\ncookie: ;;=;desk_language;desk_session=%zz;__proto__=1;${'a=b;'.repeat(500)}`,
  ],
  ['a language without sense', 'GET /%zz HTTP/1.1\r\nhost: {host}\r\naccept-language: ;;q=x,*-*-*;q=,\u00ff'],
  ['an Accept without sense', 'GET /%zz HTTP/1.1\r\nhost: {host}\r\naccept: ;;;,//'],
  ['an encoding nobody knows', 'GET /nowhere HTTP/1.1\r\nhost: {host}\r\naccept-encoding: ;;q=x\r\ncontent-encoding: x'],
  ['a header without a name', 'GET / HTTP/1.1\r\nhost: {host}\r\n: x'],
  ['a header with a control character', 'GET / HTTP/1.1\r\nhost: {host}\r\nx: \u0000'],
  ['a length that is no number', 'POST /sign-in HTTP/1.1\r\nhost: {host}\r\ncontent-length: x'],
  [
    'a length and chunks',
    'POST /sign-in HTTP/1.1\r\nhost: {host}\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
  ],
  [
    'chunks that are none',
    'POST /sign-in HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
  ],
  ['a content type without sense', 'POST /sign-in HTTP/1.1\r\nhost: {host}\r\ncontent-type: ;;;=\r\ncontent-length: 2\r\n\r\n{}'],
  [
    'a form of parts without a boundary',
    'POST /sign-in HTTP/1.1\r\nhost: {host}\r\ncontent-type: multipart/form-data\r\ncontent-length: 2\r\n\r\n{}',
  ],
];

describe.each(['desk', 'api', 'web'] as const)('a stranger who writes to %s', (doors: Doors) => {
  let desk: TestDesk;
  let port: number;
  beforeAll(async () => {
    desk = await openTestDesk({ doors });
    await desk.app.listen(0, '127.0.0.1');
    port = (desk.app.getHttpServer().address() as AddressInfo).port;
  }, 60_000);
  afterAll(() => desk?.close());

  const write = (lines: string, more: readonly string[] = []): Promise<RawAnswer> => {
    const [head = '', body = ''] = lines.replaceAll('{host}', `127.0.0.1:${port}`).split('\r\n\r\n');
    const headers = [head, 'connection: close', ...more].join('\r\n');
    return sendRaw(port, Buffer.from(`${headers}\r\n\r\n${body}`, 'latin1'));
  };
  const refusal = ({ status, headers, body }: RawAnswer): string => {
    const isProblem = headers['content-type']?.startsWith('application/problem+json') && 'code' in (JSON.parse(body) as object);
    const isPage = headers['content-type']?.startsWith('text/html') && body.includes('<h1');
    return status >= 400 && status < 500 && (isProblem || isPage) ? 'refused' : `${status} ${body.slice(0, 200)}`;
  };

  it.each(ADDRESSES)('%s in an address is refused, wherever it stands', async (_, address) => {
    const answers = await Promise.all(
      PLACES.flatMap((place) =>
        ['text/html', 'application/json'].map(async (accept) => [
          place,
          refusal(await write(`GET ${place}${address} HTTP/1.1\r\nhost: {host}`, [`accept: ${accept}`])),
        ]),
      ),
    );
    // What leads to sign-in, or to a page that takes any query, is an answer too; a 500 or silence is none.
    expect(answers.filter(([, told]) => told !== 'refused' && !/^(?:200|303) /.test(told ?? ''))).toEqual([]);
  });

  it.each(LINES)('%s is refused', async (_, lines) => {
    expect(refusal(await write(lines))).toBe('refused');
  });

  it.each([
    ['what the router refuses', '/%zz', 400],
    // Where pages are served, what no route takes is a page that is not there, with its menu.
    ['what is too long', `/tracing-requests/${'a'.repeat(300)}`, doors === 'api' ? 414 : 404],
    ['what is not there', '/nowhere', 404],
  ])('reads in French why %s was refused', async (_, address, status) => {
    const place = doors === 'web' ? '' : '/api/v1';
    const answer = await write(`GET ${place}${address} HTTP/1.1\r\nhost: {host}`, [
      'accept-language: fr',
      'accept: application/json',
    ]);
    expect(answer.status).toBe(status);
    expect((JSON.parse(answer.body) as { detail: string }).detail).toMatch(/liens du bureau|adresse|n’existe|ouverte/);
  });

  // Only headers are sent: what is answered at once was refused before a byte was read.
  it.each([
    ['the largest body for a route that wants somebody', 'write', 'content-length: 1000000', 401],
    ['chunks without end for a route that wants somebody', 'write', 'transfer-encoding: chunked', 401],
    ['a large body to an address that is none', '/nowhere', 'content-length: 1000000', 404],
    ['a large sign-in', 'sign-in', 'content-length: 1000000', 413],
    ['a sign-in that does not say its length', 'sign-in', 'transfer-encoding: chunked', 411],
  ])('is refused %s, unread', async (_, path, length, status) => {
    const routes: Readonly<Record<string, string>> =
      doors === 'web'
        ? { write: '/notices/read', 'sign-in': '/sign-in' }
        : { write: '/api/v1/cases', 'sign-in': '/api/v1/session' };
    const address = routes[path] ?? path;
    const answer = await write(`POST ${address} HTTP/1.1\r\nhost: {host}\r\ncontent-type: application/json\r\n${length}`);
    expect(answer.status).toBe(status);
  });

  it('finds the desk at work afterwards', async () => {
    const answer = await write('GET /api/v1/tracing-requests HTTP/1.1\r\nhost: {host}');
    expect(answer.status).toBe(doors === 'web' ? 404 : 401);
  });
});
