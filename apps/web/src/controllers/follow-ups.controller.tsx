import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Directory } from '@tracedesk/directory';
import { Permission } from '@tracedesk/identity';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import {
  DenialException,
  requestHash,
  respond,
  statusOf,
  unflatten,
  UnitOfWork,
  validateInput,
  type FlatForm,
} from '@tracedesk/platform';
import { DraftFollowUp, NextRequestDto, PreviewFollowUp, ReadRequest, RenewFollowUp } from '@tracedesk/tracing';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { FollowUpPage } from '../pages/follow-up-page.js';
import { Pages } from '../pages.service.js';
import { Readings } from '../readings.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** The request to the next State of a chain: weighed, drafted, and put right when a consent comes or goes (ITI 15). */
@ApiExcludeController()
@Controller('tracing-requests/:id/follow-ups')
export class FollowUpPagesController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly readRequest: ReadRequest,
    private readonly previewFollowUp: PreviewFollowUp,
    private readonly draftFollowUp: DraftFollowUp,
    private readonly renewFollowUp: RenewFollowUp,
  ) {}

  @Get('new')
  @Permission('tracing_request.follow_up')
  async begin(@Visited() visit: Visit): Promise<void> {
    await this.#show(visit, null, NO_FAULTS);
  }

  /** Weighs for another State, or drafts. Which State it is stands in the form: an address tells nobody where a trace leads. */
  @Post('new')
  @Permission('tracing_request.follow_up')
  async draft(@Visited() visit: Visit, @Body() { _step, ...body }: FlatForm): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const { language } = this.pages.contextWithout(request);
    const input = unflatten(body);
    const checked = validateInput(NextRequestDto, input, { fromForm: true });
    if (!checked.ok) return this.#show(visit, null, faultTexts(checked.faults, language));
    const to = stateCode(checked.value.requestedState);
    if (_step === 'weigh') return this.#show(visit, to, NO_FAULTS);
    const once = { key: onceIn(body), requestHash: requestHash('follow_up', requestId, input) };
    const reading = await this.#reading(visit);
    if (!reading) return;
    const drafted = await this.draftFollowUp.execute(actor, once, reading, checked.value.toCommand(requestId));
    if (drafted.ok) return goOn(reply, `/tracing-requests/${drafted.value.request.id}?done=followUp`);
    if (drafted.denial.field === undefined) throw new DenialException(drafted.denial);
    await this.#show(visit, null, denialText(drafted.denial, language));
  }

  @Post('renew')
  @Permission('tracing_request.renew_follow_up')
  async renew(@Visited() { actor, requestId, reply }: Visit, @Body() body: FlatForm): Promise<void> {
    respond(await this.renewFollowUp.execute(actor, { requestId, version: versionIn(body) }));
    goOn(reply, `/tracing-requests/${requestId}?done=renewed`);
  }

  async #show(visit: Visit, to: StateCode | null, faults: ReadonlyMap<string, string>): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const reading = await this.#reading(visit);
    if (!reading) return;
    const preview = respond(await this.previewFollowUp.execute(actor, requestId, reading, to));
    const states = await this.work.read(actor, (tx) => this.directory.states(tx));
    const askable = states.filter(({ code, active }) => active && code !== actor.state).map(({ code }) => code);
    const page = await this.pages.contextOf(request);
    const form = { page, values: { requestedState: preview.requestedState ?? '' }, faults };
    const view = <FollowUpPage form={form} request={summary} preview={preview} askable={askable} once={randomUUID()} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  /** The sitting that the answers are open in. Whoever works on the request reads them as their own task; anybody else says first what for. */
  async #reading({ actor, requestId, request, reply }: Visit): Promise<string | null> {
    const known = await this.readings.current(actor, requestId);
    if (known) return known.id;
    const opened = await this.readings.openAsTask(actor, requestId, request);
    if (opened.ok) return opened.value.id;
    if (statusOf(opened.denial) === 404) throw new DenialException(opened.denial);
    goOn(reply, `/tracing-requests/${requestId}/content`);
    return null;
  }
}
