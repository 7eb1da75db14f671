import { Injectable } from '@nestjs/common';
import { isSameSecret } from '@tracedesk/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookies } from './session-cookies.service.js';
import { formTokenOf, looksLikeToken } from './session-token.js';

/** The sign-in form is safe against forgery too: else somebody could be signed in as another, and write into the wrong record. */
@Injectable()
export class SignInForm {
  constructor(private readonly cookies: SessionCookies) {}

  /** The token for the hidden field `_csrf`; remembers the browser by a cookie. */
  begin(request: FastifyRequest, reply: FastifyReply): string {
    return formTokenOf(this.cookies.secretBeforeSession(request, reply), 'sign_in');
  }

  /** Whether the form was made for this browser. */
  tokenIsRight(request: FastifyRequest, token: unknown): boolean {
    const secret = this.cookies.readBeforeSession(request);
    return secret !== null && looksLikeToken(secret) && isSameSecret(formTokenOf(secret, 'sign_in'), token);
  }
}
