import { Injectable } from '@nestjs/common';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { amended, draftDenial, type DraftChanges } from '../draft.js';
import { KeptBack } from '../kept-back.service.js';
import { draftedWordsDenial, textsOfDraft } from '../kept-back.js';
import { requestSubject } from '../move-traces.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Changes a draft: each section given replaces the one before it. What was asked can no longer be amended. */
@Injectable()
export class AmendDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly keptBack: KeptBack,
  ) {}

  async execute(
    actor: Officer,
    { requestId, version }: Omit<Attempt, 'once'>,
    changes: DraftChanges,
  ): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.amend',
      async (tx) => {
        const found = await this.requests.findAt(tx, { requestId, version });
        if (!found.ok) return found;
        const { request } = found.value;
        if (request.status !== 'draft')
          return denied('ACTION_NOT_OPEN', { details: { action: 'amend', status: request.status } });
        const next = amended(request, changes);
        const keptBack = await this.keptBack.from(tx, next, request.question?.reveal());
        const denial = draftDenial(next, await this.circumstances.today(tx)) ?? draftedWordsDenial(textsOfDraft(next), keptBack);
        if (denial) return { ok: false, denial };
        const stored = await this.drafts.replace(tx, next, version);
        return stored ? ok(summaryOf(stored, actor, tx.now, [])) : denied('VERSION_CONFLICT', { details: { version } });
      },
      { about: requestSubject(requestId) },
    );
  }
}
