import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import type { FlatForm } from '@tracedesk/platform';
import {
  AcknowledgeDto,
  AcknowledgeRequest,
  CloseDto,
  CloseRequest,
  DiscardDraft,
  ListRequests,
  NoWordsDto,
  RespondDto,
  RespondToRequest,
  SubmitRequest,
  WithdrawDto,
  WithdrawRequest,
} from '@tracedesk/tracing';
import { closeInput, respondInput } from '../forms/move-inputs.js';
import { closedUp } from '../forms/draft-form.js';
import { NO_FAULTS } from '../forms/faults.js';
import { MoveForms, simple, type MoveView } from '../move-forms.service.js';
import { AcknowledgePage, ClosePage, DiscardPage, SubmitPage, WithdrawPage } from '../pages/move-pages.js';
import { MORE_ITEMS } from '../pages/item-fields.js';
import { isResponseKind, RespondKindPage, RespondPage } from '../pages/respond-page.js';
import { Pages } from '../pages.service.js';
import { Visited, type Visit } from './visited.decorator.js';

/** The acts of the lifecycle: a page that says what will happen, and the act itself. */
@ApiExcludeController()
@Controller('tracing-requests/:id')
export class MovesController {
  constructor(
    private readonly forms: MoveForms,
    private readonly pages: Pages,
    private readonly list: ListRequests,
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
    return this.forms.show(visit, 'submit', simple(SubmitPage));
  }

  @Post('submit')
  @Permission('tracing_request.submit')
  submit(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'submit', {
      body,
      dto: NoWordsDto,
      view: simple(SubmitPage),
      execute: (attempt) => this.submitRequest.execute(visit.actor, attempt),
    });
  }

  @Get('discard')
  @Permission('tracing_request.discard')
  showDiscard(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'discard', simple(DiscardPage));
  }

  @Post('discard')
  @Permission('tracing_request.discard')
  discard(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'discard', {
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
    return this.forms.show(visit, 'acknowledge', simple(AcknowledgePage));
  }

  @Post('acknowledge')
  @Permission('tracing_request.acknowledge')
  acknowledge(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'acknowledge', {
      body,
      dto: AcknowledgeDto,
      view: simple(AcknowledgePage),
      execute: (attempt, dto) => this.acknowledgeRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('respond')
  @Permission('tracing_request.respond')
  showRespond(
    @Visited() visit: Visit,
    @Query('kind') kind: string | undefined,
    @Query('asked') asked: string | undefined,
  ): Promise<void> {
    const { t } = this.pages.contextWithout(visit.request);
    const faults = asked !== undefined && !isResponseKind(kind) ? new Map([['kind', t('respond.kind.needed')]]) : NO_FAULTS;
    return this.forms.show(visit, 'respond', respondView(kind), {}, faults);
  }

  @Post('respond')
  @Permission('tracing_request.respond')
  respond(@Visited() visit: Visit, @Body() sent: FlatForm): Promise<void> {
    const body = closedUp(sent);
    if (body[MORE_ITEMS] !== undefined) return this.forms.show(visit, 'respond', respondView(body['kind']), body);
    return this.forms.take(visit, 'respond', {
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
    await this.forms.show(visit, 'close', await this.#closeView(visit));
  }

  @Post('close')
  @Permission('tracing_request.close')
  async close(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    await this.forms.take(visit, 'close', {
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
    return this.forms.show(visit, 'withdraw', simple(WithdrawPage));
  }

  @Post('withdraw')
  @Permission('tracing_request.withdraw')
  withdraw(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'withdraw', {
      body,
      dto: WithdrawDto,
      view: simple(WithdrawPage),
      execute: (attempt, dto) => this.withdrawRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
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

function respondView(kind: unknown): MoveView {
  if (isResponseKind(kind)) return (props) => <RespondPage {...props} kind={kind} />;
  return ({ request, form }) => <RespondKindPage page={form.page} request={request} form={form} />;
}
