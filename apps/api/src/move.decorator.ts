import { applyDecorators, HttpCode, Post, SetMetadata } from '@nestjs/common';
import { Permission } from '@tracedesk/identity';
import { permissionOf, routeOf, type Action } from '@tracedesk/tracing';
import { Operation } from './openapi/operation.decorator.js';
import { RequestSummaryView } from './views/request-summary.view.js';

export const MOVE = 'api:move';

/** The route of one action of the lifecycle: its address, its permission and its document are derived from the action. */
export function Move(action: Action, summary: string): MethodDecorator {
  const leavesRequest = action !== 'discard';
  return applyDecorators(
    SetMetadata(MOVE, action),
    Post(`:id/${routeOf(action)}`),
    Permission(permissionOf(action)),
    HttpCode(leavesRequest ? 200 : 204),
    Operation({
      id: `${action.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase())}TracingRequest`,
      summary,
      answer: leavesRequest ? RequestSummaryView : null,
      status: leavesRequest ? 200 : 204,
      takes: ['If-Match', 'Idempotency-Key'],
      gives: leavesRequest ? ['ETag'] : [],
      problems: [403, 404, 409, 413, 415, 422],
    }),
  );
}
