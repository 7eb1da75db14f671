import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { idOf, isUuid, type RequestId } from '@tracedesk/kernel';
import { DenialException, etagOf, idempotencyKeyFrom, requestHash, versionFrom } from '@tracedesk/platform';
import type { Attempt, OnceKey, RequestSummary } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A move as it is attempted: the request in the address, the version of If-Match, the key under which it happens once. */
export const Attempted: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext): Attempt => {
  const request = requestOf(context);
  return { requestId: requestIdOf(request), version: versionFrom(request.headers['if-match']), once: onceKeyOf(request) };
});

/** The key under which a new thing is made once. */
export const OnceOnly: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext): OnceKey =>
  onceKeyOf(requestOf(context)),
);

/** The id of the disclosure that a protected read rests on, if one is named. */
export const DisclosureHeader: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => {
    const header = requestOf(context).headers['disclosure'];
    return typeof header === 'string' ? header : undefined;
  },
);

/** Tells the version in the ETag, for the next If-Match. */
export function tagged(reply: FastifyReply, summary: RequestSummary): RequestSummary {
  void reply.header('etag', etagOf(summary.version));
  return summary;
}

function requestOf(context: ExecutionContext): FastifyRequest {
  return context.switchToHttp().getRequest<FastifyRequest>();
}

function requestIdOf({ params }: FastifyRequest): RequestId {
  const { id } = params as { readonly id?: string };
  if (id !== undefined && isUuid(id)) return idOf<RequestId>(id);
  throw new DenialException({ code: 'VALIDATION_FAILED' }, [{ field: 'id', code: 'NOT_AN_ID', help: 'A UUID in lower case.' }]);
}

/** The hash is over all that makes the request what it is: method, address, version and body. */
function onceKeyOf({ method, url, headers, body }: FastifyRequest): OnceKey {
  return {
    key: idempotencyKeyFrom(headers['idempotency-key']),
    requestHash: requestHash(method, url.split('?')[0], headers['if-match'] ?? null, body ?? {}),
  };
}
