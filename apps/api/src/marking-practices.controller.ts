import { Body, Get, HttpCode, Param, Post, Put, Query, Res } from '@nestjs/common';
import {
  MarkingPracticeDto,
  MarkingPracticeIdParam,
  MarkingPracticesQuery,
  MarkingPracticeView,
  ReadMarkingPractices,
  SaveMarkingPractice,
  SearchMarkingPracticesDto,
  type MarkingPractice,
} from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { etagOf, IfMatch, respond } from '@tracedesk/platform';
import type { OnceKey } from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { OnceOnly } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { MarkingPracticeListView } from './views/directory.view.js';

const MARKING_PRACTICES = `${API}/marking-practices`;

@ApiController(MARKING_PRACTICES, 'Directory')
export class MarkingPracticesController {
  constructor(
    private readonly practices: ReadMarkingPractices,
    private readonly save: SaveMarkingPractice,
  ) {}

  @Get()
  @Permission('marking_practice.list')
  @Operation({
    id: 'listMarkingPractices',
    summary: 'How States mark arms (ITI 31(b)), by kind of mark and State; at most 200',
    answer: MarkingPracticeListView,
  })
  async list(
    @CurrentActor() actor: Officer,
    @Query() query: MarkingPracticesQuery,
  ): Promise<{ readonly items: readonly MarkingPractice[] }> {
    return { items: await this.practices.search(actor, query.toSearch()) };
  }

  /** A POST, because marks of an arm do not belong in an address. */
  @Post('search')
  @Permission('marking_practice.list')
  @HttpCode(200)
  @Operation({
    id: 'searchMarkingPractices',
    summary: 'The same by words as well; at most 200',
    answer: MarkingPracticeListView,
    problems: [413, 415],
  })
  async search(
    @CurrentActor() actor: Officer,
    @Body() body: SearchMarkingPracticesDto,
  ): Promise<{ readonly items: readonly MarkingPractice[] }> {
    return { items: await this.practices.search(actor, body.toSearch()) };
  }

  @Post()
  @Permission('marking_practice.add')
  @HttpCode(201)
  @Operation({
    id: 'addMarkingPractice',
    summary: 'Says how the own State marks arms',
    answer: MarkingPracticeView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['ETag', 'Location'],
    problems: [413, 415, 422],
  })
  async add(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: MarkingPracticeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MarkingPractice> {
    const added = respond(await this.save.add(actor, body.toDetails(), once));
    void reply.header('location', `/${MARKING_PRACTICES}/${added.id}`);
    return tagged(reply, added);
  }

  @Get(':id')
  @Permission('marking_practice.list')
  @Operation({
    id: 'readMarkingPractice',
    summary: 'One practice',
    answer: MarkingPracticeView,
    gives: ['ETag'],
    problems: [404],
  })
  async read(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MarkingPractice> {
    return tagged(reply, respond(await this.practices.one(actor, id)));
  }

  @Put(':id')
  @Permission('marking_practice.amend')
  @Operation({
    id: 'amendMarkingPractice',
    summary: 'Says a practice of the own State anew',
    answer: MarkingPracticeView,
    takes: ['If-Match', 'Idempotency-Key'],
    gives: ['ETag'],
    problems: [404, 413, 415, 422],
  })
  async amend(
    @CurrentActor() actor: Officer,
    @Param() { id }: MarkingPracticeIdParam,
    @IfMatch() version: number,
    @OnceOnly() once: OnceKey,
    @Body() body: MarkingPracticeDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MarkingPractice> {
    return tagged(reply, respond(await this.save.amend(actor, { id, version }, body.toDetails(), once)));
  }
}

function tagged(reply: FastifyReply, practice: MarkingPractice): MarkingPractice {
  void reply.header('etag', etagOf(practice.version));
  return practice;
}
