import { Injectable } from '@nestjs/common';
import { ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { WeaponCases } from '../cases/weapon-cases.repository.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { requestSubject } from '../move-traces.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { transition } from '../transition.js';

/** Throws a draft away, and what was sealed in it. Nobody else ever knew of it. */
@Injectable()
export class DiscardDraft {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly cases: WeaponCases,
  ) {}

  async execute(actor: Officer, attempt: Attempt): Promise<Result<RequestId>> {
    return this.work.run(
      actor,
      'tracing_request.discard',
      async (tx) => {
        const found = await this.requests.findAt(tx, attempt);
        if (!found.ok) return found;
        const around = await this.circumstances.of(tx, found.value);
        const moved = transition(found.value.request, { action: 'discard' }, { actor, now: tx.now, facts: around.facts });
        if (!moved.ok) return moved;
        const gone = await this.requests.commit(tx, moved.value, attempt.version, around);
        if (!gone.ok) return gone;
        await this.cases.leave(tx, attempt.requestId);
        return ok(attempt.requestId);
      },
      {
        about: requestSubject(attempt.requestId),
        once: { ...attempt.once, idOf: (id) => id, replay: () => Promise.resolve(ok(attempt.requestId)) },
      },
    );
  }
}
