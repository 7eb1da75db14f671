import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ReadConsents } from '@tracedesk/confidentiality';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import { ExplainDeadline, ReadRequest } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ExplanationPage } from '../pages/explanation-page.js';
import { Pages } from '../pages.service.js';
import { consentIdOf } from './consents.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** "How was this date worked out?", for both parties. */
@ApiExcludeController()
@Controller('tracing-requests/:id/deadlines')
export class ExplanationController {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly explainDeadline: ExplainDeadline,
  ) {}

  @Get(':clock')
  @Permission('tracing_request.read_deadlines')
  async show(@Visited() { actor, requestId, request, reply }: Visit, @Param('clock') clock: string): Promise<void> {
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const explanation = respond(await this.explainDeadline.execute(actor, requestId, clock));
    const page = await this.pages.contextOf(request);
    const of = { kind: 'request', id: requestId, reference: summary.reference } as const;
    await this.pages.send(request, reply, <ExplanationPage page={page} of={of} explanation={explanation} />);
  }
}

/** The same for the date by which a consent has to be answered. */
@ApiExcludeController()
@Controller('consents/:id/deadline')
export class ConsentExplanationController {
  constructor(
    private readonly pages: Pages,
    private readonly consents: ReadConsents,
  ) {}

  @Get()
  @Permission('consent.read')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const consent = respond(await this.consents.one(actor, consentIdOf(id)));
    const explanation = respond(await this.consents.explainDeadline(actor, consent.id));
    const page = await this.pages.contextOf(request);
    const of = { kind: 'consent', id: consent.id, reference: consent.reference } as const;
    await this.pages.send(request, reply, <ExplanationPage page={page} of={of} explanation={explanation} />);
  }
}
