import { Body, HttpCode, Post } from '@nestjs/common';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import { SearchDto, SearchRequests, type FoundSummary } from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { TRACING_REQUESTS } from './routes.js';
import { SearchResultView } from './views/search.view.js';

@ApiController(TRACING_REQUESTS, 'Tracing requests')
export class SearchController {
  constructor(private readonly search: SearchRequests) {}

  /** A POST, because marks of an arm do not belong in an address. */
  @Post('search')
  @Permission('tracing_request.search')
  @HttpCode(200)
  @Operation({
    id: 'searchTracingRequests',
    summary: "The State's own drafts and requests about a firearm with these marks, and how each matches",
    answer: SearchResultView,
    problems: [413, 415, 429],
  })
  async find(@CurrentActor() actor: Officer, @Body() body: SearchDto): Promise<{ readonly items: readonly FoundSummary[] }> {
    return { items: respond(await this.search.execute(actor, body.toCommand())) };
  }
}
