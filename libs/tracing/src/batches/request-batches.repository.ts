import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import type { BatchId, RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { RequestBatch } from './request-batch.js';

/** How many batches one list shows. */
export const BATCHES_LISTED = 200;

/** A request of a batch, by its place in the table the batch was made from. */
export interface PlacedRequest {
  readonly place: number;
  readonly requestId: RequestId;
}

/** The batches of the reader's State. No other State learns that they exist. */
@Injectable()
export class RequestBatches {
  constructor(private readonly audit: AuditLog) {}

  /** Stores which drafts were made together, in the order of their firearms. The drafts are stored by their own room's door. */
  async add(
    tx: Tx,
    batch: { readonly id: BatchId; readonly ownReference: string | null },
    requestIds: readonly RequestId[],
    groups: number,
  ): Promise<void> {
    const by = tx.actor.kind === 'person' ? tx.actor.personId : null;
    await tx.query(INSERT, [batch.id, tx.state, batch.ownReference, by, tx.now]);
    await tx.query(INSERT_ROWS, [tx.state, batch.id, requestIds]);
    await this.audit.append(tx, {
      class: 'collection',
      action: 'request_batch.drafted',
      object: recordOf(batch.id),
      facts: { requests: requestIds.length, groups },
    });
  }

  async find(tx: Tx, id: BatchId): Promise<RequestBatch | undefined> {
    const [row] = await tx.query<BatchRow>(`${SELECT} where batch.state = $1 and batch.id = $2`, [tx.state, id]);
    return row && batchOf(row);
  }

  /** Newest first. */
  async list(tx: Tx): Promise<readonly RequestBatch[]> {
    const order = `where batch.state = $1 order by batch.created_at desc, batch.id desc limit ${BATCHES_LISTED}`;
    return (await tx.query<BatchRow>(`${SELECT} ${order}`, [tx.state])).map(batchOf);
  }

  async requestsOf(tx: Tx, id: BatchId): Promise<readonly PlacedRequest[]> {
    const rows = await tx.query<{ place: number; request_id: RequestId }>(
      'select place, request_id from request_batch_rows where state = $1 and batch_id = $2 order by place',
      [tx.state, id],
    );
    return rows.map(({ place, request_id: requestId }) => ({ place, requestId }));
  }
}

export function recordOf(id: BatchId): { readonly kind: 'request_batch'; readonly id: BatchId } {
  return { kind: 'request_batch', id };
}

interface BatchRow {
  readonly id: BatchId;
  readonly state: StateCode;
  readonly own_reference: string | null;
  readonly created_at: Date;
  readonly size: number;
  readonly drafts: number;
  readonly submitted: number;
}

function batchOf(row: BatchRow): RequestBatch {
  const { id, state, own_reference: ownReference, size, drafts, submitted, created_at: createdAt } = row;
  return { id, state, ownReference, size, drafts, submitted, createdAt };
}

const SELECT = `
  select batch.id, batch.state, batch.own_reference, batch.created_at, counted.size, counted.drafts, counted.submitted
    from request_batches batch
    cross join lateral (
      select count(*)::int as size, count(draft.id)::int as drafts, count(request.id)::int as submitted
        from request_batch_rows member
        left join tracing_request_drafts draft on draft.id = member.request_id and draft.state = batch.state
        left join tracing_requests request on request.id = member.request_id and request.requesting_state = batch.state
       where member.state = batch.state and member.batch_id = batch.id) counted`;

const INSERT = `
  insert into request_batches (id, state, own_reference, created_by, created_at)
  values ($1, $2, $3, $4, $5)`;

const INSERT_ROWS = `
  insert into request_batch_rows (state, batch_id, place, request_id)
  select $1, $2, given.position - 1, given.request_id
    from unnest($3::uuid[]) with ordinality as given (request_id, position)`;
