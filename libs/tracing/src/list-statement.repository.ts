import type { StateCode } from '@tracedesk/kernel';
import type { ListQuery } from './list-query.js';
import { DRAFT_COLUMNS, LATEST_RESPONSE, REQUEST_COLUMNS } from './tracing-request.entity.js';
import { STAGE_OF, STATUSES } from './tracing-request.js';

type Statement = readonly [sql: string, values: readonly unknown[]];

/** The one statement of a list: one more row than asked for, which tells whether there is a next page. */
export function listStatement(query: ListQuery, state: StateCode, now: Date): Statement {
  return query.direction === 'drafts' ? draftsStatement(query, state) : requestsStatement(query, state, now);
}

/**
 * What is due first comes first; what waits for nobody comes last. Each side of the table is read along its own index, with its State
 * named: row security alone would read the whole table.
 */
function requestsStatement(
  { direction, stage, status, overdue, updatedSince, cursor, limit }: ListQuery,
  state: StateCode,
  now: Date,
): Statement {
  const values: unknown[] = [state, limit + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const statuses = STATUSES.filter(
    (one) => (stage === undefined || STAGE_OF[one] === stage) && (status === undefined || one === status),
  );
  const conditions = [
    ...(cursor
      ? [`(request.due_order, request.id) > (${bind(cursor.at ?? 'infinity')}::timestamptz, ${bind(cursor.id)}::uuid)`]
      : []),
    ...(stage || status ? [`request.status = any (${bind(statuses)}::text[])`] : []),
    ...(overdue === undefined ? [] : [`request.due_order ${overdue ? '<=' : '>'} ${bind(now)}::timestamptz`]),
    ...(updatedSince ? [`request.updated_at > ${bind(updatedSince)}::timestamptz`] : []),
  ];
  const side = (column: 'requesting_state' | 'requested_state'): string => `
    select request.* from tracing_requests request
     where ${[`request.${column} = $1`, ...conditions].join(' and ')}
     order by request.due_order, request.id
     limit $2`;
  const rows =
    direction === 'incoming'
      ? side('requested_state')
      : direction === 'outgoing'
        ? side('requesting_state')
        : `(${side('requested_state')}) union all (${side('requesting_state')})`;
  return [
    `select ${REQUEST_COLUMNS}
       from (${rows}) request ${LATEST_RESPONSE}
      order by request.due_order, request.id
      limit $2`,
    values,
  ];
}

/** Drafts wait for nobody but their own State: the newest first. */
function draftsStatement({ stage, status, overdue, updatedSince, cursor, limit }: ListQuery, state: StateCode): Statement {
  const values: unknown[] = [state, limit + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    'draft.state = $1',
    ...(stage || overdue || (status && status !== 'draft') ? ['false'] : []),
    ...(cursor ? [`(draft.updated_at, draft.id) < (${bind(cursor.at)}::timestamptz, ${bind(cursor.id)}::uuid)`] : []),
    ...(updatedSince ? [`draft.updated_at > ${bind(updatedSince)}::timestamptz`] : []),
  ];
  return [
    `select ${DRAFT_COLUMNS}
       from tracing_request_drafts draft
      where ${conditions.join(' and ')}
      order by draft.updated_at desc, draft.id desc
      limit $2`,
    values,
  ];
}
