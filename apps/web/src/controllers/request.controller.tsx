import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ListAttachments } from '@tracedesk/attachments';
import { DISCLOSURE_RULES, PURPOSES, type Disclosure, type DisclosureRule, type Purpose } from '@tracedesk/confidentiality';
import { mayAct, Permission } from '@tracedesk/identity';
import { stateName } from '@tracedesk/language';
import type { Denial, Role } from '@tracedesk/kernel';
import { DenialException, respond, statusOf, type FlatForm } from '@tracedesk/platform';
import { ReadQuestion, ReadRequest, ReadResponses, ReadTimeline, type RequestSummary } from '@tracedesk/tracing';
import { purposeStated } from '../forms/disclosure-form.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { CaseLinks } from '../case-links.service.js';
import { DraftView } from '../draft-view.service.js';
import { AskContentPage } from '../pages/ask-content-page.js';
import { ContentPage } from '../pages/content-page.js';
import { ACTIONS_WITH_PAGE, RequestPage } from '../pages/request-page.js';
import { Pages } from '../pages.service.js';
import { WEB_PERMISSIONS } from '../permissions.js';
import { needsNewReading, Readings } from '../readings.service.js';
import type { PageContext } from '../views/page-context.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** One request: its open fields for both parties, and its content to those who say what for. */
@ApiExcludeController()
@Controller('tracing-requests/:id')
export class RequestController {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly drafts: DraftView,
    private readonly readRequest: ReadRequest,
    private readonly readTimeline: ReadTimeline,
    private readonly readQuestion: ReadQuestion,
    private readonly readResponses: ReadResponses,
    private readonly listAttachments: ListAttachments,
    private readonly caseLinks: CaseLinks,
  ) {}

  @Get()
  @Permission('tracing_request.read')
  async show(@Visited() visit: Visit, @Query('done') done: string | undefined): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (summary.status === 'draft' && mayAct(WEB_PERMISSIONS, actor.role, 'tracing_request.amend'))
      return this.drafts.show(visit, summary, done);
    const [page, timeline] = await Promise.all([this.pages.contextOf(request), this.readTimeline.execute(actor, requestId)]);
    const caseLink = await this.caseLinks.for(page, actor, summary);
    await this.pages.send(
      request,
      reply,
      <RequestPage
        page={page}
        request={summary}
        timeline={respond(timeline)}
        mayRead={purposesOf(actor.role).length > 0}
        mayFollowUp={mayAct(WEB_PERMISSIONS, actor.role, 'tracing_request.follow_up')}
        done={doneText(page, summary, done)}
        caseLink={caseLink}
      />,
    );
  }

  @Get('content')
  @Permission('disclosure.open')
  async content(@Visited() visit: Visit, @Query('again') again: string | undefined): Promise<void> {
    const { actor, requestId } = visit;
    // Auditors check who was shown what without being shown it.
    if (purposesOf(actor.role).length === 0) throw new DenialException({ code: 'PERMISSION_DENIED' });
    // Another purpose is stated in a new disclosure: what may be used for it differs (ITI 15(b)).
    const reading = again === undefined ? await this.readings.current(actor, requestId) : null;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (!reading) return this.#ask(visit, summary, { body: { purpose: purposesOf(actor.role)[0] ?? '' } });
    await this.#showContent(visit, summary, reading);
  }

  @Post('content')
  @Permission('disclosure.open')
  async open(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    const { actor, requestId, reply } = visit;
    const summary = respond(await this.readRequest.execute(actor, requestId));
    const stated = purposeStated(body);
    if (!stated) return this.#ask(visit, summary, { body, fault: { code: 'REQUIRED', field: 'purpose' } });
    const opened = await this.readings.open(actor, { requestId, ...stated });
    if (!opened.ok) return this.#ask(visit, summary, { body, fault: opened.denial });
    goOn(reply, `/tracing-requests/${requestId}/content`);
  }

  async #showContent(visit: Visit, summary: RequestSummary, reading: Disclosure): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const question = await this.readQuestion.execute(actor, requestId, reading.id);
    if (!question.ok) {
      // It ended, or something was added, between the two statements: the purpose is stated anew.
      if (!needsNewReading(question.denial)) throw new DenialException(question.denial);
      return this.#ask(visit, summary, { body: {}, fault: question.denial });
    }
    const responses = summary.stage === null ? [] : respond(await this.readResponses.execute(actor, requestId, reading.id));
    const { withheld, withheldFacts } = question.value;
    const listed = await this.listAttachments.execute(actor, requestId, reading.id);
    const files = !listed.ok && listed.denial.code === 'ATTACHMENT_WITHHELD' ? [] : respond(listed);
    const page = await this.pages.contextOf(request);
    await this.pages.send(
      request,
      reply,
      <ContentPage
        page={page}
        request={summary}
        reading={reading}
        question={question.value.question.reveal()}
        withheld={withheld}
        withheldFacts={withheldFacts}
        files={files}
        words={question.value.words}
        mayAsk={mayAct(WEB_PERMISSIONS, actor.role, 'consent.ask')}
        responses={responses.map((response) => ({ ...response, content: response.content.reveal() }))}
      />,
    );
  }

  async #ask(
    { actor, request, reply }: Visit,
    summary: RequestSummary,
    { body, fault }: { body: FlatForm; fault?: Denial },
  ): Promise<void> {
    if (fault && statusOf(fault) === 404) throw new DenialException(fault);
    const page = await this.pages.contextOf(request);
    const faults = !fault
      ? NO_FAULTS
      : fault.code === 'REQUIRED'
        ? faultTexts([{ ...fault, field: 'purpose' }], page.language)
        : denialText(fault, page.language);
    const form = { page, values: body, faults };
    const path = `/tracing-requests/${summary.id}`;
    const view = (
      <AskContentPage
        title="content.askTitle"
        reference={summary.reference}
        action={`${path}/content`}
        back={path}
        form={form}
        purposes={purposesOf(actor.role)}
      />
    );
    await this.pages.send(request, reply, view, fault ? statusOf(fault) : 200);
  }
}

/** Purposes that some rule opens to a role, in the order of the list. */
export function purposesOf(role: Role): readonly Purpose[] {
  const rules: readonly DisclosureRule[] = DISCLOSURE_RULES;
  return PURPOSES.filter((purpose) => rules.some((rule) => rule.roles.includes(role) && rule.purposes.includes(purpose)));
}

/** The confirmation of an act that was just done. */
function doneText({ t, language }: PageContext, request: RequestSummary, done: string | undefined): string | null {
  const action = ACTIONS_WITH_PAGE.find((known) => known === done);
  if (!action || action === 'discard') return null;
  const other = request.direction === 'outgoing' ? request.requestedState : request.requestingState;
  return t(`done.${action}`, { reference: request.reference, state: stateName(other ?? '', language) });
}
