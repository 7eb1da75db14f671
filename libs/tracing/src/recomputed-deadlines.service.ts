import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Deadlines, nextDueAt } from '@tracedesk/deadlines';
import type { RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { requestSubject } from './move-traces.js';
import type { TouchedClock } from './touched-deadlines.js';

/** Keeps a date that was worked out anew, whatever was corrected, and enters it where both parties read it. */
@Injectable()
export class RecomputedDeadlines {
  constructor(
    private readonly deadlines: Deadlines,
    private readonly log: AuditLog,
  ) {}

  /** `because`: the version of the calendar, or the zone data, that moved it. */
  async enter(
    tx: Tx,
    { request, before, after }: TouchedClock,
    because: { readonly calendar_version: number } | { readonly zone_data: string },
  ): Promise<void> {
    await this.deadlines.save(tx, request, [after]);
    await this.#putNextDue(tx, request.id);
    await this.log.append(tx, {
      class: 'alteration',
      action: 'deadline.recomputed',
      object: requestSubject(request.id),
      counterpart: tx.state === request.requestingState ? request.requestedState : request.requestingState,
      facts: {
        clock: after.clock,
        acting_state: after.actingState,
        due_before: before.dueAt.toISOString(),
        due_at: after.dueAt.toISOString(),
        ...because,
      },
    });
  }

  /** Lists sort by it. */
  async #putNextDue(tx: Tx, id: RequestId): Promise<void> {
    const next = nextDueAt(await this.deadlines.of(tx, id));
    await tx.query(
      'update tracing_requests set next_due_at = $1 where id = $2 and (requesting_state = $3 or requested_state = $3)',
      [next, id, tx.state],
    );
  }
}
