import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import type { ConsentAct as Act } from '@tracedesk/confidentiality';
import { Permission } from '@tracedesk/identity';
import { Operation } from './openapi/operation.decorator.js';
import { ConsentView } from './views/consent.view.js';

/** The route of one act on a consent: its address, its permission and its document are derived from the act. */
export function ConsentAct(act: Act, summary: string): MethodDecorator {
  return applyDecorators(
    Post(`:id/${act}`),
    Permission(`consent.${act}`),
    HttpCode(200),
    Operation({
      id: `${act}Consent`,
      summary,
      answer: ConsentView,
      takes: ['If-Match', 'Idempotency-Key'],
      gives: ['ETag'],
      problems: [403, 404, 409, 413, 415, 422],
    }),
  );
}
