import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { sessionOf } from '@tracedesk/identity';
import { idOf, isUuid, type Officer, type RequestId } from '@tracedesk/kernel';
import { DenialException } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What every page about one request starts from. */
export interface Visit {
  readonly actor: Officer;
  readonly requestId: RequestId;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** The visit of a signed-in person to a page of one request. An address that holds no id names nothing, as one that holds a stranger's. */
export const Visited: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext): Visit => {
  const http = context.switchToHttp();
  const request = http.getRequest<FastifyRequest>();
  const { id } = request.params as { readonly id?: string };
  const session = sessionOf(request);
  if (!session) throw new DenialException({ code: 'SIGN_IN_REQUIRED' });
  if (id === undefined || !isUuid(id)) throw new DenialException({ code: 'REQUEST_NOT_FOUND' });
  return { actor: session.officer, requestId: idOf<RequestId>(id), request, reply: http.getResponse<FastifyReply>() };
});
