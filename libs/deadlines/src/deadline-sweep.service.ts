import { Injectable } from '@nestjs/common';
import { AuditLog, type Act } from '@tracedesk/audit';
import type { StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, Outbox, type OutboxRow, type ProcessTx } from '@tracedesk/platform';
import type { Clock } from './clock.js';

/** How many deadlines one transaction handles. Small enough that a sweep that dies repeats little. */
export const SWEEP_BATCH = 500;

/**
 * Finds what is due by PostgreSQL's clock and says so, once: flag, entry, and notices for both States, in one transaction.
 * Several sweeps share the work; called twice, late or early the result is the same. It never moves a request.
 */
@Injectable()
export class DeadlineSweep {
  constructor(
    private readonly database: DeskDatabase,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
    private readonly log: DeskLog,
  ) {}

  /** Sweeps until nothing is due, and says how many misses were entered. */
  async sweep(batch = SWEEP_BATCH): Promise<number> {
    let entered = 0;
    for (;;) {
      const missed = await this.database.as('sweeper', (tx) => this.#sweepBatch(tx, batch));
      for (const { request_id: requestId, clock } of missed) this.log.info('deadline.missed', { requestId, clock });
      entered += missed.length;
      if (missed.length < batch) return entered;
    }
  }

  async #sweepBatch(tx: ProcessTx, batch: number): Promise<MissedRow[]> {
    await tx.query(MARK, [tx.now, batch]);
    const missed = await tx.query<MissedRow>(ENTER, [tx.now, batch]);
    await this.audit.appendAll(tx, missed.map(actOf));
    await this.outbox.add(tx, missed.flatMap(noticesOf));
    return missed;
  }
}

interface MissedRow {
  readonly request_id: string;
  readonly reference: string;
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode;
  /** Several consents of one request may be missed at the same instant. */
  readonly consent_id: string | null;
  readonly clock: Clock;
  readonly acting_state: StateCode;
  readonly profile: string;
  readonly due_at: Date;
}

function actOf(miss: MissedRow): Act {
  return {
    actor: { kind: 'process', name: 'sweeper', state: miss.acting_state },
    entry: {
      class: 'alteration',
      action: 'deadline.missed',
      object: { kind: 'tracing_request', id: miss.request_id },
      counterpart: otherParty(miss),
      facts: {
        clock: miss.clock,
        acting_state: miss.acting_state,
        due_at: miss.due_at.toISOString(),
        profile: miss.profile,
        ...(miss.consent_id && { consent: miss.consent_id }),
      },
    },
  };
}

/** One for the State that should have acted, one for the State that waits. */
function noticesOf(miss: MissedRow): OutboxRow[] {
  const dueAt = miss.due_at.toISOString();
  const occasion = miss.consent_id === null ? dueAt : `${dueAt}_${miss.consent_id}`;
  const about = { requestId: miss.request_id, reference: miss.reference, clock: miss.clock, occasion };
  return [
    {
      state: miss.acting_state,
      queue: 'notices',
      job: 'write-notice',
      payload: { ...about, state: miss.acting_state, kind: 'deadline_missed', audience: 'assigned' },
    },
    {
      state: otherParty(miss),
      queue: 'notices',
      job: 'write-notice',
      payload: { ...about, state: otherParty(miss), kind: 'deadline_missed_by_other', audience: 'office' },
    },
  ];
}

function otherParty(miss: MissedRow): StateCode {
  return miss.acting_state === miss.requesting_state ? miss.requested_state : miss.requesting_state;
}

// The instant is a parameter, read from desk_now() at the beginning: a function that changes from row to row would not use the index.
const MARK = `
  with due as (
    select id
      from deadlines
     where ticks and missed_at is null and due_at <= $1
     order by due_at
     limit $2
       for update skip locked
  ), marked as (
    update deadlines
       set missed_at = due_at, version = version + 1
      from due
     where deadlines.id = due.id
    returning request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, profile, due_at
  )
  insert into missed_deadlines (request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, profile, due_at)
  select request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, profile, due_at
    from marked
  on conflict (request_id, clock, consent_id, due_at) do nothing`;

const ENTER = `
  with open as (
    select id
      from missed_deadlines
     where entered_at is null
     order by due_at
     limit $2
       for update skip locked
  )
  update missed_deadlines
     set entered_at = $1
    from open
   where missed_deadlines.id = open.id
  returning request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, profile, due_at`;
