import type { StateCode } from '@tracedesk/kernel';
import type { Direction, ListQuery } from './list-query.js';
import { DRAFT_COLUMNS, LATEST_RESPONSE, REQUEST_COLUMNS } from './tracing-request.entity.js';
import { STAGE_OF, STATUSES, type RequestStatus, type Stage } from './tracing-request.js';

type Statement = readonly [sql: string, values: readonly unknown[]];

/** The one statement of a list: one more row than asked for, which tells whether there is a next page. */
export function listStatement(query: ListQuery, state: StateCode, now: Date): Statement {
  return query.direction === 'drafts' ? draftsStatement(query, state) : requestsStatement(query, state, now);
}

/**
 * What is due first comes first; what waits for nobody comes last. Each side of the table, and in it each status asked for, is read
 * along its own index up to the end of the page, with its State named: row security alone would read the whole table.
 */
function requestsStatement(
  { direction, stage, status, overdue, updatedSince, cursor, limit }: ListQuery,
  state: StateCode,
  now: Date,
): Statement {
  const values: unknown[] = [state, limit + 1];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = [
    ...(cursor
      ? [`(request.due_order, request.id) > (${bind(cursor.at ?? 'infinity')}::timestamptz, ${bind(cursor.id)}::uuid)`]
      : []),
    ...(overdue === undefined ? [] : [`request.due_order ${overdue ? '<=' : '>'} ${bind(now)}::timestamptz`]),
    ...(updatedSince ? [`request.updated_at > ${bind(updatedSince)}::timestamptz`] : []),
  ];
  const runs = SIDES[direction ?? 'both'].flatMap((side) =>
    statusConditions(stage, status).map((one) =>
      [`request.${side} = $1`, ...one.map((wanted) => `request.status = ${bind(wanted)}::text`), ...conditions].join(' and '),
    ),
  );
  return [
    `select ${REQUEST_COLUMNS}
       from (${runs.map(runOf).join(' union all ')}) request ${LATEST_RESPONSE}
      order by request.due_order, request.id
      limit $2`,
    values,
  ];
}

const SIDES = {
  incoming: ['requested_state'],
  outgoing: ['requesting_state'],
  both: ['requested_state', 'requesting_state'],
  drafts: [],
} as const satisfies Record<Direction | 'both', readonly string[]>;

/** One run for each status asked for; a single one for all of them. */
function statusConditions(stage: Stage | undefined, status: RequestStatus | undefined): readonly (readonly RequestStatus[])[] {
  if (!stage && !status) return [[]];
  const wanted = STATUSES.filter((one) => (!stage || STAGE_OF[one] === stage) && (!status || one === status));
  // A stage and a status that exclude each other: the status of no stored request.
  return wanted.length > 0 ? wanted.map((one) => [one]) : [['draft']];
}

function runOf(conditions: string): string {
  return `(select request.* from tracing_requests request
            where ${conditions}
            order by request.due_order, request.id
            limit $2)`;
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
