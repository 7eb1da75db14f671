import { Body, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBody } from '@nestjs/swagger';
import { Directory } from '@tracedesk/directory';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond, UnitOfWork } from '@tracedesk/platform';
import {
  BatchActs,
  BatchDto,
  BatchIdParam,
  BatchRowsDto,
  CheckBatchDto,
  DraftBatch,
  ReadBatches,
  type BatchInGroups,
  type OnceKey,
  type RequestBatch,
} from '@tracedesk/tracing';
import type { FastifyReply } from 'fastify';
import { ApiController } from './api-controller.decorator.js';
import { DisclosureHeader, OnceOnly } from './headers.decorator.js';
import { BATCH_EXAMPLES } from './openapi/examples.js';
import { Operation } from './openapi/operation.decorator.js';
import { REQUEST_BATCHES } from './routes.js';
import {
  BatchFirearmsView,
  BatchInGroupsView,
  CheckedBatchView,
  RequestBatchListView,
  SubmittedBatchView,
} from './views/batch.view.js';

@ApiController(REQUEST_BATCHES, 'Batches of requests')
export class BatchesController {
  constructor(
    private readonly drafting: DraftBatch,
    private readonly reads: ReadBatches,
    private readonly acts: BatchActs,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
  ) {}

  @Get()
  @Permission('request_batch.list')
  @Operation({
    id: 'listRequestBatches',
    summary: "The own State's batches of requests, newest first; at most 200",
    answer: RequestBatchListView,
  })
  async list(@CurrentActor() actor: Officer): Promise<{ readonly items: readonly RequestBatch[] }> {
    return { items: await this.reads.list(actor) };
  }

  @Post()
  @Permission('request_batch.draft')
  @HttpCode(201)
  @Operation({
    id: 'draftRequestBatch',
    summary: 'One draft for each of up to 200 firearms with one common part: all of them or none; nothing is asked yet',
    answer: BatchInGroupsView,
    status: 201,
    takes: ['Idempotency-Key'],
    gives: ['Location'],
    problems: [413, 415, 422],
  })
  @ApiBody({ type: BatchDto, examples: BATCH_EXAMPLES })
  async draft(
    @CurrentActor() actor: Officer,
    @OnceOnly() once: OnceKey,
    @Body() body: BatchDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchInGroups> {
    const batch = respond(await this.drafting.execute(actor, once, body.toCommand()));
    void reply.header('location', `/${REQUEST_BATCHES}/${batch.id}`);
    return batch;
  }

  @Get(':id')
  @Permission('request_batch.read')
  @Operation({
    id: 'readRequestBatch',
    summary: 'One batch in its groups, with status and traceability check of each request: open fields',
    answer: BatchInGroupsView,
    problems: [404],
  })
  async read(@CurrentActor() actor: Officer, @Param() { batchId }: BatchIdParam): Promise<BatchInGroups> {
    return respond(await this.reads.one(actor, batchId));
  }

  @Get(':id/firearms')
  @Permission('request_batch.read_firearms')
  @Operation({
    id: 'readBatchFirearms',
    summary: 'What the groups have in common and which firearms they hold: protected, under a disclosure of the batch',
    answer: BatchFirearmsView,
    takes: ['Disclosure'],
  })
  async firearms(
    @CurrentActor() actor: Officer,
    @Param() { batchId }: BatchIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<BatchFirearmsView> {
    const groups = respond(await this.reads.firearms(actor, batchId, disclosure));
    const proposed = groups.reveal().flatMap(({ firearms }) => firearms.flatMap(({ proposal }) => proposal?.state ?? []));
    const parties = await this.work.read(actor, (tx) => this.directory.parties(tx, [...new Set(proposed)], tx.now));
    return BatchFirearmsView.of(groups, new Set(parties.filter(({ reachable }) => reachable).map(({ code }) => code)));
  }

  @Post(':id/check')
  @Permission('request_batch.check')
  @HttpCode(200)
  @Operation({
    id: 'checkRequestBatch',
    summary: 'The traceability check of these drafts was read; one reason may override a warning wherever it asks for an answer',
    answer: CheckedBatchView,
    problems: [404, 413, 415, 422],
  })
  async check(
    @CurrentActor() actor: Officer,
    @Param() { batchId }: BatchIdParam,
    @Body() body: CheckBatchDto,
  ): Promise<CheckedBatchView> {
    return { items: respond(await this.acts.check(actor, { batchId, rows: body.toRows() }, body.toOverrides())) };
  }

  @Post(':id/submit')
  @Permission('request_batch.submit')
  @HttpCode(200)
  @Operation({
    id: 'submitRequestBatch',
    summary: 'Submits requests of the batch one by one, each under the rules of a single one; tells what became of each',
    answer: SubmittedBatchView,
    takes: ['Idempotency-Key'],
    problems: [404, 413, 415, 422],
  })
  async submit(
    @CurrentActor() actor: Officer,
    @Param() { batchId }: BatchIdParam,
    @OnceOnly() once: OnceKey,
    @Body() body: BatchRowsDto,
  ): Promise<SubmittedBatchView> {
    return SubmittedBatchView.of(respond(await this.acts.submit(actor, { batchId, rows: body.toRows() }, once)));
  }
}
