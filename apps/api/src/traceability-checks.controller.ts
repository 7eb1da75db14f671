import { Body, HttpCode, Post } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import { CheckTraceability, CheckTraceabilityDto } from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { DisclosureHeader } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { API } from './routes.js';
import { TraceabilityReportView } from './views/other.view.js';

@ApiController(`${API}/traceability-checks`, 'Traceability checks')
export class TraceabilityChecksController {
  constructor(private readonly checkTraceability: CheckTraceability) {}

  @Post()
  @Permission('tracing_request.check')
  @HttpCode(200)
  @Operation({
    id: 'checkTraceability',
    summary:
      'What would make the trace fail, why and how sure; counts as read for this version of the draft; warnings may be overridden with a reason',
    answer: TraceabilityReportView,
    mayTake: ['Disclosure'],
    problems: [404, 409, 412, 413, 415],
  })
  async check(
    @CurrentActor() actor: Officer,
    @Body() body: CheckTraceabilityDto,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<TraceabilityReportView> {
    const { requestId, overrides } = body.toCommand();
    return TraceabilityReportView.of(respond(await this.checkTraceability.execute(actor, requestId, overrides, disclosure)));
  }
}
