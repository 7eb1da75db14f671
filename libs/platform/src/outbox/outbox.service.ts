import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import type { ProcessTx, Tx } from '../database/transaction.adapter.js';
import type { JobPayload, QueueName } from '../queues/queues.js';

/** A job to be added once the transaction is committed. Payloads hold ids and codes only: queues are not a place for content. */
export interface OutboxRow {
  /** The State the job is about. A unit of work's row is stored under the State that asks for it, whomever it is about. */
  readonly state: StateCode;
  readonly queue: QueueName;
  readonly job: string;
  /** Of a doorbell: `<requestId>_<clock>_<version>`, no colon, not all digits. Adding an id that is there already does nothing. */
  readonly jobId?: string;
  readonly payload: JobPayload;
  /** In business time. Without it the job is due at once. */
  readonly dueAt?: Date;
}

/**
 * The way of every job into a queue: a row of the same transaction, carried over by the relay after the commit. A doorbell's row goes with that. Any other stays until its
 * job is done, and is carried again if that takes long: a queue that is wiped loses nothing.
 */
@Injectable()
export class Outbox {
  async add(tx: Tx | ProcessTx, rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into outbox (state, queue, job, job_id, payload, due_at)
       select state, queue, job, job_id, payload, due_at
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::timestamptz[]) as row (state, queue, job, job_id, payload, due_at)`,
      [
        rows.map((row) => ('state' in tx ? tx.state : row.state)),
        rows.map((row) => row.queue),
        rows.map((row) => row.job),
        rows.map((row) => row.jobId ?? null),
        rows.map((row) => JSON.stringify(row.payload)),
        rows.map((row) => row.dueAt ?? null),
      ],
    );
  }

  /** In the transaction of what the job asked for: it need not be carried again. Twice is the same as once. */
  async done(tx: ProcessTx, jobId: string): Promise<void> {
    await tx.query('delete from outbox where id = $1', [jobId]);
  }
}
