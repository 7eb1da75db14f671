import { Injectable } from '@nestjs/common';
import { denied, ok, type Denial, type Officer, type Result } from '@tracedesk/kernel';
import { DenialException, respond, statusOf } from '@tracedesk/platform';
import {
  draftRequest,
  NOTHING_KEPT_BACK,
  ReadFollowUp,
  ReadQuestion,
  unmetRequirements,
  type Question,
  type RequestSummary,
} from '@tracedesk/tracing';
import { Sealed } from '@tracedesk/kernel';
import { CaseLinks } from './case-links.service.js';
import type { Visit } from './controllers/visited.decorator.js';
import { DraftPage } from './pages/draft-pages.js';
import { Pages } from './pages.service.js';
import { Readings } from './readings.service.js';
import type { PageContext } from './views/page-context.js';

/** A draft with its answers, as its makers see it. */
@Injectable()
export class DraftView {
  constructor(
    private readonly pages: Pages,
    private readonly readings: Readings,
    private readonly readQuestion: ReadQuestion,
    private readonly caseLinks: CaseLinks,
    private readonly followUp: ReadFollowUp,
  ) {}

  async show(visit: Visit, summary: RequestSummary, done: string | undefined): Promise<void> {
    const { request, reply } = visit;
    const question = await this.questionOf(visit, summary);
    if (!question) return;
    const page = await this.pages.contextOf(request);
    const reading = await this.readings.current(visit.actor, summary.id);
    const earlier = respond(await this.followUp.execute(visit.actor, summary.id, reading?.id));
    const missing = missingOf(summary, question, visit.actor).map(({ field }) => field ?? '');
    await this.pages.send(
      request,
      reply,
      <DraftPage
        page={page}
        request={summary}
        missing={missing}
        earlier={earlier}
        done={doneText(page, done)}
        caseLink={await this.caseLinks.for(page, visit.actor, summary)}
      />,
    );
  }

  /**
   * The draft's answers. Whoever works on it reads them as their own task, entered once a sitting; anybody else of the State is led to say
   * what for, and then there is nothing to return.
   */
  async questionOf(visit: Visit, summary: RequestSummary): Promise<Question | null> {
    const read = await this.#read(visit, summary);
    if (read.ok) return read.value;
    if (statusOf(read.denial) === 404) throw new DenialException(read.denial);
    await visit.reply.status(303).header('location', `/tracing-requests/${summary.id}/content`).send('');
    return null;
  }

  async #read({ actor, requestId, request }: Visit, summary: RequestSummary): Promise<Result<Question>> {
    if (summary.status !== 'draft') return denied('REQUEST_NOT_FOUND');
    const known = await this.readings.current(actor, requestId);
    const reading = known ? ok(known) : await this.readings.openAsTask(actor, requestId, request);
    if (!reading.ok) return reading;
    const read = await this.readQuestion.execute(actor, requestId, reading.value.id);
    return read.ok ? ok(read.value.question.reveal()) : read;
  }
}

function doneText({ t }: PageContext, done: string | undefined): string | null {
  switch (done) {
    case 'saved':
      return t('draft.saved');
    case 'followUp':
      return t('followUp.done');
    case 'renewed':
      return t('followUp.renewed');
    default:
      return null;
  }
}

/**
 * What the submission would be denied for as far as the draft itself can tell. What lies in other rooms (the other State's contact point,
 * the release) is asked when it is submitted.
 */
export function missingOf(summary: RequestSummary, question: Question, actor: Officer): readonly Denial[] {
  const { id, reference, requestingState, requestedState, priority, legalBasis } = summary;
  const request = draftRequest({
    id,
    reference,
    requestingState,
    requestedState,
    priority,
    legalBasis,
    question: Sealed.of(question),
  });
  const facts = {
    today: '',
    requestedStateExists: true,
    requestedStateHasActiveContactPoint: true,
    officersSubmitThemselves: true,
    traceabilityCheckRead: true,
    askedSinceCheck: false,
    unansweredWarnings: [],
    clockMissed: false,
    responseDueOn: null,
    earlierAnswers: [],
    keptBack: NOTHING_KEPT_BACK,
    confidentialityGuaranteed: true,
  };
  return unmetRequirements({ request, command: { action: 'submit' }, actor, facts });
}
