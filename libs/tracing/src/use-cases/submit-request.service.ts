import { Injectable } from '@nestjs/common';
import type { Officer, Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { OnwardGuard } from '../follow-ups/onward-guard.service.js';
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
        const denial = (await this.guard.typedDenial(tx, draft)) ?? (await this.guard.carriedDenial(tx, draft));
        if (denial) return { ok: false, denial };
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }
}
