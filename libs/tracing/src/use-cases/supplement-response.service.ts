import { Injectable } from '@nestjs/common';
import type { Officer, Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import type { Commands } from '../commands.js';
import { ItemChecks } from '../item-checks.service.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { transition } from '../transition.js';

/** Adds to the response or corrects it after the fact, and says why (ITI 18). Nothing that was given is overwritten. */
@Injectable()
export class SupplementResponse {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly items: ItemChecks,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(actor: Officer, attempt: Attempt, words: Commands['supplement']): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.supplement',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(
          found.value.request,
          { action: 'supplement', ...words },
          { actor, now: tx.now, facts: around.facts },
        );
        if (!moved.ok) return moved;
        const denial = await this.items.denial(tx, attempt.requestId, words.content, around.facts);
        if (denial) return { ok: false, denial };
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }
}
