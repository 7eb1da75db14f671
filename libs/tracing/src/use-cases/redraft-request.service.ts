import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  Sealed,
  denied,
  idOf,
  ok,
  type Denied,
  type Officer,
  type RequestId,
  type Result,
  type StateCode,
} from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { KeepCase } from '../cases/keep-case.service.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { WeighedContent } from '../content/weighed-content.service.js';
import { draftDenial } from '../draft.js';
import { OnwardQuestions } from '../follow-ups/onward-question.service.js';
import { requestSubject } from '../move-traces.js';
import { newReference } from '../new-reference.service.js';
import type { Question } from '../question.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { draftRequest, partyOf, type TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/**
 * Drafts the same question anew after a redirect, to the State believed right or to another: the question is the requesting State's own,
 * so it is kept, but for what earlier answers of its case do not let go to the other State. What the requested State said stays with the
 * request that was misrouted. Both are about one weapon: they share its case.
 */
@Injectable()
export class RedraftRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly content: WeighedContent,
    private readonly keep: KeepCase,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
    private readonly onward: OnwardQuestions,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    once: OnceKey,
    requestedState?: StateCode,
  ): Promise<Result<RequestSummary>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.redraft',
      async (tx) => {
        const found = await this.requests.find(tx, requestId);
        const denial = whyNot(found?.request, actor);
        if (!found || denial) return denial ?? denied('REQUEST_NOT_FOUND');
        const asked = (await this.content.question(tx, requestId)).reveal();
        const weapon = await this.keep.ofRequestWithin(tx, found.request, asked);
        if (!weapon.ok) return weapon;
        const to = requestedState ?? believedStateOf(found.request);
        const onward = await this.onward.from(tx, asked, weapon.value.requestIds, to);
        const draft = anew(found.request, to, onward.question);
        const unfit = draftDenial(draft, await this.circumstances.today(tx));
        if (unfit) return { ok: false, denial: unfit };
        const stored = await this.drafts.add(tx, draft);
        const kept = await this.onward.keepFor(tx, weapon.value, draft.id, onward);
        return kept.ok ? ok(summaryOf(stored, actor, tx.now, [])) : kept;
      },
      { about, once: this.summaries.once(actor, once) },
    );
  }
}

function believedStateOf({ believedState }: TracingRequest): StateCode | null {
  return believedState === 'unknown' ? null : believedState;
}

function anew(
  { priority, legalBasis, requestingReference, requestingState }: TracingRequest,
  requestedState: StateCode | null,
  question: Question,
): TracingRequest {
  return draftRequest({
    id: idOf<RequestId>(randomUUID()),
    reference: newReference(),
    requestingState,
    requestedState,
    priority,
    legalBasis,
    requestingReference,
    question: Sealed.of(question),
  });
}

/** Only the State that asked, and only where it was told to ask another. */
function whyNot(request: TracingRequest | undefined, { state }: Officer): Denied | null {
  if (!request) return denied('REQUEST_NOT_FOUND');
  if (partyOf(request, state) !== 'requesting')
    return denied('ACTION_OF_OTHER_PARTY', { details: { action: 'redraft', party: 'requesting' } });
  if (request.believedState === null)
    return denied('ACTION_NOT_OPEN', { details: { action: 'redraft', status: request.status } });
  return null;
}
