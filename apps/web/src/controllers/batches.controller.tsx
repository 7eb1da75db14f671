import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentActor, mayAct, Permission } from '@tracedesk/identity';
import { idOf, isUuid, type BatchId, type Officer } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, validateInput, type FlatForm } from '@tracedesk/platform';
import { BatchActs, BatchRowsDto, CheckBatchDto, ReadBatches } from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { VNode } from 'preact';
import { BatchContents } from '../batch-contents.service.js';
import { rowsIn } from '../forms/batch-form.js';
import { faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn } from '../forms/form-keys.js';
import { atTheirPlaces, overridesIn } from '../forms/override-form.js';
import { BatchCheckPage, BatchReportPage, BatchSubmitPage, type BatchActProps } from '../pages/batch-act-pages.js';
import { BatchesPage, BatchPage } from '../pages/batch-pages.js';
import { Pages } from '../pages.service.js';
import { WEB_PERMISSIONS } from '../permissions.js';
import { statusFor } from './draft.controller.js';
import { purposesOf } from './request.controller.js';
import { goOn } from './sign-in.controller.js';

/** Requests drafted together: their groups, the check of many at once, and what became of each when they were submitted. */
@ApiExcludeController()
@Controller('request-batches')
export class BatchPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly contents: BatchContents,
    private readonly reads: ReadBatches,
    private readonly acts: BatchActs,
  ) {}

  @Get()
  @Permission('request_batch.list')
  async list(@CurrentActor() actor: Officer, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const [page, batches] = await Promise.all([this.pages.contextOf(request), this.reads.list(actor)]);
    const mayDraft = mayAct(WEB_PERMISSIONS, actor.role, 'request_batch.draft');
    await this.pages.send(request, reply, <BatchesPage page={page} batches={batches} mayDraft={mayDraft} />);
  }

  @Get(':id')
  @Permission('request_batch.read')
  async show(
    @CurrentActor() actor: Officer,
    @Param('id') id: string,
    @Query('done') done: string | undefined,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const content = await this.contents.of(actor, batchIdFrom(id), request);
    const page = await this.pages.contextOf(request);
    const mayRead = purposesOf(actor.role).length > 0;
    const acts = mayAct(WEB_PERMISSIONS, actor.role, 'request_batch.submit');
    const note = done === 'checked' ? page.t('batch.check.done') : null;
    await this.pages.send(
      request,
      reply,
      <BatchPage page={page} content={content} mayAct={acts} mayRead={mayRead} done={note} />,
    );
  }

  @Get(':id/groups/:group/check')
  @Permission('request_batch.check')
  async showCheck(
    @CurrentActor() actor: Officer,
    @Param() at: At,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showAct(actor, at, request, reply, (props) => <BatchCheckPage {...props} />);
  }

  @Post(':id/groups/:group/check')
  @Permission('request_batch.check')
  async check(
    @CurrentActor() actor: Officer,
    @Param() at: At,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { language, t } = this.pages.contextWithout(request);
    const batchId = batchIdFrom(at.id);
    const again = (faults: ReadonlyMap<string, string>): Promise<void> =>
      this.#showAct(actor, at, request, reply, (props) => <BatchCheckPage {...props} />, body, faults);
    const { overrides, places } = overridesIn(body);
    const checked = validateInput(CheckBatchDto, { requests: rowsIn(body), overrides });
    if (!checked.ok) return again(atTheirPlaces(faultTexts(checked.faults, language), places));
    const which = { batchId, rows: checked.value.toRows() };
    const report = respond(await this.acts.check(actor, which, checked.value.toOverrides()));
    const stale = report.filter(({ problem }) => problem !== null).length;
    if (stale > 0) return again(new Map([['', t('batch.check.stale', { count: stale })]]));
    goOn(reply, `/request-batches/${batchId}?done=checked`);
  }

  @Get(':id/groups/:group/submit')
  @Permission('request_batch.submit')
  async showSubmit(
    @CurrentActor() actor: Officer,
    @Param() at: At,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#showAct(actor, at, request, reply, (props) => <BatchSubmitPage {...props} />);
  }

  @Post(':id/groups/:group/submit')
  @Permission('request_batch.submit')
  async submit(
    @CurrentActor() actor: Officer,
    @Param() at: At,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const batchId = batchIdFrom(at.id);
    const requests = rowsIn(body);
    const checked = validateInput(BatchRowsDto, { requests });
    if (!checked.ok) throw new DenialException({ code: 'VALIDATION_FAILED' }, checked.faults);
    const once = { key: onceIn(body), requestHash: requestHash('request_batch.submit', batchId, requests) };
    const rows = respond(await this.acts.submit(actor, { batchId, rows: checked.value.toRows() }, once));
    const page = await this.pages.contextOf(request);
    const view = <BatchReportPage page={page} batchPath={`/request-batches/${batchId}`} rows={rows} />;
    await this.pages.send(request, reply, view);
  }

  async #showAct(
    actor: Officer,
    { id, group }: At,
    request: FastifyRequest,
    reply: FastifyReply,
    view: (props: BatchActProps) => VNode,
    values: FlatForm = {},
    faults: ReadonlyMap<string, string> = NO_FAULTS,
  ): Promise<void> {
    const chosen = await this.contents.chosen(actor, batchIdFrom(id), group, request);
    // Nothing is left to do where all was sent: the batch itself says so.
    if (chosen.requests.every(({ status }) => status !== 'draft')) return goOn(reply, `/request-batches/${id}`);
    const page = await this.pages.contextOf(request);
    const form = { page, values, faults };
    await this.pages.send(request, reply, view({ form, chosen, once: randomUUID() }), statusFor(faults));
  }
}

interface At {
  readonly id: string;
  readonly group: string;
}

/** The batch an address names; what is no id names none. */
export function batchIdFrom(text: string): BatchId {
  if (!isUuid(text)) throw new DenialException({ code: 'BATCH_NOT_FOUND' });
  return idOf<BatchId>(text);
}
