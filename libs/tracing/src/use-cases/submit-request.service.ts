import { Injectable } from '@nestjs/common';
import { Attachments } from '@tracedesk/attachments';
import type { Denial, Officer, RequestId, Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { OnwardGuard } from '../follow-ups/onward-guard.service.js';
import { keepsAnythingBack, keptBackDenial, type KeptBackWords } from '../kept-back.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { transition } from '../transition.js';

/** Asks the other State: the draft becomes a request with two parties, its clocks start, and its question is opened to the State asked (ITI 16, 17). */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
    private readonly guard: OnwardGuard,
    private readonly attachments: Attachments,
  ) {}

  async execute(actor: Officer, attempt: Attempt): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.submit',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(found.value.request, { action: 'submit' }, { actor, now: tx.now, facts: around.facts });
        if (!moved.ok) return moved;
        const draft = found.value.request;
        const denial =
          (await this.guard.carriedDenial(tx, draft)) ?? (await this.#fileNamesDenial(tx, draft.id, around.facts.keptBack));
        if (denial) return { ok: false, denial };
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }

  /** Files may have come before what their names tell was kept back. */
  async #fileNamesDenial(tx: Tx, id: RequestId, keptBack: KeptBackWords): Promise<Denial | null> {
    if (!keepsAnythingBack(keptBack)) return null;
    const files = await this.attachments.list(tx, id);
    return keptBackDenial(
      files.map(({ about }) => ({ field: 'files', text: about.reveal().name })),
      keptBack,
    );
  }
}
