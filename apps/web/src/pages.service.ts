import { gzipSync } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { sessionOf, type DeskSession } from '@tracedesk/identity';
import { formats, isLanguage, negotiateLanguage, translator, type Language } from '@tracedesk/language';
import { CountUnreadNotices } from '@tracedesk/notifications';
import { DeskConfig, UnitOfWork } from '@tracedesk/platform';
import { CountRequests } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { placesOf } from './permissions.js';
import { htmlOf } from './views/layout.js';
import type { DeskCounts, PageContext } from './views/page-context.js';

export const LANGUAGE_COOKIE = 'desk_language';
const KEYS_COOKIE = 'desk_keys';
const YEAR_IN_SECONDS = 31_536_000;
const WORTH_COMPRESSING_BYTES = 1_400;

/** What pages need around their content, and the way they leave. */
@Injectable()
export class Pages {
  constructor(
    private readonly config: DeskConfig,
    private readonly work: UnitOfWork,
    private readonly requests: CountRequests,
    private readonly notices: CountUnreadNotices,
  ) {}

  /** The context of a page: with business time and counts where somebody is signed in. */
  async contextOf(request: FastifyRequest): Promise<PageContext> {
    const session = sessionOf(request);
    if (!session) return this.contextWithout(request);
    const [now, counts] = await Promise.all([
      this.work.read(session.officer, (tx) => Promise.resolve(tx.now)),
      this.#countsOf(session),
    ]);
    return { ...this.contextWithout(request, counts), now };
  }

  /** The same without asking the database anything: for pages that say what went wrong. */
  contextWithout(request: FastifyRequest, counts: DeskCounts | null = null): PageContext {
    const session = sessionOf(request);
    const language = languageOf(request, session);
    return {
      language,
      t: translator(language),
      formats: formats(language),
      path: pathOf(request),
      demonstration: this.config.demonstration,
      now: new Date(),
      withoutKeys: cookieOf(request, KEYS_COOKIE) === 'off',
      person: session && {
        displayName: session.displayName,
        role: session.officer.role,
        state: session.officer.state,
        csrfToken: session.csrfToken,
        places: placesOf(session.officer.role),
        counts,
      },
    };
  }

  /**
   * Sends a page. It may be compressed although it holds the form token, where our own pages led to it: another site could make the browser open it
   * again and again, to guess the token by the length of what comes.
   */
  async send(request: FastifyRequest, reply: FastifyReply, view: VNode, status = 200): Promise<void> {
    const html = Buffer.from(htmlOf(view));
    const zip = html.length > WORTH_COMPRESSING_BYTES && acceptsGzip(request) && !isLedFromElsewhere(request);
    await reply
      .status(status)
      .headers({
        'content-type': 'text/html; charset=utf-8',
        vary: 'accept-encoding, cookie, accept-language, sec-fetch-site',
        ...(zip ? { 'content-encoding': 'gzip' } : {}),
      })
      .send(zip ? gzipSync(html) : html);
  }

  async #countsOf({ officer }: DeskSession): Promise<DeskCounts | null> {
    const places = placesOf(officer.role);
    if (!places.includes('incoming')) return null;
    const [requests, notices] = await Promise.all([
      this.requests.execute(officer),
      places.includes('notices') ? this.notices.execute(officer) : 0,
    ]);
    return { ...requests, notices };
  }
}

/** The language of a page, for a person who may not be signed in. */
export function languageOf(request: FastifyRequest, session: DeskSession | null): Language {
  return negotiateLanguage({
    chosen: cookieOf(request, LANGUAGE_COOKIE),
    person: session?.language,
    acceptLanguage: request.headers['accept-language'],
  });
}

/** Nothing where no hook has read cookies yet: a page that says what went wrong may have to be made for a request that was refused before (`GET *`). */
function cookieOf({ cookies }: { readonly cookies: FastifyRequest['cookies'] | null }, name: string): string | undefined {
  return cookies?.[name];
}

/** Remembers the language chosen on this device for a year. */
export function rememberLanguage(reply: FastifyReply, language: string, secure: boolean): void {
  if (isLanguage(language)) {
    void reply.setCookie(LANGUAGE_COOKIE, language, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: YEAR_IN_SECONDS,
    });
  }
}

/** Remembers on this device for a year whether a single key leads to the search. */
export function rememberKeys(reply: FastifyReply, keys: 'on' | 'off', secure: boolean): void {
  void reply.setCookie(KEYS_COOKIE, keys, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_IN_SECONDS });
}

/** A path of this desk to go on to, or `/`: never another site, whatever was sent. */
export function ownPath(text: unknown): string {
  return typeof text === 'string' && /^\/(?![/\\])[\w\-./?=&%]*$/.test(text) ? text : '/';
}

export function acceptsGzip(request: FastifyRequest): boolean {
  return /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(String(request.headers['accept-encoding'] ?? ''));
}

/** By the browser's own word; where it says nothing, it is too old to be told from a program. */
function isLedFromElsewhere(request: FastifyRequest): boolean {
  return ['cross-site', 'same-site'].includes(String(request.headers['sec-fetch-site'] ?? ''));
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?')[0] ?? '/';
}
