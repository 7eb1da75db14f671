import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import type { StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, Outbox, type OutboxRow, type ProcessTx } from '@tracedesk/platform';
import type { Clock } from './clock.js';
import type { Told } from './escalation.js';
import { isEscalation, tellsOtherState, toldNotice } from './told.js';

/** How many steps one transaction tells. */
const BATCH = 500;

/**
 * Tells the steps of escalations that are due by PostgreSQL's clock, each once: the row is the effect, with its entry and its notices in
 * one transaction. Twice, late, early or by several at once: same result. It moves no request and no clock.
 */
@Injectable()
export class ReminderSweep {
  constructor(
    private readonly database: DeskDatabase,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly log: DeskLog,
  ) {}

  /** Sweeps until no step is due, and says how many were told. */
  async sweep(batch = BATCH): Promise<number> {
    let told = 0;
    for (;;) {
      const steps = await this.database.as('sweeper', (tx) => this.#sweepBatch(tx, batch));
      for (const { request_id: requestId, clock, share } of steps)
        this.log.info('deadline.reminded', { requestId, clock, share });
      told += steps.length;
      if (steps.length < batch) return told;
    }
  }

  async #sweepBatch(tx: ProcessTx, batch: number): Promise<StepRow[]> {
    const steps = await tx.query<StepRow>(TELL, [tx.now, batch]);
    for (const step of steps) if (isEscalation(step.tells)) await this.#enter(tx, step);
    await this.outbox.add(tx, steps.flatMap(noticesOf));
    return steps;
  }

  async #enter(tx: ProcessTx, step: StepRow): Promise<void> {
    const actor = { kind: 'process', name: 'sweeper', state: step.acting_state } as const;
    await this.audit.append(
      { ...tx, actor },
      {
        class: 'alteration',
        action: 'deadline.escalated',
        object: { kind: 'tracing_request', id: step.request_id },
        state: step.acting_state,
        counterpart: tellsOtherState(step.tells) ? otherParty(step) : null,
        facts: { clock: step.clock, acting_state: step.acting_state, share: step.share, tells: step.tells.join(' ') },
      },
    );
  }
}

interface StepRow {
  readonly request_id: string;
  readonly reference: string;
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode;
  readonly clock: Clock;
  readonly acting_state: StateCode;
  readonly counted_from: Date;
  readonly share: number;
  readonly tells: readonly Told[];
}

function noticesOf(step: StepRow): OutboxRow[] {
  const { share } = step;
  return step.tells.map((told) => {
    const notice = toldNotice({ actingState: step.acting_state, otherState: otherParty(step), share }, told);
    return {
      state: notice.state,
      queue: 'notices',
      job: 'write-notice',
      payload: {
        ...notice,
        requestId: step.request_id,
        reference: step.reference,
        clock: step.clock,
        share,
        occasion: `${step.counted_from.toISOString()}_${share}`,
      },
    };
  });
}

function otherParty(step: StepRow): StateCode {
  return step.acting_state === step.requesting_state ? step.requested_state : step.requesting_state;
}

const TELL = `
  with due as (
    select id
      from deadline_reminders
     where sent_at is null and remind_at <= $1
     order by remind_at
     limit $2
       for update skip locked
  )
  update deadline_reminders
     set sent_at = $1
    from due
   where deadline_reminders.id = due.id
  returning request_id, reference, requesting_state, requested_state, clock, acting_state, counted_from, share, tells`;
