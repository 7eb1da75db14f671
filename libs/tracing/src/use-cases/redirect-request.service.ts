import { Injectable } from '@nestjs/common';
import type { Officer, Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import type { Commands } from '../commands.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { transition } from '../transition.js';

/** Says on behalf of the requested State that another State should be asked, or that it does not know which. Nothing of what was searched is told. */
@Injectable()
export class RedirectRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(actor: Officer, attempt: Attempt, words: Commands['redirect']): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.redirect',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(
          found.value.request,
          { action: 'redirect', ...words },
          { actor, now: tx.now, facts: around.facts },
        );
        if (!moved.ok) return moved;
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }
}
