import { Controller, Get, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import { respond } from '@tracedesk/platform';
import { ExplainDeadline, ReadRequest } from '@tracedesk/tracing';
import { ExplanationPage } from '../pages/explanation-page.js';
import { Pages } from '../pages.service.js';
import { Visited, type Visit } from './visited.decorator.js';

/** "How was this date worked out?", for both parties. */
@ApiExcludeController()
@Controller('tracing-requests/:id/deadlines')
export class ExplanationController {
  constructor(
    private readonly pages: Pages,
    private readonly readRequest: ReadRequest,
    private readonly explainDeadline: ExplainDeadline,
  ) {}

  @Get(':clock')
  @Permission('tracing_request.read_deadlines')
  async show(@Visited() { actor, requestId, request, reply }: Visit, @Param('clock') clock: string): Promise<void> {
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const explanation = respond(await this.explainDeadline.execute(actor, requestId, clock));
    const page = await this.pages.contextOf(request);
    await this.pages.send(request, reply, <ExplanationPage page={page} request={summary} explanation={explanation} />);
  }
}
