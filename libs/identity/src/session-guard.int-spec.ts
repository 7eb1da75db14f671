import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Delete, Get, Global, Inject, Module, Post, Req, Res } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AuditModule } from '@tracedesk/audit';
import { DIRECTORY_EVENTS, DirectoryModule } from '@tracedesk/directory';
import { stateCode, type Officer } from '@tracedesk/kernel';
import { createHttpApp, DatabaseModule, DeskConfig, DeskLog, respond } from '@tracedesk/platform';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import {
  CurrentActor,
  DemonstrationPeople,
  DemonstrationSignIn,
  IDENTITY_EVENTS,
  IDENTITY_PERMISSIONS,
  IdentityModule,
  OptionalSession,
  Permission,
  Public,
  SessionCookies,
  SignedInView,
  SignIn,
  SignInDto,
  SignInForm,
  type DemonstrationFacts,
  type DeskSession,
} from './index.js';

@Controller()
class DoorController {
  constructor(
    @Inject(SignIn) private readonly signIn: SignIn,
    @Inject(DemonstrationSignIn) private readonly oneClick: DemonstrationSignIn,
    @Inject(SignInForm) private readonly form: SignInForm,
    @Inject(SessionCookies) private readonly cookies: SessionCookies,
  ) {}

  @Public()
  @Get('door')
  async door(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<object> {
    return { token: this.form.begin(request, reply), offered: await this.oneClick.isOffered(request) };
  }

  @Public()
  @Post('session')
  async begin(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const signedIn = respond(await this.signIn.execute(body.toCommand(request.ip, null)));
    this.cookies.set(reply, signedIn);
    return SignedInView.ofSignedIn(signedIn);
  }

  @Public()
  @Post('one-click')
  async oneClickIn(@Body() body: Record<string, string>, @Req() request: FastifyRequest): Promise<object> {
    const command = { state: stateCode(body['state']!), name: body['name']!, token: body['_csrf'] };
    return { role: respond(await this.oneClick.execute(request, command)).person.role };
  }

  @Public()
  @Get('anybody')
  anybody(@OptionalSession() session: DeskSession | null): object {
    return { name: session?.displayName ?? null };
  }

  @Permission('session.read')
  @Get('me')
  me(@CurrentActor() actor: Officer): Officer {
    return actor;
  }

  @Permission('session.end')
  @Post('write')
  write(): object {
    return { written: true };
  }

  @Permission('session.end')
  @Delete('write')
  erase(): object {
    return { erased: true };
  }

  @Permission('person.administer')
  @Get('administration')
  administration(): object {
    return {};
  }
}

@Controller('forgotten')
class ForgottenController {
  @Get('door')
  door(): string {
    return 'open';
  }

  @Permission('tracing_request.misspelt')
  @Get('typo')
  typo(): string {
    return 'open';
  }
}

let desk: TestDatabase;
let app: NestFastifyApplication;
let origin: string;
let demonstration: DemonstrationFacts;

beforeAll(async () => {
  desk = await openTestDatabase({ states: [] });
  app = await anApp();
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
  demonstration = await app.get(DemonstrationPeople, { strict: false }).create();
});
afterAll(async () => {
  await app?.close();
  await desk.close();
});

async function anApp(
  change: Partial<DeskConfig> = {},
  controllers = [DoorController] as (new (...given: never[]) => object)[],
): Promise<NestFastifyApplication> {
  const config: DeskConfig = Object.assign(new DeskConfig(), {
    host: '127.0.0.1',
    port: 0,
    dataDir: desk.keysFolder,
    keysDir: desk.keysFolder,
    databaseUrl: null,
    logLevel: 'silent',
    publicOrigin: 'http://127.0.0.1:3000',
    ...change,
  });
  const log = new DeskLog('silent');

  @Global()
  @Module({
    providers: [
      { provide: DeskConfig, useValue: config },
      { provide: DeskLog, useValue: log },
    ],
    exports: [DeskConfig, DeskLog],
  })
  class Told {}

  @Module({
    imports: [
      Told,
      DatabaseModule.forRoot({ access: desk.access, keysFolder: desk.keysFolder }),
      AuditModule.forEvents([...DIRECTORY_EVENTS, ...IDENTITY_EVENTS]),
      DirectoryModule,
      IdentityModule.forPermissions({ ...IDENTITY_PERMISSIONS, 'person.administer': ['administrator'] }),
    ],
    controllers,
  })
  class Root {}
  return createHttpApp(Root, config, { log });
}

type Headers = Record<string, string>;
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

async function call(
  method: string,
  path: string,
  headers: Headers = {},
  body?: string,
): Promise<{ status: number; code?: string; body: Record<string, unknown>; cookies: string[] }> {
  const response = await fetch(origin + path, { method, headers, ...(body === undefined ? {} : { body }), redirect: 'manual' });
  const text = await response.text();
  const read = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
  return { status: response.status, code: read['code'] as string, body: read, cookies: response.headers.getSetCookie() };
}

interface TestSession {
  readonly token: string;
  readonly csrf: string;
  readonly cookie: Headers;
  readonly setCookie: string;
}
const sessions = new Map<string, Promise<TestSession>>();

/** One sign-in for each person: a password takes its time. */
async function aSession(name = 'officer'): Promise<TestSession> {
  const session = sessions.get(name) ?? signedIn(name);
  sessions.set(name, session);
  return session;
}

async function signedIn(name: string, state = 'QR'): Promise<TestSession> {
  const { body, cookies } = await call(
    'POST',
    '/session',
    json,
    JSON.stringify({ state, name, password: demonstration.password }),
  );
  const token = body['token'] as string;
  const setCookie = cookies.find((cookie) => cookie.startsWith('desk_session'))!;
  return { token, csrf: body['csrfToken'] as string, cookie: { cookie: `desk_session=${token}` }, setCookie };
}

describe('the guard', () => {
  it('lets nobody in who is not signed in, or comes with a token of nobody', async () => {
    const strangers: Headers[] = [
      {},
      { cookie: `desk_session=${'A'.repeat(43)}` },
      { authorization: `Bearer ${'A'.repeat(43)}` },
      { authorization: 'Basic b2ZmaWNlcjpzZWNyZXQ=' },
      { cookie: "desk_session=' or 1=1 --" },
    ];
    for (const headers of strangers)
      expect(await call('GET', '/me', headers)).toMatchObject({ status: 401, code: 'SIGN_IN_REQUIRED' });
  });

  it('denies what the role may not do, and enters the denial', async () => {
    const { cookie } = await aSession();
    expect(await call('GET', '/administration', cookie)).toMatchObject({ status: 403, code: 'PERMISSION_DENIED' });
    const entries = await desk.superuser(
      `select 1 from audit_parts where name = 'envelope' and convert_from(content, 'UTF8') like '%"action":"person.administer","code":"PERMISSION_DENIED"%'`,
    );
    expect(entries).toHaveLength(1);
  });

  it('lets each role do what its room says', async () => {
    expect(await call('GET', '/administration', (await aSession('administrator')).cookie)).toMatchObject({ status: 200 });
  });

  it('knows the person by cookie and by bearer token', async () => {
    const { token, cookie } = await aSession();
    for (const headers of [cookie, { authorization: `Bearer ${token}` }]) {
      expect(await call('GET', '/me', headers)).toMatchObject({ status: 200, body: { state: 'QR', role: 'tracing_officer' } });
    }
  });

  it('lets everybody onto a public route, and says who is there', async () => {
    expect((await call('GET', '/anybody')).body).toEqual({ name: null });
    expect((await call('GET', '/anybody', (await aSession()).cookie)).body).toEqual({ name: 'Jeanne Morel' });
  });

  it('does not start with a route that nobody thought about', async () => {
    const careless = await anApp({}, [ForgottenController]);
    await expect(careless.init()).rejects.toThrow(
      /ForgottenController\.door has neither @Permission nor @Public; ForgottenController\.typo asks for tracing_request\.misspelt/,
    );
    await careless.close();
  });
});

describe('a write that its person did not mean', () => {
  it.each([
    ['a form without token', form, 'a=1', 'CSRF_TOKEN_INVALID'],
    ['a form with somebody else’s token', form, '_csrf=AAAA', 'CSRF_TOKEN_INVALID'],
    ['a form from another site', { ...form, origin: 'https://evil.example' }, 'a=1', 'CROSS_SITE_REQUEST'],
    ['JSON that does not say where it comes from', json, '{}', 'CROSS_SITE_REQUEST'],
    ['JSON from another site', { ...json, origin: 'https://evil.example' }, '{}', 'CROSS_SITE_REQUEST'],
    ['JSON from a neighbour', { ...json, 'sec-fetch-site': 'same-site' }, '{}', 'CROSS_SITE_REQUEST'],
  ])('is refused: %s', async (_, headers, body, code) => {
    const { cookie } = await aSession();
    expect(await call('POST', '/write', { ...cookie, ...headers }, body)).toMatchObject({ status: 403, code });
  });

  it('is refused without a body too', async () => {
    expect(await call('DELETE', '/write', (await aSession()).cookie)).toMatchObject({ status: 403, code: 'CROSS_SITE_REQUEST' });
  });

  it('is refused at the sign-in itself', async () => {
    const body = JSON.stringify({ state: 'QR', name: 'officer', password: demonstration.password });
    expect(await call('POST', '/session', { ...json, origin: 'https://evil.example' }, body)).toMatchObject({ status: 403 });
  });

  it('is not one of our own forms, our own pages’ JSON, or an API client’s', async () => {
    const { cookie, csrf, token } = await aSession();
    expect(await call('POST', '/write', { ...cookie, ...form }, `_csrf=${csrf}`)).toMatchObject({ status: 201 });
    expect(await call('POST', '/write', { ...cookie, ...json, origin }, '{}')).toMatchObject({ status: 201 });
    expect(await call('POST', '/write', { ...cookie, ...json, 'x-csrf-token': csrf }, '{}')).toMatchObject({ status: 201 });
    expect(await call('POST', '/write', { ...json, authorization: `Bearer ${token}` }, '{}')).toMatchObject({ status: 201 });
  });
});

describe('the session cookie', () => {
  it('is for this desk’s own requests only, and out of reach of scripts', async () => {
    const { setCookie } = await aSession();
    expect(setCookie).toMatch(/^desk_session=[\w-]{43}; .*HttpOnly; SameSite=Lax$/);
    expect(setCookie).toContain('Path=/');
    expect(setCookie).not.toContain('Domain');
  });

  it('insists on https where there is https', () => {
    const config = Object.assign(new DeskConfig(), { publicOrigin: 'https://desk.example.org' });
    const seen: unknown[][] = [];
    const reply = { setCookie: (...given: unknown[]) => seen.push(given), clearCookie: () => undefined };
    new SessionCookies(config).set(reply as never, { token: 't', session: { expiresAt: new Date(0) } } as never);
    expect(seen[0]).toMatchObject(['__Host-desk_session', 't', { secure: true, httpOnly: true, sameSite: 'lax', path: '/' }]);
  });
});

describe('one-click sign-in over HTTP', () => {
  const somebody = (token: string): string => `state=QM&name=contact&_csrf=${token}`;
  const aForm = async (): Promise<{ token: string; headers: Headers }> => {
    const { body, cookies } = await call('GET', '/door');
    expect(body['offered']).toBe(true);
    return { token: body['token'] as string, headers: { ...form, cookie: cookies[0]!.split(';')[0]! } };
  };

  it('is closed without the token, with one for another browser, and behind a proxy', async () => {
    const { token, headers } = await aForm();
    const other = await aForm();
    expect(await call('POST', '/one-click', headers, somebody(''))).toMatchObject({ status: 403, code: 'CSRF_TOKEN_INVALID' });
    expect(await call('POST', '/one-click', headers, somebody(other.token))).toMatchObject({ status: 403 });
    expect(await call('POST', '/one-click', { ...headers, 'x-forwarded-for': '127.0.0.1' }, somebody(token))).toMatchObject({
      status: 404,
    });
  });

  it('is open to whoever sits at this machine', async () => {
    const { token, headers } = await aForm();
    expect(await call('POST', '/one-click', headers, somebody(token))).toMatchObject({
      status: 201,
      body: { role: 'contact_point' },
    });
  });

  it('is closed on a server’s database', async () => {
    const { token, headers } = await aForm();
    await desk.superuser(`update installation set kind = 'server'`);
    const server = await anApp();
    await server.init();
    const closed = await server.inject({
      method: 'POST',
      url: '/one-click',
      headers: { ...headers, host: 'localhost' },
      payload: somebody(token),
    });
    expect(closed.statusCode).toBe(404);
    await server.close();
  });
});

describe('the demonstration', () => {
  it('has its people in every State that still exists, and one operator', () => {
    expect(demonstration.people).toHaveLength(11 * 5 + 1);
    expect(demonstration.people.filter(({ role }) => role === 'operator')).toMatchObject([{ state: 'QR', name: 'operator' }]);
  });

  it('is finished, not made twice, when it is begun again', async () => {
    expect(await app.get(DemonstrationPeople, { strict: false }).create()).toEqual(demonstration);
    const [{ n }] = (await desk.superuser<{ n: number }>('select count(*)::int as n from contact_points')) as [{ n: number }];
    expect(n).toBe(11);
  });
});
