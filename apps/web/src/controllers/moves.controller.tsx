import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import type { Result } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, statusOf, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import {
  AcknowledgeDto,
  AcknowledgeRequest,
  CloseDto,
  CloseRequest,
  DiscardDraft,
  ListRequests,
  NoWordsDto,
  ReadRequest,
  RespondDto,
  RespondToRequest,
  SubmitRequest,
  WithdrawDto,
  WithdrawRequest,
  type Action,
  type Attempt,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { ComponentType, VNode } from 'preact';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { closeInput, respondInput } from '../forms/move-inputs.js';
import { closedUp } from '../forms/draft-form.js';
import { AcknowledgePage, ClosePage, DiscardPage, SubmitPage, WithdrawPage } from '../pages/move-pages.js';
import type { MoveProps } from '../pages/move-page.js';
import { MORE_ITEMS } from '../pages/item-fields.js';
import { isResponseKind, RespondKindPage, RespondPage } from '../pages/respond-page.js';
import { Pages } from '../pages.service.js';
import { statusFor } from './draft.controller.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** The acts of the lifecycle: a page that says what will happen, and the act itself. */
@ApiExcludeController()
@Controller('tracing-requests/:id')
export class MovesController {
  constructor(
    private readonly pages: Pages,
    private readonly list: ListRequests,
    private readonly readRequest: ReadRequest,
    private readonly submitRequest: SubmitRequest,
    private readonly discardDraft: DiscardDraft,
    private readonly acknowledgeRequest: AcknowledgeRequest,
    private readonly respondToRequest: RespondToRequest,
    private readonly closeRequest: CloseRequest,
    private readonly withdrawRequest: WithdrawRequest,
  ) {}

  @Get('submit')
  @Permission('tracing_request.submit')
  showSubmit(@Visited() visit: Visit): Promise<void> {
    return this.#show(visit, 'submit', simple(SubmitPage));
  }

  @Post('submit')
  @Permission('tracing_request.submit')
  submit(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.#take(visit, 'submit', {
      body,
      dto: NoWordsDto,
      view: simple(SubmitPage),
      execute: (attempt) => this.submitRequest.execute(visit.actor, attempt),
    });
  }

  @Get('discard')
  @Permission('tracing_request.discard')
  showDiscard(@Visited() visit: Visit): Promise<void> {
    return this.#show(visit, 'discard', simple(DiscardPage));
  }

  @Post('discard')
  @Permission('tracing_request.discard')
  discard(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.#take(visit, 'discard', {
      body,
      dto: NoWordsDto,
      view: simple(DiscardPage),
      execute: (attempt) => this.discardDraft.execute(visit.actor, attempt),
      next: '/drafts?done=discard',
    });
  }

  @Get('acknowledge')
  @Permission('tracing_request.acknowledge')
  showAcknowledge(@Visited() visit: Visit): Promise<void> {
    return this.#show(visit, 'acknowledge', simple(AcknowledgePage));
  }

  @Post('acknowledge')
  @Permission('tracing_request.acknowledge')
  acknowledge(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.#take(visit, 'acknowledge', {
      body,
      dto: AcknowledgeDto,
      view: simple(AcknowledgePage),
      execute: (attempt, dto) => this.acknowledgeRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('respond')
  @Permission('tracing_request.respond')
  showRespond(@Visited() visit: Visit, @Query('kind') kind: string | undefined): Promise<void> {
    return this.#show(visit, 'respond', respondView(kind));
  }

  @Post('respond')
  @Permission('tracing_request.respond')
  respond(@Visited() visit: Visit, @Body() sent: FlatForm): Promise<void> {
    const body = closedUp(sent);
    if (body[MORE_ITEMS] !== undefined) return this.#show(visit, 'respond', respondView(body['kind']), body);
    return this.#take(visit, 'respond', {
      body,
      dto: RespondDto,
      input: respondInput(body),
      view: respondView(body['kind']),
      execute: (attempt, dto) => this.respondToRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('close')
  @Permission('tracing_request.close')
  async showClose(@Visited() visit: Visit): Promise<void> {
    await this.#show(visit, 'close', await this.#closeView(visit));
  }

  @Post('close')
  @Permission('tracing_request.close')
  async close(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    await this.#take(visit, 'close', {
      body,
      dto: CloseDto,
      input: closeInput(body),
      view: await this.#closeView(visit),
      execute: (attempt, dto) => this.closeRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('withdraw')
  @Permission('tracing_request.withdraw')
  showWithdraw(@Visited() visit: Visit): Promise<void> {
    return this.#show(visit, 'withdraw', simple(WithdrawPage));
  }

  @Post('withdraw')
  @Permission('tracing_request.withdraw')
  withdraw(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.#take(visit, 'withdraw', {
      body,
      dto: WithdrawDto,
      view: simple(WithdrawPage),
      execute: (attempt, dto) => this.withdrawRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  /** The page of an act, where it is open; where it is not any more, the conflict page says so. */
  async #show(
    visit: Visit,
    action: Action,
    view: MoveView,
    values: FlatForm = {},
    faults: ReadonlyMap<string, string> = NO_FAULTS,
  ): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (!summary.actions.includes(action)) throw new DenialException({ code: 'ACTION_NOT_OPEN' });
    const page = await this.pages.contextOf(request);
    // After a fault the version stays the one the person saw.
    const seen = values['_version'] === undefined ? summary : { ...summary, version: versionIn(values) };
    await this.pages.send(
      request,
      reply,
      view({ request: seen, form: { page, values, faults }, once: randomUUID() }),
      statusFor(faults),
    );
  }

  /** Takes the act, and confirms it on the request's page; a denial leads back to the form with every word kept. */
  async #take<Dto extends object>(
    visit: Visit,
    action: Action,
    { body, dto, input, view, execute, next }: Move<Dto>,
  ): Promise<void> {
    const { requestId, request, reply } = visit;
    const { language } = this.pages.contextWithout(request);
    const words = input ?? unflatten(body);
    const checked = validateInput(dto, words, { fromForm: true });
    if (!checked.ok) return this.#show(visit, action, view, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash(action, requestId, versionIn(body), words) };
    const taken = await execute({ requestId, version: versionIn(body), once }, checked.value);
    if (taken.ok) return goOn(reply, next ?? `/tracing-requests/${requestId}?done=${action}`);
    if (statusOf(taken.denial) !== UNPROCESSABLE || GONE.includes(taken.denial.code)) throw new DenialException(taken.denial);
    await this.#show(visit, action, view, body, denialText(taken.denial, language));
  }

  async #closeView(visit: Visit): Promise<MoveView> {
    const MOST_FOLLOWERS = 100;
    const [outgoing, drafts] = await Promise.all(
      (['outgoing', 'drafts'] as const).map((direction) => this.list.execute(visit.actor, { direction, limit: MOST_FOLLOWERS })),
    );
    const followers = [...(drafts?.items ?? []), ...(outgoing?.items ?? [])].filter(({ id }) => id !== visit.requestId);
    return (props) => <ClosePage {...props} followers={followers} />;
  }
}

type MoveView = (props: MoveProps) => VNode;

interface Move<Dto extends object> {
  readonly body: FlatForm;
  readonly dto: new () => Dto;
  /** The form in the shape of the DTO, where it is not simply its names unfolded. */
  readonly input?: Record<string, unknown>;
  readonly view: MoveView;
  readonly execute: (attempt: Attempt, dto: Dto) => Promise<Result<RequestSummary | string>>;
  readonly next?: string;
}

const UNPROCESSABLE = 422;
/** Denials that no correction of the form can cure. */
const GONE = ['ACTION_NOT_OPEN', 'ACTION_OF_OTHER_PARTY', 'IDEMPOTENCY_KEY_REUSED'];

function simple(Page: ComponentType<MoveProps>): MoveView {
  return (props) => <Page {...props} />;
}

function respondView(kind: unknown): MoveView {
  if (isResponseKind(kind)) return (props) => <RespondPage {...props} kind={kind} />;
  return ({ request, form }) => <RespondKindPage page={form.page} request={request} form={form} />;
}
