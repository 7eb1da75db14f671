import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealed, idOf, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { draftDenial, type DraftChanges } from '../draft.js';
import { newReference } from '../new-reference.service.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { draftRequest } from '../tracing-request.js';

/** Begins a request. Nothing in it is asked yet, and only its own State knows of it. */
@Injectable()
export class DraftRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly drafts: RequestDrafts,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(actor: Officer, once: OnceKey, changes: DraftChanges): Promise<Result<RequestSummary>> {
    const draft = draftRequest({
      question: Sealed.of({}),
      ...changes,
      id: idOf<RequestId>(randomUUID()),
      reference: newReference(),
      requestingState: actor.state,
    });
    return this.work.run(
      actor,
      'tracing_request.draft',
      async (tx) => {
        const denial = draftDenial(draft, await this.circumstances.today(tx));
        if (denial) return { ok: false, denial };
        return ok(summaryOf(await this.drafts.add(tx, draft), actor, tx.now, []));
      },
      { once: this.summaries.once(actor, once) },
    );
  }
}
