import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import fastifyCookie from '@fastify/cookie';
import type { DynamicModule, Type } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { NestLog } from '../logging/nest-log.adapter.js';
import { Acquaintance, installAdmission } from './body-admission.adapter.js';
import { answerBrokenRequest, answerWhatNodeKeeps } from './broken-request.adapter.js';
import { installMultipart } from './multipart.adapter.js';
import { installStrictReaders } from './strict-readers.adapter.js';
import { ProblemFilter } from './problem.filter.js';
import { CodeTexts, ProblemPages, ProblemTexts } from './problem-texts.adapter.js';
import { securityHeaders } from './security-headers.js';
import { letClockRunAhead } from './validation/latest-day.js';
import { DeskValidationPipe } from './validation/validation.pipe.js';

/** The largest body a route takes unless it says otherwise. */
export const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const HEADERS_TIMEOUT_MS = 10_000;
/** Node looks for requests that take too long only twice a minute, which would double what is allowed. */
const LOOK_FOR_SLOW_MS = 1_000;
/** Nobody has asked for so long: then whoever keeps a connection open is not in the middle of something. */
const QUIET_MS = 150;
const LONGEST_DRAIN_MS = 2_000;
const LOOK_FOR_QUIET_MS = 10;
const LONGEST_PATH_PARAMETER = 200;

export interface HttpAppOptions {
  readonly log?: DeskLog;
  /** Statuses of denial codes that the app adds to the platform's table. */
  readonly statuses?: Readonly<Record<string, number>>;
  /** Shorter only for specs. */
  readonly requestTimeoutMs?: number;
}

/**
 * Makes the HTTP application of a module, not yet listening: strict bodies, problem details, security headers, request ids, access log.
 * `ProblemTexts` and `ProblemPages` are used where the module provides them.
 */
export async function createHttpApp(
  module: Type | DynamicModule,
  config: DeskConfig,
  options: HttpAppOptions = {},
): Promise<NestFastifyApplication> {
  const log = options.log ?? new DeskLog(config.logLevel);
  letClockRunAhead(config.demonstration);
  const headers = securityHeaders(config);
  // No hook runs for what the router itself refuses, a malformed or endless address: what hooks would have done is done here.
  const answer = (thrown: unknown, request: FastifyRequest, reply: FastifyReply): void => {
    setHeaders(headers, request, reply);
    request.cookies = fastify.parseCookie(request.headers.cookie ?? '');
    filter.answer(thrown, request, reply);
  };
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    ...(config.trustedProxies.length > 0 ? { trustProxy: [...config.trustedProxies] } : {}),
    requestTimeout: options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS,
    http: {
      requireHostHeader: false,
      connectionsCheckingInterval: LOOK_FOR_SLOW_MS,
      // Left at its minute it would be longer than the whole request, and Node then exchanges the two in silence.
      headersTimeout: Math.min(HEADERS_TIMEOUT_MS, options.requestTimeoutMs ?? REQUEST_TIMEOUT_MS),
    },
    genReqId: () => randomUUID(),
    logger: false,
    return503OnClosing: false,
    rewriteUrl: (request: IncomingMessage) => pathIn(request.url ?? '/'),
    routerOptions: { maxParamLength: LONGEST_PATH_PARAMETER },
    frameworkErrors: answer,
    clientErrorHandler: answerBrokenRequest,
  });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, {
    logger: new NestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance<FastifyInstance>();
  await app.register(fastifyCookie);
  answerWhatNodeKeeps(fastify.server);
  installStrictReaders(fastify);
  await installMultipart(fastify);
  installAdmission(fastify, bound(app, Acquaintance));
  installHeaders(fastify, headers);
  installAccessLog(fastify, log);
  installLastAnswers(fastify);
  const filter = new ProblemFilter({
    log,
    texts: bound(app, ProblemTexts) ?? new CodeTexts(),
    pages: bound(app, ProblemPages),
    statuses: options.statuses ?? {},
  });
  app.useGlobalFilters(filter);
  app.useGlobalPipes(new DeskValidationPipe());
  return app;
}

/** Of the absolute form, which clients send to proxies, only what comes after the host: whose desk it is stands in no address here. */
function pathIn(url: string): string {
  const path = url.replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]*/, '');
  return path.startsWith('/') || path === '*' ? path : `/${path}`;
}

function installHeaders(fastify: FastifyInstance, headers: Readonly<Record<string, string>>): void {
  fastify.addHook('onSend', (request, reply, _payload, done) => {
    setHeaders(headers, request, reply);
    done();
  });
}

function setHeaders(headers: Readonly<Record<string, string>>, request: FastifyRequest, reply: FastifyReply): void {
  for (const [name, value] of Object.entries(headers)) if (!reply.hasHeader(name)) reply.header(name, value);
  if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store');
  reply.header('x-request-id', request.id);
}

/** One line for each request: the route's pattern, never the URL, which could carry what somebody searched for. */
function installAccessLog(fastify: FastifyInstance, log: DeskLog): void {
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    const ids = {
      requestId: request.id,
      method: request.method,
      route,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    if (route.startsWith('/health')) log.debug('http.answered', ids);
    else log.info('http.answered', ids);
    done();
  });
}

/**
 * A server that closes closes the connections that are idle then; one that is answering would stay open for its keep-alive time, and hold
 * the stop for a minute. So the last answer on each says that it is the last. Who asks again and again is idle only between two questions, and the
 * next may be on its way: before anything is closed, each has a moment to ask once more and to be told.
 */
function installLastAnswers(fastify: FastifyInstance): void {
  let closing = false;
  let drained = false;
  let latest = Number.NEGATIVE_INFINITY;
  fastify.addHook('onRequest', (_request, _reply, done) => {
    latest = performance.now();
    done();
  });
  fastify.addHook('preClose', async () => {
    closing = true;
    const until = performance.now() + LONGEST_DRAIN_MS;
    while (performance.now() < until && performance.now() - latest < QUIET_MS) await pause(LOOK_FOR_QUIET_MS);
    drained = true;
  });
  fastify.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close');
    done();
  });
  fastify.addHook('onResponse', (_request, _reply, done) => {
    // An answer whose headers were sent before the close began leaves its connection idle only now.
    if (drained) setImmediate(() => fastify.server.closeIdleConnections());
    done();
  });
}

/** Whoever binds the port may sit in any module; asking Nest for what is not there would be told to the log as a failure. */
function bound<T>(app: NestFastifyApplication, port: abstract new () => T): T | null {
  for (const module of app.get(ModulesContainer).values()) {
    const provider = module.providers.get(port as Type<T>);
    if (provider?.instance) return provider.instance as T;
  }
  return null;
}
