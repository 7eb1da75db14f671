import '@fastify/cookie';
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DeskConfig } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { SignedIn } from './session.js';
import { TOKEN_BYTES } from './session-token.js';

const SESSION = 'desk_session';
/** Binds the sign-in form to the browser that asked for it: there is no session yet. */
const BEFORE_SESSION = 'desk_door';
/** Outlives the session: on this device the person has signed in before. */
const DEVICE = 'desk_device';
const DEVICE_KEPT_SECONDS = 180 * 24 * 60 * 60;

/**
 * The cookies of the desk: unreadable to scripts, and only over https where there is https. A link on another site, in web mail or a chat, is followed with
 * them (`lax`), or whoever is signed in would be asked to sign in again; nothing else of another site is sent along, and what a GET may leave behind stands in
 * following-a-link.int-spec.ts: nothing that its reader did not do.
 */
@Injectable()
export class SessionCookies {
  readonly #prefix: string;
  readonly #options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };

  constructor({ secureOrigin }: DeskConfig) {
    this.#prefix = secureOrigin ? '__Host-' : '';
    this.#options = { httpOnly: true, sameSite: 'lax', path: '/', secure: secureOrigin };
  }

  read(request: FastifyRequest): string | null {
    return this.#get(request, SESSION);
  }

  set(reply: FastifyReply, { token, session, deviceMark }: SignedIn): void {
    const device = { ...this.#options, maxAge: DEVICE_KEPT_SECONDS };
    if (deviceMark !== undefined) void reply.setCookie(this.#prefix + DEVICE, deviceMark, device);
    void reply.setCookie(this.#prefix + SESSION, token, { ...this.#options, expires: session.expiresAt });
    void reply.clearCookie(this.#prefix + BEFORE_SESSION, this.#options);
  }

  readDeviceMark(request: FastifyRequest): string | null {
    return this.#get(request, DEVICE);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.#prefix + SESSION, this.#options);
  }

  /** The secret of a browser that has not signed in yet; made where there is none. It ends with the browser. */
  secretBeforeSession(request: FastifyRequest, reply: FastifyReply): string {
    const known = this.readBeforeSession(request);
    if (known !== null) return known;
    const secret = randomBytes(TOKEN_BYTES).toString('base64url');
    void reply.setCookie(this.#prefix + BEFORE_SESSION, secret, this.#options);
    return secret;
  }

  readBeforeSession(request: FastifyRequest): string | null {
    return this.#get(request, BEFORE_SESSION);
  }

  #get(request: FastifyRequest, name: string): string | null {
    return request.cookies[this.#prefix + name] || null;
  }
}
