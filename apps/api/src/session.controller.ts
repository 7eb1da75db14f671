import { Body, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  CurrentActor,
  CurrentSession,
  Permission,
  Public,
  SessionCookies,
  SessionView,
  SignedInView,
  SignIn,
  SignInDto,
  SignOut,
  type DeskSession,
} from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { addressOf, respond } from '@tracedesk/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';

@ApiController(`${API}/session`, 'Session')
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly signOut: SignOut,
    private readonly cookies: SessionCookies,
  ) {}

  @Post()
  @Public()
  @HttpCode(201)
  @Operation({
    id: 'signIn',
    summary: 'Signs in: gives a token for `Authorization: Bearer`, and a cookie to browsers',
    answer: SignedInView,
    status: 201,
    problems: [401, 403, 413, 415],
    isPublic: true,
  })
  async begin(
    @Body() body: SignInDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SignedInView> {
    const signedIn = respond(await this.signIn.execute(body.toCommand(addressOf(request), this.cookies.readDeviceMark(request))));
    this.cookies.set(reply, signedIn);
    return SignedInView.ofSignedIn(signedIn);
  }

  @Get()
  @Permission('session.read')
  @Operation({ id: 'readSession', summary: 'Who is signed in, until when', answer: SessionView })
  read(@CurrentSession() session: DeskSession): SessionView {
    return SessionView.of(session);
  }

  @Delete()
  @Permission('session.end')
  @HttpCode(204)
  @Operation({ id: 'signOut', summary: 'Ends the session: its token is worth nothing from here on', answer: null, status: 204 })
  async end(@CurrentActor() actor: Officer, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    respond(await this.signOut.execute(actor));
    this.cookies.clear(reply);
  }
}
