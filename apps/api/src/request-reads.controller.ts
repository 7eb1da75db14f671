import { Get, Param } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import type { TimelineEntry } from '@tracedesk/audit';
import { CLOCK_NAMES, type Explanation } from '@tracedesk/deadlines';
import { CurrentActor, Permission } from '@tracedesk/identity';
import type { Officer } from '@tracedesk/kernel';
import { respond } from '@tracedesk/platform';
import {
  ExplainDeadline,
  ReadDeadlines,
  ReadKeptCheck,
  ReadQuestion,
  ReadResponses,
  ReadTimeline,
  RequestClockParam,
  RequestIdParam,
  type DeadlineSummary,
} from '@tracedesk/tracing';
import { ApiController } from './api-controller.decorator.js';
import { DisclosureHeader } from './headers.decorator.js';
import { Operation } from './openapi/operation.decorator.js';
import { TRACING_REQUESTS } from './routes.js';
import { QuestionView, ResponseListView, TimelineView } from './views/content.view.js';
import { ExplanationView } from './views/explanation.view.js';
import { KeptCheckView } from './views/kept-check.view.js';
import { DeadlineListView } from './views/request-summary.view.js';

interface Items<Item> {
  readonly items: readonly Item[];
}

@ApiController(TRACING_REQUESTS, 'Reading a request')
export class RequestReadsController {
  constructor(
    private readonly readTimeline: ReadTimeline,
    private readonly readDeadlines: ReadDeadlines,
    private readonly explainDeadline: ExplainDeadline,
    private readonly readKeptCheck: ReadKeptCheck,
    private readonly readQuestion: ReadQuestion,
    private readonly readResponses: ReadResponses,
  ) {}

  @Get(':id/timeline')
  @Permission('tracing_request.read_timeline')
  @Operation({
    id: 'readTimeline',
    summary: 'What happened to the request, from the log, oldest first',
    answer: TimelineView,
    problems: [404],
  })
  async timeline(@CurrentActor() actor: Officer, @Param() { requestId }: RequestIdParam): Promise<Items<TimelineEntry>> {
    return { items: respond(await this.readTimeline.execute(actor, requestId)) };
  }

  @Get(':id/deadlines')
  @Permission('tracing_request.read_deadlines')
  @Operation({
    id: 'readDeadlines',
    summary: 'The clocks of the request: whose, due when, missed or not',
    answer: DeadlineListView,
    problems: [404],
  })
  async deadlines(@CurrentActor() actor: Officer, @Param() { requestId }: RequestIdParam): Promise<Items<DeadlineSummary>> {
    return { items: respond(await this.readDeadlines.execute(actor, requestId)) };
  }

  @Get(':id/deadlines/:clock/explanation')
  @Permission('tracing_request.read_deadlines')
  @ApiParam({ name: 'clock', enum: CLOCK_NAMES })
  @Operation({
    id: 'explainDeadline',
    summary: 'How the due date of a clock was worked out, line by line, with all it takes to work it out again',
    answer: ExplanationView,
    problems: [404],
  })
  async explanation(@CurrentActor() actor: Officer, @Param() { requestId, clock }: RequestClockParam): Promise<Explanation> {
    return respond(await this.explainDeadline.execute(actor, requestId, clock));
  }

  @Get(':id/traceability-check')
  @Permission('tracing_request.read_check')
  @Operation({
    id: 'readKeptTraceabilityCheck',
    summary:
      'The traceability check as it was read before the submission, for the requesting State alone; why a warning was overridden is protected',
    answer: KeptCheckView,
    mayTake: ['Disclosure'],
    problems: [403, 404],
  })
  async check(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<KeptCheckView> {
    return KeptCheckView.of(respond(await this.readKeptCheck.execute(actor, requestId, disclosure)));
  }

  @Get(':id/question')
  @Permission('tracing_request.read_question')
  @Operation({ id: 'readQuestion', summary: 'What was asked: protected', answer: QuestionView, takes: ['Disclosure'] })
  async question(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<QuestionView> {
    return QuestionView.of(respond(await this.readQuestion.execute(actor, requestId, disclosure)));
  }

  @Get(':id/response')
  @Permission('tracing_request.read_responses')
  @Operation({
    id: 'readResponse',
    summary: 'What was answered, round by round: protected',
    answer: ResponseListView,
    takes: ['Disclosure'],
  })
  async response(
    @CurrentActor() actor: Officer,
    @Param() { requestId }: RequestIdParam,
    @DisclosureHeader() disclosure: string | undefined,
  ): Promise<ResponseListView> {
    return ResponseListView.of(respond(await this.readResponses.execute(actor, requestId, disclosure)));
  }
}
