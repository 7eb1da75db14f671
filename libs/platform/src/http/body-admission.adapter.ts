import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DenialException } from './denial.exception.js';

/** Put on a route by `@RouteConfig(TAKES_STRANGERS)`: it reads a small body of anybody. */
export const TAKES_STRANGERS = { takesStrangers: true } as const;

/** Port: whether somebody known asks. Bound by whoever keeps sessions; without a binding nobody is a stranger. */
export abstract class Acquaintance {
  abstract knows(request: FastifyRequest): Promise<boolean>;
}

/** Enough for every form that somebody may have typed into before the session ended. */
export const STRANGERS_BYTES = 64 * 1024;

/**
 * Decides before a byte of a body is read. Reading costs time that everybody waits for, so a stranger's is read only where words would be lost
 * without it (a form, which the page that asks for sign-in shows once more) or where strangers are expected; and only a small one that says its length.
 */
export function installAdmission(fastify: FastifyInstance, acquaintance: Acquaintance | null): void {
  fastify.addHook('preParsing', async (request) => {
    if (!hasBody(request)) return;
    if (request.is404) throw new DenialException({ code: 'NOT_FOUND' });
    if (acquaintance === null || (await acquaintance.knows(request))) return;
    const { takesStrangers } = request.routeOptions.config as Partial<typeof TAKES_STRANGERS>;
    if (!takesStrangers && !isForm(request)) throw new DenialException({ code: 'SIGN_IN_REQUIRED' });
    const length = request.headers['content-length'];
    if (length === undefined) throw new DenialException({ code: 'LENGTH_REQUIRED' });
    if (Number(length) > STRANGERS_BYTES)
      throw new DenialException({ code: takesStrangers ? 'BODY_TOO_LARGE' : 'SIGN_IN_REQUIRED' });
  });
}

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function isForm({ headers }: FastifyRequest): boolean {
  return /^application\/x-www-form-urlencoded\b/i.test(headers['content-type'] ?? '');
}
