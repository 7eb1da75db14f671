import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import type { FlatForm } from '@tracedesk/platform';
import {
  DelayDto,
  DelayResponse,
  RedirectDto,
  RedirectRequest,
  RequestAdditionalInformation,
  RequestInformationDto,
  SupplyInformation,
  SupplyInformationDto,
} from '@tracedesk/tracing';
import { supplyInput } from '../forms/move-inputs.js';
import { MoveForms, simple } from '../move-forms.service.js';
import { RedirectPage } from '../pages/redirect-pages.js';
import { RequestInformationPage, SupplyInformationPage } from '../pages/information-pages.js';
import { DelayPage } from '../pages/delay-page.js';
import { Visited, type Visit } from './visited.decorator.js';

/** What the two States say to each other before there is a response: not ours, tell us more, later. */
@ApiExcludeController()
@Controller('tracing-requests/:id')
export class BeforeResponseController {
  constructor(
    private readonly forms: MoveForms,
    private readonly redirectRequest: RedirectRequest,
    private readonly requestInformationOn: RequestAdditionalInformation,
    private readonly supplyInformationOn: SupplyInformation,
    private readonly delayResponse: DelayResponse,
  ) {}

  @Get('redirect')
  @Permission('tracing_request.redirect')
  showRedirect(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'redirect', simple(RedirectPage));
  }

  @Post('redirect')
  @Permission('tracing_request.redirect')
  redirect(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'redirect', {
      body,
      dto: RedirectDto,
      view: simple(RedirectPage),
      execute: (attempt, dto) => this.redirectRequest.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('request-information')
  @Permission('tracing_request.request_information')
  showRequestInformation(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'request_information', simple(RequestInformationPage));
  }

  @Post('request-information')
  @Permission('tracing_request.request_information')
  requestInformation(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'request_information', {
      body,
      dto: RequestInformationDto,
      view: simple(RequestInformationPage),
      execute: (attempt, dto) => this.requestInformationOn.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('supply-information')
  @Permission('tracing_request.supply_information')
  showSupplyInformation(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'supply_information', simple(SupplyInformationPage));
  }

  @Post('supply-information')
  @Permission('tracing_request.supply_information')
  supplyInformation(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'supply_information', {
      body,
      dto: SupplyInformationDto,
      input: supplyInput(body),
      view: simple(SupplyInformationPage),
      execute: (attempt, dto) => this.supplyInformationOn.execute(visit.actor, attempt, dto.toCommand()),
    });
  }

  @Get('delay')
  @Permission('tracing_request.delay')
  showDelay(@Visited() visit: Visit): Promise<void> {
    return this.forms.show(visit, 'delay', simple(DelayPage));
  }

  @Post('delay')
  @Permission('tracing_request.delay')
  delay(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    return this.forms.take(visit, 'delay', {
      body,
      dto: DelayDto,
      view: simple(DelayPage),
      execute: (attempt, dto) => this.delayResponse.execute(visit.actor, attempt, dto.toCommand()),
    });
  }
}
