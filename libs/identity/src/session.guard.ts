import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isSameSecret, denied, type Officer } from '@tracedesk/kernel';
import { DenialException, DeskConfig, UnitOfWork } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { AskingSession, bearerTokenOf } from './asking-session.service.js';
import { PERMISSION, PUBLIC, rememberSession } from './decorators.decorator.js';
import { originOf, type Origin } from './origin.js';
import { mayAct, type PermissionTable } from './permission-table.js';
import type { DeskSession } from './session.js';

export const PERMISSIONS = Symbol('desk:permissions');

/** The one guard of all routes: who asks, whether the request was meant by them, and whether their role may act so. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly asking: AskingSession,
    private readonly work: UnitOfWork,
    private readonly config: DeskConfig,
    @Inject(PERMISSIONS) private readonly permissions: PermissionTable,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    const permission = this.reflector.getAllAndOverride<string | undefined>(PERMISSION, targets);
    const isPublic = this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, targets) === true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();

    const bearer = bearerTokenOf(request);
    if (bearer === null) this.#refuseForeignWrite(request);
    const session = await this.asking.of(request);
    if (session !== null) rememberSession(request, session);

    if (isPublic) return true;
    if (session === null) throw new DenialException({ code: 'SIGN_IN_REQUIRED' });
    if (bearer === null && isUnsafe(request)) this.#refuseForgery(request, session);
    if (permission === undefined || !mayAct(this.permissions, session.officer.role, permission)) {
      await this.#deny(session.officer, permission ?? 'route.use');
    }
    return true;
  }

  /** No page of another site may make the desk write, not even the sign-in form. */
  #refuseForeignWrite(request: FastifyRequest): void {
    if (isUnsafe(request) && this.#originOf(request) === 'foreign') throw new DenialException({ code: 'CROSS_SITE_REQUEST' });
  }

  /** A write with a cookie must show that one of our own pages meant it: a form by its token, JSON by its origin or the token. */
  #refuseForgery(request: FastifyRequest, session: DeskSession): void {
    if (isForm(request)) {
      if (!isSameSecret(session.csrfToken, formTokenIn(request.body))) throw new DenialException({ code: 'CSRF_TOKEN_INVALID' });
      return;
    }
    const shown = this.#originOf(request) === 'own' || isSameSecret(session.csrfToken, request.headers['x-csrf-token']);
    if (!shown) throw new DenialException({ code: 'CROSS_SITE_REQUEST' });
  }

  #originOf({ headers }: FastifyRequest): Origin {
    return originOf(headers, this.config.publicOrigin);
  }

  /** Enters the denial, then tells it. */
  async #deny(officer: Officer, action: string): Promise<never> {
    await this.work.run(officer, action, async () => denied('PERMISSION_DENIED'));
    throw new DenialException({ code: 'PERMISSION_DENIED' });
  }
}

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

function isUnsafe(request: FastifyRequest): boolean {
  return !SAFE_METHODS.includes(request.method);
}

const FORM_TYPES = /^(?:application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i;

/** Every content type that a form of another site could send without being asked first. */
function isForm(request: FastifyRequest): boolean {
  return FORM_TYPES.test(request.headers['content-type'] ?? '');
}

function formTokenIn(body: unknown): unknown {
  return typeof body === 'object' && body !== null && '_csrf' in body ? body._csrf : undefined;
}
