import { Injectable } from '@nestjs/common';
import { denied, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import type { Commands } from '../commands.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { transition } from '../transition.js';

/** Closes the request with an outcome, and says what becomes of the trace: the next request, or none (ITI 5). */
@Injectable()
export class CloseRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(actor: Officer, attempt: Attempt, words: Commands['close']): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.close',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        if (!(await this.#isOwnOrNone(tx, words.followUp)))
          return denied('FOLLOW_UP_UNKNOWN', { field: 'followUp.requestId', paragraph: '5' });
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(found.value.request, { action: 'close', ...words }, { actor, now: tx.now, facts: around.facts });
        if (!moved.ok) return moved;
        return this.summaries.after(tx, actor, await this.requests.commit(tx, moved.value, attempt.version, around));
      },
      this.summaries.attempted(actor, attempt),
    );
  }

  /** A request that follows up is one that this State has made itself, submitted or still a draft, and not taken back. */
  async #isOwnOrNone(tx: Tx, followUp: Commands['close']['followUp']): Promise<boolean> {
    if (followUp?.kind !== 'linked') return true;
    const next = await this.requests.find(tx, followUp.requestId);
    return next?.request.requestingState === tx.state && next.request.status !== 'withdrawn';
  }
}
