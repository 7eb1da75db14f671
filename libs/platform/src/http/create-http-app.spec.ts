import 'reflect-metadata';
import { connect } from 'node:net';
import { Body, Controller, Get, Module, Param, Post, Query } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/read-config.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { BODY_LIMIT_BYTES, createHttpApp } from './create-http-app.adapter.js';
import { DenialException } from './denial.exception.js';
import type { Problem } from './problem.js';
import { ProblemPages, ProblemTexts } from './problem-texts.adapter.js';
import { IdempotencyKeyHeader, IfMatch } from './request-headers.decorator.js';
import { Line, WholeNumber } from './validation/fields.decorator.js';

class WordDto {
  @Line(20) word!: string;
}

class PageQuery {
  @WholeNumber({ min: 1, max: 100, optional: true }) limit?: number;
}

@Controller('api/v1/things')
class ThingsController {
  @Post()
  make(@Body() body: WordDto): WordDto {
    return body;
  }

  @Get()
  list(@Query() query: PageQuery): PageQuery {
    return query;
  }

  @Get('broken')
  broken(): never {
    throw new TypeError('value "top secret" is not what PostgreSQL expected');
  }

  @Get('forbidden')
  forbidden(): never {
    throw new DenialException({ code: 'THING_NOT_FOUND' });
  }

  @Post('move')
  move(@IfMatch() version: number, @IdempotencyKeyHeader() key: string): object {
    return { version, key };
  }

  @Get(':id')
  one(@Param('id') id: string): object {
    return { id };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

describe('answering over HTTP', () => {
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let port: number;

  beforeAll(async () => {
    const log = new DeskLog('info', { write: (line) => void lines.push(line) });
    app = await createHttpApp(ThingsModule, readConfig({}), { log });
    await app.listen(0, '127.0.0.1');
    port = (app.getHttpServer().address() as { port: number }).port;
  });
  afterAll(() => app.close());

  const ask = (path: string, init: RequestInit = {}): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`, init);
  const send = (body: BodyInit, type = 'application/json'): Promise<Response> =>
    ask('/api/v1/things', { method: 'POST', headers: type === '' ? {} : { 'content-type': type }, body });
  const problem = async (answer: Response): Promise<[number, string]> => {
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    return [answer.status, ((await answer.json()) as Problem).code];
  };

  /** Writes to the socket what no client library would, and gives the answer's first line. */
  const raw = (text: string | Buffer): Promise<string> =>
    new Promise((resolve, reject) => {
      let answer = '';
      const socket = connect(port, '127.0.0.1', () => socket.write(text));
      socket.setTimeout(3_000, () => socket.destroy());
      socket.on('data', (chunk) => (answer += chunk.toString('latin1')));
      socket.on('close', () => resolve(answer.split('\r\n')[0] ?? ''));
      socket.on('error', reject);
    });

  it.each([
    ['broken JSON', '{"word":', 'application/json', 400, 'BODY_NOT_JSON'],
    ['a NUL', '{"word":"a\\u0000"}', 'application/json', 400, 'TEXT_NOT_WELL_FORMED'],
    ['a list', '[]', 'application/json', 400, 'VALIDATION_FAILED'],
    ['nothing', '', 'application/json', 400, 'VALIDATION_FAILED'],
    ['null', 'null', 'application/json', 400, 'VALIDATION_FAILED'],
    ['an unknown field', '{"word":"a","role":"admin"}', 'application/json', 400, 'VALIDATION_FAILED'],
    ['a type that is not read here', '<word/>', 'application/xml', 415, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['JSON that calls itself text', '{"word":"a"}', 'text/plain', 415, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['a type that is not one', '{"word":"a"}', ';;;', 415, 'CONTENT_TYPE_NOT_SUPPORTED'],
    ['a form with a broken escape', 'word=%zz', 'application/x-www-form-urlencoded', 400, 'BODY_NOT_A_FORM'],
    ['more than 1 MB', `{"word":"${'a'.repeat(BODY_LIMIT_BYTES)}"}`, 'application/json', 413, 'BODY_TOO_LARGE'],
  ])('refuses %s', async (_, body, type, status, code) => {
    expect(await problem(await send(body, type))).toEqual([status, code]);
  });

  it('refuses bytes that are not UTF-8', async () => {
    expect(await problem(await send(new Uint8Array([0x7b, 0xff, 0x7d])))).toEqual([400, 'BODY_NOT_UTF8']);
  });

  it.each([
    ['/api/v1/things/%zz', 400],
    ['/api/v1/things/%ff', 400],
    ['/api/v1/things/a%00b', 400],
    ['/api/v1/things?limit=%ff', 400],
    ['/api/v1/things?limit=%', 400],
    ['/api/v1/things?__proto__=1', 400],
    ['/api/v1/things?limit=1&limit=2', 400],
    ['/api/v1/things?limit=x', 400],
    ['/api/v1/things?other=1', 400],
    ['/api/v1/things/<200 and one>', 414],
    ['/api/v1/things/<20,000>', 431],
    ['/nowhere', 404],
    ['/api/v1/things/a/b/c', 404],
    ['//', 404],
    ['/../../etc/passwd', 404],
  ])('answers %s with a problem', async (path, status) => {
    const answer = await raw(
      `GET ${path.replace('<200 and one>', 'a'.repeat(201)).replace('<20,000>', 'a'.repeat(20_000))} HTTP/1.1\r\nhost: x\r\naccept: application/json\r\nconnection: close\r\n\r\n`,
    );
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
  });

  it.each([
    ['a method nobody knows', 'BREW /api/v1/things HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /40[045]/],
    ['TRACE', 'TRACE /api/v1/things HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /40[045]/],
    ['a method no route has', 'DELETE /api/v1/things HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', /40[45]/],
    ['headers without end', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(30_000)}\r\n\r\n`, /431/],
    ['what is not HTTP', 'hello\r\n\r\n', /400/],
    ['two lengths', 'POST /api/v1/things HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n{}', /400/],
    ['no host', 'GET /api/v1/things HTTP/1.1\r\nconnection: close\r\n\r\n', /400/],
  ])('answers %s without a surprise', async (_, text, status) => {
    expect((await raw(text)).split(' ')[1]).toMatch(status);
  });

  it('tells every fault of a body with its field', async () => {
    const answer = (await (await send('{"word":"","x":1}')).json()) as Problem;
    expect(answer.errors?.map(({ field, code }) => [field, code])).toEqual([
      ['x', 'UNKNOWN_FIELD'],
      ['word', 'BLANK'],
    ]);
  });

  it('asks moves for the version read and for a key', async () => {
    const move = async (headers: Record<string, string>): Promise<Response> =>
      ask('/api/v1/things/move', { method: 'POST', headers });
    expect(await problem(await move({ 'idempotency-key': '0192a-key' }))).toEqual([428, 'IF_MATCH_REQUIRED']);
    expect(await problem(await move({ 'if-match': '*', 'idempotency-key': '0192a-key' }))).toEqual([400, 'IF_MATCH_INVALID']);
    expect(await problem(await move({ 'if-match': '"3"' }))).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
    expect(await problem(await move({ 'if-match': '"3"', 'idempotency-key': 'short' }))).toEqual([
      400,
      'IDEMPOTENCY_KEY_INVALID',
    ]);
    expect(await (await move({ 'if-match': '"3"', 'idempotency-key': '0192a-key' })).json()).toEqual({
      version: 3,
      key: '0192a-key',
    });
  });

  it('answers what is not there and what is not shown alike', async () => {
    const told = async (path: string): Promise<object> => ({
      ...((await (await ask(path)).json()) as Problem),
      instance: '',
      code: '',
      type: '',
      title: '',
      detail: '',
    });
    expect(await told('/api/v1/things/forbidden')).toEqual(await told('/api/v1/other'));
  });

  it('keeps a surprise to itself and to the log, without its words', async () => {
    const answer = await ask('/api/v1/things/broken');
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(lines.some((line) => line.includes('"http.failed"'))).toBe(true);
  });

  it('sends the security headers with every answer, also with refusals', async () => {
    for (const path of ['/api/v1/things', '/nowhere', '/api/v1/things/%zz', '/api/v1/things/broken']) {
      const { headers } = await ask(path);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      expect(headers.has('strict-transport-security')).toBe(false);
    }
  });

  it('logs the route and never the address', async () => {
    await ask('/api/v1/things/SERIAL-12345?limit=5');
    const logged = lines.join('');
    expect(logged).toContain('"/api/v1/things/:id"');
    expect(logged).not.toContain('SERIAL-12345');
  });
});

describe('answering when the words themselves fail', () => {
  const fails = (): never => {
    throw new TypeError('no catalogue, no page');
  };
  const lines: string[] = [];
  let app: NestFastifyApplication;
  let origin: string;

  beforeAll(async () => {
    const providers = [
      { provide: ProblemTexts, useValue: { of: fails } },
      { provide: ProblemPages, useValue: { answer: fails } },
    ];
    const log = new DeskLog('info', { write: (line) => void lines.push(line) });
    app = await createHttpApp({ module: ThingsModule, providers }, readConfig({}), { log });
    await app.listen(0, '127.0.0.1');
    origin = await app.getUrl();
  });
  afterAll(() => app.close());

  it.each([
    ['/%zz', 400, 'URL_MALFORMED'],
    [`/api/v1/things/${'a'.repeat(300)}`, 414, 'URL_TOO_LONG'],
    ['/nowhere', 404, 'NOT_FOUND'],
    ['/api/v1/things/forbidden', 404, 'THING_NOT_FOUND'],
    ['/api/v1/things/broken', 500, 'UNEXPECTED'],
  ])('says plainly of %s what its status is, and tells the log what failed', async (path, status, code) => {
    const answer = await fetch(`${origin}${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ status, code, detail: expect.stringContaining('liens du bureau') });
    expect(lines.join('')).toContain('"http.answer_failed"');
  });
});

describe('a desk that is told to end', () => {
  it('cuts off nobody who is asking: each connection is told before it is closed', async () => {
    const app = await createHttpApp(ThingsModule, readConfig({}), { log: new DeskLog('silent') });
    await app.listen(0, '127.0.0.1');
    const { port } = app.getHttpServer().address() as { port: number };
    let answers = 0;
    /** Asks every few milliseconds on one connection, until it is told that the answer was the last, or it is cut off. */
    const asks = (): Promise<'told' | 'cut'> =>
      new Promise((resolve) => {
        const ask = (): void => void socket.write('GET /api/v1/things HTTP/1.1\r\nhost: x\r\n\r\n');
        const socket = connect(port, '127.0.0.1', ask);
        socket.on('data', (chunk) => {
          answers += 1;
          if (/^connection: close/im.test(chunk.toString())) return resolve('told');
          setTimeout(ask, 10);
        });
        socket.on('error', () => resolve('cut'));
        socket.on('close', () => resolve('cut'));
      });
    const people = Array.from({ length: 20 }, asks);
    while (answers < 60) await new Promise((resolve) => setTimeout(resolve, 5));
    await app.close();
    expect(await Promise.all(people)).toEqual(people.map(() => 'told'));
  });
});
