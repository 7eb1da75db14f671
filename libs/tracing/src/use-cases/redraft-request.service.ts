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
import { ProtectedParts, UnitOfWork, type Tx } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { KeepCase } from '../cases/keep-case.service.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { draftDenial } from '../draft.js';
import { QUESTION_PART, requestSubject } from '../move-traces.js';
import { newReference } from '../new-reference.service.js';
import type { Question } from '../question.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { draftRequest, partyOf, type TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/**
 * Drafts the same question anew after a redirect, to the State believed right or to another: the question is the requesting State's own,
 * so all of it is kept. What the requested State said stays with the request that was misrouted. Both are about one weapon: they share its case.
 */
@Injectable()
export class RedraftRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly parts: ProtectedParts,
    private readonly keep: KeepCase,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
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
        const draft = await this.#anew(tx, found.request, requestedState);
        const unfit = draftDenial(draft, await this.circumstances.today(tx));
        if (unfit) return { ok: false, denial: unfit };
        const stored = await this.drafts.add(tx, draft);
        const weapon = await this.keep.ofRequestWithin(tx, found.request, draft.question?.reveal() ?? {});
        const joined = weapon.ok ? await this.keep.joinWithin(tx, weapon.value, draft.id) : weapon;
        return joined.ok ? ok(summaryOf(stored, actor, tx.now, [])) : joined;
      },
      { about, once: this.summaries.once(actor, once) },
    );
  }

  async #anew(tx: Tx, request: TracingRequest, requestedState?: StateCode): Promise<TracingRequest> {
    const { [QUESTION_PART]: question } = await this.parts.open(tx, requestSubject(request.id));
    const { priority, legalBasis, requestingReference, believedState, requestingState } = request;
    return draftRequest({
      id: idOf<RequestId>(randomUUID()),
      reference: newReference(),
      requestingState,
      requestedState: requestedState ?? (believedState === 'unknown' ? null : believedState),
      priority,
      legalBasis,
      requestingReference,
      question: (question ?? Sealed.of({})) as Sealed<Question>,
    });
  }
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
