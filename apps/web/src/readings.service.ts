import { Injectable } from '@nestjs/common';
import { Disclosures, PURPOSES, type Purpose } from '@tracedesk/confidentiality';
import { idOf, ok, Sealed, type DisclosureId, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { DeskConfig } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'desk_reading';
const COOKIE_SHAPE = /^([0-9a-f-]{36})\.([a-z_]+)\.(\d{13})$/;

/** The sitting a person has open on one request. */
export interface Reading {
  readonly disclosureId: DisclosureId;
  readonly purpose: Purpose;
  readonly expiresAt: Date;
}

/**
 * Keeps the id of an open disclosure with the browser, for the pages of its request only. The cookie grants nothing: each protected read
 * checks the id against person and session. Purpose and end are repeated in it for display.
 */
@Injectable()
export class Readings {
  constructor(
    private readonly disclosures: Disclosures,
    private readonly config: DeskConfig,
  ) {}

  current(request: FastifyRequest, now: Date = new Date()): Reading | null {
    const [, id, purpose, expires] = COOKIE_SHAPE.exec(request.cookies[COOKIE] ?? '') ?? [];
    if (id === undefined || !isPurpose(purpose)) return null;
    const expiresAt = new Date(Number(expires));
    return expiresAt > now ? { disclosureId: idOf<DisclosureId>(id), purpose, expiresAt } : null;
  }

  /** Opens the request's content to the person and remembers it. */
  async open(
    actor: Officer,
    reply: FastifyReply,
    { requestId, purpose, justification }: { requestId: RequestId; purpose: Purpose; justification?: Sealed<string> | undefined },
  ): Promise<Result<Reading>> {
    const subject = { kind: 'tracing_request', id: requestId } as const;
    const opened = await this.disclosures.open(actor, { subject, purpose, justification });
    if (!opened.ok) return opened;
    const { id, expiresAt } = opened.value;
    void reply.setCookie(COOKIE, `${id}.${purpose}.${expiresAt.getTime()}`, {
      path: `/tracing-requests/${requestId}`,
      httpOnly: true,
      sameSite: 'strict',
      secure: this.config.secureOrigin,
      expires: expiresAt,
    });
    return ok({ disclosureId: id, purpose, expiresAt });
  }

  /** Forgets a reading that the desk no longer honours. */
  forget(reply: FastifyReply, requestId: RequestId): void {
    void reply.clearCookie(COOKIE, { path: `/tracing-requests/${requestId}` });
  }
}

function isPurpose(text: string | undefined): text is Purpose {
  return PURPOSES.includes(text as Purpose);
}
