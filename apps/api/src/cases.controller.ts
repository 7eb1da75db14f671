import { Body, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { idOf, type CaseId, type Officer, type RequestId } from '@tracedesk/kernel';
import { etagOf, IfMatch, respond } from '@tracedesk/platform';
import {
  CaseIdParam,
  ConcludeCaseDto,
  JoinCaseDto,
  KeepCase,
  MergeCaseDto,
  MergeCases,
  OpenCaseDto,
  ReadCases,
  TallyQuery,
  type OnceKey,
  type Tally,
  type WeaponCase,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { DisclosureHeader, OnceOnly } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { CASES } from './routes.js';
import { ChainView, TallyView, WeaponCaseListView, WeaponCaseView } from './views/case.view.js';

const EVER = { from: '1900-01-01', until: '9000-12-31' };

@ApiController(CASES, 'Cases')
export class CasesController {
  constructor(
    private readonly keep: KeepCase,
    private readonly reads: ReadCases,
    private readonly mergeCases: MergeCases,
  ) {}

  @Get()
  @Permission('weapon_case.list')
  @Operation({
    id: 'listCases',
    summary: "The own State's cases, one for each weapon, newest first; at most 200",
    answer: WeaponCaseListView,
  })
  async list(@CurrentActor() actor: Officer): Promise<WeaponCaseListView> {
    return { items: (await this.reads.list(actor)).map((weapon) => WeaponCaseView.of(weapon)) };
  }

  @Post()
  @Permission('weapon_case.open')
  @HttpCode(201)
  @Operation({
    id: 'openCase',
    summary: 'Opens the case of one weapon, with or without requests to other States',
    answer: WeaponCaseView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [404, 413, 415, 422],
  })
  async open(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: OpenCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WeaponCaseView> {
    const opened = respond(await this.keep.open(actor, once, body.toCommand()));
    void reply.header('location', `/${CASES}/${opened.id}`);
    return tagged(reply, opened);
  }

  // `tally` stands before `:id`.
  @Get('tally')
  @Permission('weapon_case.tally')
  @Operation({
    id: 'tallyCases',
    summary: 'Numerator and denominator of indicator 16.4.2 over the cases opened within these days: one weapon counts once',
    answer: TallyView,
  })
  async tally(@CurrentActor() actor: Officer, @Query() { from = EVER.from, until = EVER.until }: TallyQuery): Promise<Tally> {
    return this.reads.tally(actor, { from, until });
  }

  @Get(':id')
  @Permission('weapon_case.read')
  @Operation({ id: 'readCase', summary: 'One case: open fields', answer: WeaponCaseView, gives: ['ETag'], problems: [404] })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { caseId }: CaseIdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WeaponCaseView> {
    return tagged(reply, respond(await this.reads.one(actor, caseId)));
  }

  @Get(':id/chain')
  @Permission('weapon_case.read_chain')
  @Operation({
    id: 'readChain',
    summary:
      "The arm's way as the answers tell it, with gaps, loops and contradictions: protected, under a disclosure of the case",
    answer: ChainView,
    takes: ['Disclosure'],
  })
  async chain(
    @CurrentActor() actor: Officer,
    @Param() { caseId }: CaseIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<ChainView> {
    return ChainView.of(respond(await this.reads.chain(actor, caseId, disclosure)));
  }

  @Post(':id/requests')
  @Permission('weapon_case.join')
  @HttpCode(200)
  @Operation({
    id: 'joinCase',
    summary: 'Adds a request or a draft of the own State to the case of its weapon',
    answer: WeaponCaseView,
    takes: ['Idempotency-Key'],
    gives: ['ETag'],
    problems: [404, 413, 415, 422],
  })
  async join(
    @CurrentActor() actor: Officer,
    @Param() { caseId }: CaseIdParam,
    @OnceOnly() once: OnceKey,
    @Body() { requestId }: JoinCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WeaponCaseView> {
    return tagged(reply, respond(await this.keep.join(actor, caseId, once, idOf<RequestId>(requestId))));
  }

  @Post(':id/merge')
  @Permission('weapon_case.merge')
  @HttpCode(200)
  @Operation({
    id: 'mergeCases',
    summary: 'Takes another case of the same weapon up into this one, so that the weapon counts once',
    answer: WeaponCaseView,
    takes: ['If-Match', 'Idempotency-Key'],
    gives: ['ETag'],
    problems: [404, 413, 415, 422],
  })
  async merge(
    @CurrentActor() actor: Officer,
    @Param() { caseId }: CaseIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: MergeCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WeaponCaseView> {
    const merged = await this.mergeCases.execute(actor, { caseId, version, once }, idOf<CaseId>(body.caseId));
    return tagged(reply, respond(merged));
  }

  @Post(':id/conclude')
  @Permission('weapon_case.conclude')
  @HttpCode(200)
  @Operation({
    id: 'concludeCase',
    summary: 'Says where the arm became illicit, by tracing or by an authority, or that this is not established (ITI 5)',
    answer: WeaponCaseView,
    takes: ['If-Match', 'Idempotency-Key'],
    gives: ['ETag'],
    problems: [404, 413, 415, 422],
  })
  async conclude(
    @CurrentActor() actor: Officer,
    @Param() { caseId }: CaseIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: ConcludeCaseDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<WeaponCaseView> {
    return tagged(reply, respond(await this.keep.conclude(actor, { caseId, version, once }, body.toCommand())));
  }
}

function tagged(reply: FastifyReply, found: WeaponCase): WeaponCaseView {
  void reply.header('etag', etagOf(found.version));
  return WeaponCaseView.of(found);
}
