import { randomUUID } from 'node:crypto';
import { Body, Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Directory } from '@tracedesk/directory';
import { asksForAnswer } from '@tracedesk/firearms';
import { CurrentActor, Permission } from '@tracedesk/identity';
import { problemTextOf, translator } from '@tracedesk/language';
import type { Officer } from '@tracedesk/kernel';
import { DenialException, requestHash, respond, UnitOfWork, unflatten, validateInput, type FlatForm } from '@tracedesk/platform';
import {
  AmendDraft,
  CheckTraceability,
  CheckTraceabilityDto,
  DraftDto,
  DraftRequest,
  ReadRequest,
  ReadTraceability,
  type RequestSummary,
} from '@tracedesk/tracing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DraftView, missingOf } from '../draft-view.service.js';
import { closedUp, formOf, sectionInput } from '../forms/draft-form.js';
import { isSection, sectionOfField, type Section } from '../forms/draft-sections.js';
import { denialText, faultTexts, NO_FAULTS } from '../forms/faults.js';
import { onceIn, versionIn } from '../forms/form-keys.js';
import { atTheirPlaces, overridesIn } from '../forms/override-form.js';
import { CheckPage, NewDraftPage } from '../pages/draft-pages.js';
import { SectionPage } from '../pages/section-page.js';
import { Pages } from '../pages.service.js';
import { overrideField } from '../views/traceability-findings.js';
import { Readings } from '../readings.service.js';
import { RecipientProposal } from '../recipient-proposal.service.js';
import { goOn } from './sign-in.controller.js';
import { Visited, type Visit } from './visited.decorator.js';

/** Preparing a request: sections saved one by one on the server, then the check of all answers. */
@ApiExcludeController()
@Controller('tracing-requests')
export class DraftController {
  constructor(
    private readonly pages: Pages,
    private readonly drafts: DraftView,
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly draft: DraftRequest,
    private readonly amend: AmendDraft,
    private readonly check: CheckTraceability,
    private readonly readTraceability: ReadTraceability,
    private readonly readRequest: ReadRequest,
    private readonly recipients: RecipientProposal,
    private readonly readings: Readings,
  ) {}

  @Get('new')
  @Permission('tracing_request.draft')
  async begin(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.#showNew(request, reply, {}, NO_FAULTS);
  }

  @Post('new')
  @Permission('tracing_request.draft')
  async create(
    @CurrentActor() actor: Officer,
    @Body() body: FlatForm,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const input = unflatten(body);
    const checked = validateInput(DraftDto, input, { fromForm: true });
    const { language } = this.pages.contextWithout(request);
    if (!checked.ok) return this.#showNew(request, reply, body, faultTexts(checked.faults, language));
    const once = { key: onceIn(body), requestHash: requestHash('draft', input) };
    const drafted = await this.draft.execute(actor, once, checked.value.toCommand());
    if (!drafted.ok) return this.#showNew(request, reply, body, denialText(drafted.denial, language));
    goOn(reply, `/tracing-requests/${drafted.value.id}`);
  }

  @Get(':id/edit/:section')
  @Permission('tracing_request.amend')
  async edit(@Visited() visit: Visit, @Param('section') section: string): Promise<void> {
    if (!isSection(section)) throw new DenialException({ code: 'NOT_FOUND' });
    const summary = await this.#draftOf(visit);
    const question = await this.drafts.questionOf(visit, summary);
    if (question) await this.#showSection(visit, summary, section, formOf(summary, question), NO_FAULTS);
  }

  @Post(':id/edit/:section')
  @Permission('tracing_request.amend')
  async save(@Visited() visit: Visit, @Param('section') section: string, @Body() sent: FlatForm): Promise<void> {
    if (!isSection(section)) throw new DenialException({ code: 'NOT_FOUND' });
    const { actor, requestId, request, reply } = visit;
    const { language } = this.pages.contextWithout(request);
    const body = closedUp(sent);
    const summary = await this.#draftOf(visit);
    const question = await this.drafts.questionOf(visit, summary);
    if (!question) return;
    const checked = validateInput(DraftDto, sectionInput(section, body, formOf(summary, question)), { fromForm: true });
    if (!checked.ok) return this.#showSection(visit, summary, section, body, faultTexts(checked.faults, language));
    const saved = await this.amend.execute(actor, { requestId, version: versionIn(body) }, checked.value.toCommand());
    if (saved.ok)
      return goOn(reply, `/tracing-requests/${requestId}${body['_more'] === 'yes' ? `/edit/${section}` : '?done=saved'}`);
    if (saved.denial.field === undefined) throw new DenialException(saved.denial);
    await this.#showSection(visit, summary, section, body, denialText(saved.denial, language));
  }

  @Get(':id/check')
  @Permission('tracing_request.check')
  async showCheck(@Visited() visit: Visit): Promise<void> {
    // A notice leads here, and may be older than the submission.
    const { status } = respond(await this.readRequest.execute(visit.actor, visit.requestId));
    if (status !== 'draft') return goOn(visit.reply, `/tracing-requests/${visit.requestId}`);
    await this.#showCheck(visit, {}, NO_FAULTS);
  }

  @Post(':id/check')
  @Permission('tracing_request.check')
  async noteCheckRead(@Visited() visit: Visit, @Body() body: FlatForm): Promise<void> {
    const { actor, requestId, request, reply } = visit;
    const { language } = this.pages.contextWithout(request);
    // What was read is the version on the page: a later one has to be read itself.
    const summary = await this.#draftOf(visit);
    if (summary.version !== versionIn(body)) throw new DenialException({ code: 'VERSION_CONFLICT' });
    const { overrides, places } = overridesIn(body);
    const checked = validateInput(CheckTraceabilityDto, { requestId, overrides }, { fromForm: true });
    if (!checked.ok) return this.#showCheck(visit, body, atTheirPlaces(faultTexts(checked.faults, language), places));
    const noted = await this.check.execute(actor, requestId, checked.value.toCommand().overrides);
    if (!noted.ok && noted.denial.field !== undefined)
      return this.#showCheck(visit, body, atTheirPlaces(denialText(noted.denial, language), places));
    const { findings } = respond(noted);
    const unanswered = findings.flatMap((finding, place) =>
      asksForAnswer(finding) && finding.answered === null
        ? [[overrideField(place), translator(language)('traceability.override.needed')] as const]
        : [],
    );
    if (unanswered.length > 0) return this.#showCheck(visit, body, new Map(unanswered));
    goOn(reply, `/tracing-requests/${requestId}/submit`);
  }

  async #showCheck(visit: Visit, values: FlatForm, faults: ReadonlyMap<string, string>): Promise<void> {
    const summary = await this.#draftOf(visit);
    const question = await this.drafts.questionOf(visit, summary);
    if (!question) return;
    const reading = await this.readings.current(visit.actor, visit.requestId);
    const { findings, askedBefore } = respond(await this.readTraceability.execute(visit.actor, visit.requestId, reading?.id));
    const page = await this.pages.contextOf(visit.request);
    const missing = missingOf(summary, question, visit.actor).map(({ code, field }) => ({
      text: problemTextOf(code, page.language).title,
      section: sectionOfField(field ?? ''),
    }));
    await this.pages.send(
      visit.request,
      visit.reply,
      <CheckPage
        page={page}
        request={summary}
        question={question}
        findings={findings}
        askedBefore={askedBefore}
        missing={missing}
        form={{ page, values, faults }}
        once={randomUUID()}
      />,
      statusFor(faults),
    );
  }

  /** The draft as it stands; what was submitted already is no draft any more, so its page shows it. */
  async #draftOf({ actor, requestId }: Visit): Promise<RequestSummary> {
    const summary = respond(await this.readRequest.execute(actor, requestId));
    if (summary.status !== 'draft') throw new DenialException({ code: 'VERSION_CONFLICT' });
    return summary;
  }

  async #showNew(
    request: FastifyRequest,
    reply: FastifyReply,
    body: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const page = await this.pages.contextOf(request);
    const view = <NewDraftPage page={page} form={{ page, values: body, faults }} once={randomUUID()} />;
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  async #showSection(
    visit: Visit,
    summary: RequestSummary,
    section: Section,
    values: FlatForm,
    faults: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { actor, request, reply } = visit;
    const page = await this.pages.contextOf(request);
    const askable = section === 'recipient' ? await this.#askable(actor) : [];
    // After a fault the version stays the one the person saw.
    const version = values['_version'] === undefined ? summary.version : versionIn(values);
    const form = { page, values, faults };
    const proposal = section === 'recipient' ? await this.recipients.proposalFor(visit, summary, page) : null;
    // Whoever has to say first what the answers are opened for is on the way there.
    if (reply.sent) return;
    const view = (
      <SectionPage
        page={page}
        request={{ ...summary, version }}
        section={section}
        form={form}
        askable={askable}
        proposal={proposal}
      />
    );
    await this.pages.send(request, reply, view, statusFor(faults));
  }

  /** States that can be asked: those in the directory that stand, other than the own. */
  async #askable(actor: Officer): Promise<readonly string[]> {
    const states = await this.work.read(actor, (tx) => this.directory.states(tx));
    return states.filter(({ code, active }) => active && code !== actor.state).map(({ code }) => code);
  }
}

const UNPROCESSABLE = 422;

export function statusFor(faults: ReadonlyMap<string, string>): number {
  return faults.size === 0 ? 200 : UNPROCESSABLE;
}
