import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, Sealed, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { Attempt } from '../attempt.js';
import { WeaponCases } from '../cases/weapon-cases.repository.js';
import { amended } from '../draft.js';
import { requestSubject } from '../move-traces.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { FollowUpFacts } from './follow-up-facts.repository.js';
import { OnwardGuard } from './onward-guard.service.js';

/** Puts into the draft of a follow-up anew what may travel now: after a consent, or its withdrawal. */
@Injectable()
export class RenewFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly cases: WeaponCases,
    private readonly guard: OnwardGuard,
    private readonly facts: FollowUpFacts,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, { requestId, version }: Omit<Attempt, 'once'>): Promise<Result<RequestSummary>> {
    return this.work.run(
      actor,
      'tracing_request.renew_follow_up',
      async (tx) => {
        const found = await this.requests.findAt(tx, { requestId, version });
        if (!found.ok) return found;
        const { request } = found.value;
        if (request.status !== 'draft')
          return denied('ACTION_NOT_OPEN', { details: { action: 'renew', status: request.status } });
        const weapon = await this.cases.ofRequest(tx, requestId);
        if (!weapon || request.requestedState === null) return denied('REQUESTED_STATE_REQUIRED', { field: 'requestedState' });
        const earlier = weapon.requestIds.filter((id) => id !== requestId);
        const parted = await this.guard.parted(tx, earlier, request.requestedState);
        const next = amended(request, { question: Sealed.of({ earlier: await this.guard.carried(tx, parted) }) });
        const stored = await this.drafts.replace(tx, next, version);
        if (!stored) return denied('VERSION_CONFLICT', { details: { version } });
        await this.facts.note(tx, requestId, parted);
        await this.audit.append(tx, {
          class: 'combination',
          action: 'tracing_request.follow_up_renewed',
          object: requestSubject(requestId),
          facts: { carried: parted.permitted.length, withheld: parted.withheld.length },
        });
        return ok(summaryOf(stored, actor, tx.now, []));
      },
      { about: requestSubject(requestId) },
    );
  }
}
