import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DenialException } from './denial.exception.js';

const ETAG = /^"(\d{1,9})"$/;
/** Long enough for a UUID and for what others use, short enough to be a key. */
const IDEMPOTENCY_KEY = /^[\x21-\x7e]{8,128}$/;

/** The version the caller has read, from `If-Match: "<version>"`. Without it a move could overwrite what the caller never saw. */
export const IfMatch: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext): number =>
  versionFrom(context.switchToHttp().getRequest<FastifyRequest>().headers['if-match']),
);

/** The caller's name for this one act, from `Idempotency-Key`: sent again with the same key, the act happens once. */
export const IdempotencyKeyHeader: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): string =>
    idempotencyKeyFrom(context.switchToHttp().getRequest<FastifyRequest>().headers['idempotency-key']),
);

export function versionFrom(header: string | undefined): number {
  if (header === undefined) throw new DenialException({ code: 'IF_MATCH_REQUIRED', field: 'If-Match' });
  const version = ETAG.exec(header)?.[1];
  if (version === undefined) throw new DenialException({ code: 'IF_MATCH_INVALID', field: 'If-Match' });
  return Number(version);
}

export function idempotencyKeyFrom(header: string | string[] | undefined): string {
  if (header === undefined) throw new DenialException({ code: 'IDEMPOTENCY_KEY_REQUIRED', field: 'Idempotency-Key' });
  if (typeof header !== 'string' || !IDEMPOTENCY_KEY.test(header)) {
    throw new DenialException({ code: 'IDEMPOTENCY_KEY_INVALID', field: 'Idempotency-Key' });
  }
  return header;
}

/** The entity tag of a version. */
export function etagOf(version: number): string {
  return `"${version}"`;
}

/** A hash that is the same for the same request, whatever the order of its members: to tell a repeated act from another under the same key. */
export function requestHash(...parts: readonly unknown[]): Buffer {
  return createHash('sha256').update(canonical(parts)).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value === 'object' && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    const sorted = members.sort(([one], [other]) => (one < other ? -1 : 1));
    return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join()}}`;
  }
  return value === undefined ? 'null' : JSON.stringify(value);
}
