import { Injectable } from '@nestjs/common';
import { ReadContactPoints } from '@tracedesk/directory';
import type { RequestSummary } from '@tracedesk/tracing';
import type { VNode } from 'preact';
import type { Visit } from './controllers/visited.decorator.js';
import { CaseLinks } from './case-links.service.js';
import { DraftView } from './draft-view.service.js';
import { ChosenOffice } from './views/chosen-office.js';
import type { PageContext } from './views/page-context.js';
import { RoutingProposal } from './views/routing-proposal.js';

/** What helps to choose the State to ask: where the marks point, and the office that a request to the chosen one goes to. */
@Injectable()
export class RecipientProposal {
  constructor(
    private readonly contacts: ReadContactPoints,
    private readonly drafts: DraftView,
    private readonly caseLinks: CaseLinks,
  ) {}

  /** `null` for a reader who has to say first what the answers are opened for. */
  async proposalFor(visit: Visit, summary: RequestSummary, page: PageContext): Promise<VNode | null> {
    const question = await this.drafts.questionOf(visit, summary);
    if (!question) return null;
    const { actor } = visit;
    const { requestedState, legalBasis } = summary;
    const reachable = await this.#reachable(visit);
    const caseLink = await this.caseLinks.for(page, actor, summary, 'case.keepIt');
    const choice = requestedState ? await this.contacts.chosenFor(actor, requestedState, legalBasis) : null;
    return (
      <>
        <RoutingProposal
          page={page}
          ownState={actor.state}
          firearm={question.firearm ?? {}}
          askable={reachable}
          caseLink={caseLink}
          earlierSteps={question.earlierSteps ?? {}}
          stepsHref={`/tracing-requests/${summary.id}/edit/steps`}
        />
        {requestedState && <ChosenOffice page={page} state={requestedState} choice={choice} />}
      </>
    );
  }

  async #reachable({ actor }: Visit): Promise<readonly string[]> {
    const listed = await this.contacts.directoryNow(actor);
    return listed.filter(({ answering }) => answering.length > 0).map(({ state }) => state.code);
  }
}
