import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import type { FlatForm } from '@tracedesk/platform';
import {
  ClarifyDto,
  ClarifyResponse,
  ReopenDto,
  ReopenRequest,
  SeekClarification,
  SeekClarificationDto,
  SupplementDto,
  SupplementResponse,
} from '@tracedesk/tracing';
import { closedUp } from '../forms/draft-form.js';
import { respondInput } from '../forms/move-inputs.js';
import { MoveForms, simple } from '../move-forms.service.js';
import { MORE_ITEMS } from '../pages/item-fields.js';
import { ClarifyPage, SeekClarificationPage, SupplementPage } from '../pages/after-response-pages.js';
import { ReopenPage } from '../pages/redirect-pages.js';
import { Visited, type Visit } from './visited.decorator.js';

/** What is said once there is a response, or a redirect: clarified, added to, corrected, opened again. */
@ApiExcludeController()
@Controller('tracing-requests/:id')
export class AfterResponseController {
  constructor(
    private readonly forms: MoveForms,
    private readonly seekClarificationOf: SeekClarification,
    private readonly clarifyResponse: ClarifyResponse,
    private readonly supplementResponse: SupplementResponse,
    private readonly reopenRequest: ReopenRequest,
  ) {}

  @Get('seek-clarification')
  @Permission('tracing_request.seek_clarification')
  showSeekClarification(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'seek_clarification', simple(SeekClarificationPage));
  }

  @Post('seek-clarification')
  @Permission('tracing_request.seek_clarification')
  seekClarification(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'seek_clarification', {
      body,
      dto: SeekClarificationDto,
      view: simple(SeekClarificationPage),
      execute: (attempt, dto) => this.seekClarificationOf.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('clarify')
  @Permission('tracing_request.clarify')
  showClarify(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'clarify', simple(ClarifyPage));
  }

  @Post('clarify')
  @Permission('tracing_request.clarify')
  clarify(@Visited() visit: Visit, @Body() sent: FlatForm): Promise<void> {
    const body = closedUp(sent);
    if (body[MORE_ITEMS] !== undefined) return this.forms.show(visit, 'clarify', simple(ClarifyPage), body);
    return this.forms.take(visit, 'clarify', {
      body,
      dto: ClarifyDto,
      input: respondInput(body),
      view: simple(ClarifyPage),
      execute: (attempt, dto) => this.clarifyResponse.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('supplement')
  @Permission('tracing_request.supplement')
  showSupplement(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'supplement', simple(SupplementPage));
  }

  @Post('supplement')
  @Permission('tracing_request.supplement')
  supplement(@Visited() visit: Visit, @Body() sent: FlatForm): Promise<void> {
    const body = closedUp(sent);
    if (body[MORE_ITEMS] !== undefined) return this.forms.show(visit, 'supplement', simple(SupplementPage), body);
    return this.forms.take(visit, 'supplement', {
      body,
      dto: SupplementDto,
      input: respondInput(body),
      view: simple(SupplementPage),
      execute: (attempt, dto) => this.supplementResponse.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('reopen')
  @Permission('tracing_request.reopen')
  showReopen(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'reopen', simple(ReopenPage));
  }

  @Post('reopen')
  @Permission('tracing_request.reopen')
  reopen(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'reopen', {
      body,
      dto: ReopenDto,
      view: simple(ReopenPage),
      execute: (attempt, dto) => this.reopenRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }
}
