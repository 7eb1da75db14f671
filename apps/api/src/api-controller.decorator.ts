import { applyDecorators, Controller, UseGuards, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DenialException } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';

/** A controller of the JSON interface: under one tag of the document, and with JSON as the only kind of body. */
export function ApiController(path: string, tag: string): ClassDecorator {
  return applyDecorators(Controller(path), ApiTags(tag), UseGuards(JsonOnly));
}

const JSON_TYPE = /^application\/json(?:\s*;|$)/i;

/** The server reads forms too, for the pages; here they are refused, and so is a body that is the JSON word null. */
class JsonOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers, body } = context.switchToHttp().getRequest<FastifyRequest>();
    const type = headers['content-type'];
    if (type !== undefined && !JSON_TYPE.test(type)) throw new DenialException({ code: 'CONTENT_TYPE_NOT_SUPPORTED' });
    if (body === null) throw new DenialException({ code: 'VALIDATION_FAILED' }, [{ field: '', code: 'NOT_AN_OBJECT' }]);
    return true;
  }
}
