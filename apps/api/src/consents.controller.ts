import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import {
  ActOnConsent,
  AskConsentDto,
  AskForConsent,
  ConsentIdParam,
  ConsentReasonDto,
  ConsentsQuery,
  GrantConsentDto,
  ReadConsents,
  UseConsentDto,
  type ConsentSummary,
} from '@tracedesk/confidentiality';
import type { Explanation } from '@tracedesk/deadlines';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { etagOf, IfMatch, respond } from '@tracedesk/platform';
import type { OnceKey } from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { ConsentAct } from './consent-act.decorator.js';
import { DisclosureHeader, OnceOnly } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { CONSENTS } from './routes.js';
import { ConsentListView, ConsentView, ConsentWordsView } from './views/consent.view.js';
import { ExplanationView } from './views/explanation.view.js';

@ApiController(CONSENTS, 'Consents')
export class ConsentsController {
  constructor(
    private readonly ask: AskForConsent,
    private readonly act: ActOnConsent,
    private readonly reads: ReadConsents,
  ) {}

  @Get()
  @Permission('consent.list')
  @Operation({
    id: 'listConsents',
    summary: 'Leave that the own State asked for or was asked for, newest first; at most 200',
    answer: ConsentListView,
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: ConsentsQuery,
  ): Promise<{ readonly items: readonly ConsentSummary[] }> {
    return { items: await this.reads.list(actor, query.toQuery()) };
  }

  @Post()
  @Permission('consent.ask')
  @HttpCode(201)
  @Operation({
    id: 'askForConsent',
    summary: 'Asks the State that gave information for leave to hand it on or to use it as evidence (ITI 15)',
    answer: ConsentView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [404, 413, 415, 422],
  })
  async begin(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: AskConsentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    const asked = respond(await this.ask.execute(actor, once, body.toCommand()));
    void reply.header('location', `/${CONSENTS}/${asked.id}`);
    return tagged(reply, asked);
  }

  @Get(':id')
  @Permission('consent.read')
  @Operation({
    id: 'readConsent',
    summary: 'One consent: open fields and its clock',
    answer: ConsentView,
    gives: ['ETag'],
    problems: [404],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    return tagged(reply, respond(await this.reads.one(actor, consentId)));
  }

  @Get(':id/words')
  @Permission('consent.read_words')
  @Operation({
    id: 'readConsentWords',
    summary: 'Purpose, reasons, conditions and the name of an authority: protected, under a disclosure of the request',
    answer: ConsentWordsView,
    takes: ['Disclosure'],
  })
  async words(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<ConsentWordsView> {
    return ConsentWordsView.of(respond(await this.reads.words(actor, consentId, disclosure)));
  }

  @Get(':id/deadline/explanation')
  @Permission('consent.read')
  @Operation({
    id: 'explainConsentDeadline',
    summary: 'How the date by which the giver has to answer was worked out',
    answer: ExplanationView,
    problems: [404],
  })
  async explanation(@CurrentActor() actor: Officer, @Param() { consentId }: ConsentIdParam): Promise<Explanation> {
    return respond(await this.reads.explainDeadline(actor, consentId));
  }

  @ConsentAct('grant', 'Allows it, for what of it, and until when')
  async grant(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: GrantConsentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    return tagged(reply, respond(await this.act.execute(actor, { consentId, version, once }, body.toCommand())));
  }

  @ConsentAct('refuse', 'Refuses it, with the reason')
  async refuse(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: ConsentReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    return tagged(reply, respond(await this.act.execute(actor, { consentId, version, once }, body.toCommand('refuse'))));
  }

  @ConsentAct('withdraw', 'Takes back what was granted: nothing is handed on under it from then on')
  async withdraw(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: ConsentReasonDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    return tagged(reply, respond(await this.act.execute(actor, { consentId, version, once }, body.toCommand('withdraw'))));
  }

  @ConsentAct('use', 'Enters that the information was handed on or used as allowed: both States read it')
  async use(
    @CurrentActor() actor: Officer,
    @Param() { consentId }: ConsentIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: UseConsentDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConsentSummary> {
    return tagged(reply, respond(await this.act.execute(actor, { consentId, version, once }, body.toCommand())));
  }
}

function tagged(reply: FastifyReply, consent: ConsentSummary): ConsentSummary {
  void reply.header('etag', etagOf(consent.version));
  return consent;
}
