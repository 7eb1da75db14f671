import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Permission } from '@tracedesk/identity';
import { respond } from '@tracedesk/platform';
import { ReadKeptCheck, ReadRequest } from '@tracedesk/tracing';
import { KeptCheckPage } from '../pages/kept-check-page.js';
import { Pages } from '../pages.service.js';
import { Readings } from '../readings.service.js';
import { purposesOf } from './request.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** The traceability check as it was read before a submission: the requesting State's alone. */
@ApiExcludeController()
@Controller('tracing-requests/:id/traceability-check')
export class KeptCheckController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly readRequest: ReadRequest,
    private readonly readKeptCheck: ReadKeptCheck,
  ) {}

  @Get()
  @Permission('tracing_request.read_check')
  async show(@Visited() { actor, requestId, request, reply }: Visit): Promise<void> {
    const reading = await this.readings.current(actor, requestId);
    const check = respond(await this.readKeptCheck.execute(actor, requestId, reading?.id));
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const page = await this.pages.contextOf(request);
    const mayOpen = purposesOf(actor.role).length > 0;
    await this.pages.send(
      request,
      reply,
      <KeptCheckPage page={page} request={summary} check={check} reading={reading} mayOpen={mayOpen} />,
    );
  }
}
