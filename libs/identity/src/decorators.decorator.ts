import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { RouteConfig } from '@nestjs/platform-fastify';
import { DenialException, TAKES_STRANGERS } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import type { PermissionName } from './permission-table.js';
import type { DeskSession } from './session.js';

export const PERMISSION = 'desk:permission';
export const PUBLIC = 'desk:public';

/** The route is for people whose role may act so, by the merged table of all rooms. */
export const Permission = (action: PermissionName): MethodDecorator & ClassDecorator => SetMetadata(PERMISSION, action);

/** The route is for everybody, and reads a small body of anybody. It still learns who is signed in, if somebody is. */
export const Public = (): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(PUBLIC, true), RouteConfig(TAKES_STRANGERS));

/** The signed-in person who asks. */
export const CurrentActor: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): Officer => sessionOrDenial(context).officer,
);

/** The session in which is asked: for names, language and form tokens of a page. */
export const CurrentSession: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): DeskSession => sessionOrDenial(context),
);

/** The same on a public route: null when nobody is signed in. */
export const OptionalSession: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): DeskSession | null => sessionOf(context.switchToHttp().getRequest()),
);

const sessions = new WeakMap<FastifyRequest, DeskSession>();

/** What the guard found, for the decorators and for whoever renders an error page. */
export function sessionOf(request: FastifyRequest): DeskSession | null {
  return sessions.get(request) ?? null;
}

export function rememberSession(request: FastifyRequest, session: DeskSession): void {
  sessions.set(request, session);
}

function sessionOrDenial(context: ExecutionContext): DeskSession {
  const session = sessionOf(context.switchToHttp().getRequest<FastifyRequest>());
  if (session === null) throw new DenialException({ code: 'SIGN_IN_REQUIRED' });
  return session;
}
