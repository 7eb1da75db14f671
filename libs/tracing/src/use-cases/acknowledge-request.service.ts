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

/** Acknowledges receipt on behalf of the requested State, with its own reference and the date it expects to respond (ITI 19). */
@Injectable()
export class AcknowledgeRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(actor: Officer, attempt: Attempt, words: Commands['acknowledge']): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.acknowledge',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(
          found.value.request,
          { action: 'acknowledge', ...words },
          { actor, now: tx.now, facts: around.facts },
        );
        if (!moved.ok) return moved;
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }
}
