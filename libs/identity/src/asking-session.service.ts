import { Injectable } from '@nestjs/common';
import { Acquaintance } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import type { DeskSession } from './session.js';
import { SessionCookies } from './session-cookies.service.js';
import { Sessions } from './sessions.repository.js';

const found = new WeakMap<FastifyRequest, Promise<DeskSession | null>>();

/** In whose session a request is made. Looked up once, before its body is read; the guard asks again and is told the same. */
@Injectable()
export class AskingSession extends Acquaintance {
  constructor(
    private readonly cookies: SessionCookies,
    private readonly sessions: Sessions,
  ) {
    super();
  }

  of(request: FastifyRequest): Promise<DeskSession | null> {
    const known = found.get(request) ?? this.#lookUp(request);
    found.set(request, known);
    return known;
  }

  override async knows(request: FastifyRequest): Promise<boolean> {
    return (await this.of(request)) !== null;
  }

  async #lookUp(request: FastifyRequest): Promise<DeskSession | null> {
    const token = bearerTokenOf(request) ?? this.cookies.read(request);
    return token === null ? null : this.sessions.byToken(token);
  }
}

/** The token of an API client. A header is never sent by a browser on its own, so there is nothing to forge. */
export function bearerTokenOf(request: FastifyRequest): string | null {
  return /^Bearer ([A-Za-z0-9_-]+)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
