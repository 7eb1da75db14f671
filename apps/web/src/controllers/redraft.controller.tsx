import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import { DenialException, requestHash, respond, type FlatForm } from '@tracedesk/platform';
import { ReadRequest, RedraftRequest } from '@tracedesk/tracing';
import { onceIn } from '../forms/form-keys.js';
import { RedraftPage } from '../pages/redirect-pages.js';
import { Pages } from '../pages.service.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** The same question to the State believed right, after a redirect. */
@ApiExcludeController()
@Controller('tracing-requests/:id/redraft')
export class RedraftController {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly redraftRequest: RedraftRequest,
  ) {}

  @Get()
  @Permission('tracing_request.redraft')
  async show(@Visited() { actor, requestId, request, reply }: Visit): Promise<void> {
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (summary.direction !== 'outgoing' || summary.believedState === null)
      throw new DenialException({ code: 'ACTION_NOT_OPEN' });
    const page = await this.pages.contextOf(request);
    await this.pages.send(request, reply, <RedraftPage page={page} request={summary} once={randomUUID()} />);
  }

  @Post()
  @Permission('tracing_request.redraft')
  async redraft(@Visited() { actor, requestId, reply }: Visit, @Body() body: FlatForm): Promise<void> {
    const once = { key: onceIn(body), requestHash: requestHash('redraft', requestId) };
    const draft = respond(await this.redraftRequest.execute(actor, requestId, once));
    goOn(reply, `/tracing-requests/${draft.id}`);
  }
}
