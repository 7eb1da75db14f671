import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { IfMatch, respond } from '@tracedesk/platform';
import {
  DraftFollowUp,
  NextRequestDto,
  NextRequestQuery,
  PreviewFollowUp,
  ReadFollowUp,
  RenewFollowUp,
  RequestIdParam,
  type FollowUpDrafted,
  type OnceKey,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { DisclosureHeader, OnceOnly, tagged } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { TRACING_REQUESTS } from './routes.js';
import { FollowUpFactsView, FollowUpPreviewView, FollowUpView } from './views/follow-up.view.js';
import { RequestSummaryView } from './views/request-summary.view.js';

@ApiController(TRACING_REQUESTS, 'Follow-ups')
export class FollowUpsController {
  constructor(
    private readonly preview: PreviewFollowUp,
    private readonly draft: DraftFollowUp,
    private readonly reading: ReadFollowUp,
    private readonly renewal: RenewFollowUp,
  ) {}

  @Post(':id/follow-up')
  @Permission('tracing_request.follow_up')
  @HttpCode(201)
  @Operation({
    id: 'draftFollowUp',
    summary: 'Drafts the request to the next State from what the earlier answers let travel on, and nothing else (ITI 15)',
    answer: FollowUpView,
    status: 201,
    takes: ['Idempotency-Key', 'Disclosure'],
    gives: ['Location'],
    problems: [413, 415, 422],
  })
  async begin(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @OnceOnly() once: OnceKey,
    @DisclosureHeader() disclosure: string | undefined,
    @Body() body: NextRequestDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<FollowUpDrafted> {
    const drafted = respond(await this.draft.execute(actor, once, disclosure, body.toCommand(requestId)));
    void reply.header('location', `/${TRACING_REQUESTS}/${drafted.request.id}`);
    return drafted;
  }

  @Get(':id/follow-up/preview')
  @Permission('tracing_request.follow_up')
  @Operation({
    id: 'previewFollowUp',
    summary: 'What a request to the next State would carry and what would be kept back, each with its rule (ITI 15): protected',
    answer: FollowUpPreviewView,
    takes: ['Disclosure'],
    problems: [404, 422],
  })
  async weigh(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @Query() query: NextRequestQuery,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<FollowUpPreviewView> {
    return FollowUpPreviewView.of(respond(await this.preview.execute(actor, requestId, disclosure, query.toState())));
  }

  @Get(':id/follow-up')
  @Permission('tracing_request.read_follow_up')
  @Operation({
    id: 'readFollowUp',
    summary:
      'Where the facts of a follow-up come from, under which rule, and whether they may still stay in or may now be taken in',
    answer: FollowUpFactsView,
    mayTake: ['Disclosure'],
    problems: [404],
  })
  async facts(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<FollowUpFactsView> {
    return FollowUpFactsView.of(respond(await this.reading.execute(actor, requestId, disclosure)));
  }

  @Post(':id/follow-up/renew')
  @Permission('tracing_request.renew_follow_up')
  @HttpCode(200)
  @Operation({
    id: 'renewFollowUp',
    summary: 'Puts into the draft anew what may travel now: after a consent was granted or withdrawn, or another State is asked',
    answer: RequestSummaryView,
    takes: ['If-Match'],
    gives: ['ETag'],
    problems: [404, 409, 422],
  })
  async renew(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @IfMatch() version: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.renewal.execute(actor, { requestId, version })));
  }
}
