import { Body, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { IfMatch, respond } from '@tracedesk/platform';
import {
  AmendDraft,
  DraftDto,
  DraftRequest,
  ListDto,
  ListRequests,
  ReadRequest,
  RedraftDto,
  RedraftRequest,
  RequestIdParam,
  type OnceKey,
  type Page,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { OnceOnly, tagged } from './headers.decorator.js';
import { DRAFT_EXAMPLES } from './openapi/examples.js';
import { Operation } from './openapi/operation.decorator.js';
import { nextPageLink } from './page-link.js';
import { TRACING_REQUESTS } from './routes.js';
import { RequestPageView, RequestSummaryView } from './views/request-summary.view.js';

@ApiController(TRACING_REQUESTS, 'Tracing requests')
export class TracingRequestsController {
  constructor(
    private readonly listRequests: ListRequests,
    private readonly draftRequest: DraftRequest,
    private readonly redraftRequest: RedraftRequest,
    private readonly readRequest: ReadRequest,
    private readonly amendDraft: AmendDraft,
  ) {}

  @Get()
  @Permission('tracing_request.list')
  @Operation({
    id: 'listTracingRequests',
    summary: "The State's requests, what is due first at the top; or its drafts, the newest first",
    answer: RequestPageView,
    gives: ['Link'],
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: ListDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Page<RequestSummary>> {
    const page = await this.listRequests.execute(actor, respond(query.toCommand()));
    if (page.next) void reply.header('link', nextPageLink(TRACING_REQUESTS, { ...query }, page.next));
    return page;
  }

  @Post()
  @Permission('tracing_request.draft')
  @HttpCode(201)
  @Operation({
    id: 'draftTracingRequest',
    summary: 'A new draft, which only the own State knows of',
    answer: RequestSummaryView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [413, 415],
  })
  @ApiBody({ type: DraftDto, examples: DRAFT_EXAMPLES })
  async draft(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: DraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    const summary = respond(await this.draftRequest.execute(actor, once, body.toCommand()));
    void reply.header('location', `/${TRACING_REQUESTS}/${summary.id}`);
    return tagged(reply, summary);
  }

  @Post(':id/redraft')
  @Permission('tracing_request.redraft')
  @HttpCode(201)
  @Operation({
    id: 'redraftTracingRequest',
    summary: 'After a redirect: a new draft with the whole question, to the State believed right or to another',
    answer: RequestSummaryView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [403, 404, 409, 413, 415, 422],
  })
  @ApiBody({ type: RedraftDto, required: false })
  async redraft(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @OnceOnly() once: OnceKey,
    @Body() body: RedraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    const summary = respond(await this.redraftRequest.execute(actor, requestId, once, body.toState()));
    void reply.header('location', `/${TRACING_REQUESTS}/${summary.id}`);
    return tagged(reply, summary);
  }

  @Get(':id')
  @Permission('tracing_request.read')
  @Operation({
    id: 'readTracingRequest',
    summary: 'One request with its clocks and what the reader may do now: open fields only',
    answer: RequestSummaryView,
    gives: ['ETag'],
    problems: [404],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.readRequest.execute(actor, requestId)));
  }

  @Patch(':id')
  @Permission('tracing_request.amend')
  @Operation({
    id: 'amendDraft',
    summary: 'Changes in a draft: what is left out stays, a section of the question replaces the one before it',
    answer: RequestSummaryView,
    takes: ['If-Match'],
    gives: ['ETag'],
    problems: [404, 409, 413, 415, 422],
  })
  async amend(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @IfMatch() version: number,
    @Body() body: DraftDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RequestSummary> {
    return tagged(reply, respond(await this.amendDraft.execute(actor, { requestId, version }, body.toCommand())));
  }
}
