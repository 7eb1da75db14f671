import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module, Post, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createHttpApp, DeskLog, ProblemPages, readConfig, type Problem } from '@tracedesk/platform';
import type { FastifyRequest } from 'fastify';
import { ElsewhereController } from './elsewhere.controller.js';

const KNOWN = new WeakSet<FastifyRequest>();

/** Stands for the guard of the desk, which is where a request learns whose it is. */
class KnowingGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    KNOWN.add(context.switchToHttp().getRequest<FastifyRequest>());
    return true;
  }
}

@Injectable()
class MenuPages extends ProblemPages {
  override answer({ code }: Problem, request: FastifyRequest): { readonly html: string } {
    return { html: `${code} ${KNOWN.has(request) ? 'with the menu' : 'as to a stranger'}` };
  }
}

@Controller('here')
class HereController {
  @Get()
  here(): string {
    return 'here';
  }

  @Post('sent')
  sent(): string {
    return 'sent';
  }
}

@Module({
  controllers: [ElsewhereController, HereController],
  providers: [
    { provide: APP_GUARD, useClass: KnowingGuard },
    { provide: ProblemPages, useClass: MenuPages },
  ],
})
class DeskModule {}

describe('an address that leads nowhere', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => {
    app = await createHttpApp(DeskModule, readConfig({}), { log: new DeskLog('silent') });
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  }, 60_000);
  afterAll(() => app.close());

  it.each(['/nowhere', '/here/not', '/here/sent', '/a/b/c?d=e'])('keeps the menu of whoever is signed in: %s', async (url) => {
    const { statusCode, payload } = await app.inject({ method: 'GET', url });
    expect([statusCode, payload]).toEqual([404, 'NOT_FOUND with the menu']);
  });

  it('takes no address from those that lead somewhere', async () => {
    expect((await app.inject({ method: 'GET', url: '/here' })).payload).toBe('here');
  });
});
