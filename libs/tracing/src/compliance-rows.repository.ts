import { Injectable } from '@nestjs/common';
import type { Tx } from '@tracedesk/platform';
import type { ComplianceRow } from './compliance.js';

/** What the figures on silence are worked out from: the requests of which the own State is a party, in either direction. */
@Injectable()
export class ComplianceRows {
  async submittedBetween(tx: Tx, from: Date, before: Date): Promise<readonly ComplianceRow[]> {
    const rows = await tx.query<{ row: ComplianceRow }>(ROWS, [tx.state, from, before]);
    return rows.map(({ row }) => inUtc(row));
  }
}

/** PostgreSQL writes instants in the zone of its session: they are told as everywhere in the desk, in UTC. */
function inUtc({ submittedAt, acknowledgement, response, respondedAt, ...row }: ComplianceRow): ComplianceRow {
  return {
    ...row,
    submittedAt: utc(submittedAt),
    acknowledgement: acknowledgement && {
      dueAt: utc(acknowledgement.dueAt),
      settledAt: acknowledgement.settledAt && utc(acknowledgement.settledAt),
      misses: acknowledgement.misses.map(utc),
    },
    response: response && { ...response, dueAt: utc(response.dueAt), misses: response.misses.map(utc) },
    respondedAt: respondedAt && utc(respondedAt),
  };
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}

/** Every due instant that passed while the clock ticked: those of earlier counts stand in their intervals. */
const misses = (clock: string): string => `
  array(select missed from (
    select (part ->> 'missedAt')::timestamptz as missed from jsonb_array_elements(${clock}.intervals) part
    union select ${clock}.missed_at) passed
   where missed is not null order by missed)`;

const ROWS = `
  select jsonb_build_object(
      'reference', request.reference,
      'requestingState', request.requesting_state,
      'requestedState', request.requested_state,
      'priority', request.priority,
      'submittedAt', request.submitted_at,
      'misrouted', request.status = 'misrouted',
      'acknowledgement', case when receipt.settled_at is not null or receipt.missed_at is not null or receipt.state <> 'off' then jsonb_build_object(
        'dueAt', receipt.due_at, 'settledAt', receipt.settled_at, 'misses', ${misses('receipt')}) end,
      'response', case when answered.first_at is not null or answer.state <> 'off' or cardinality(${misses('answer')}) > 0 then jsonb_build_object(
        'dueAt', answer.due_at,
        'delayed', jsonb_path_exists(answer.intervals, '$[*].term ? (@.unit == "date")'),
        'misses', ${misses('answer')}) end,
      'respondedAt', answered.first_at,
      'kind', answered.kind) as row
    from tracing_requests request
    left join deadlines receipt on receipt.request_id = request.id and receipt.clock = 'acknowledgement'
      and receipt.requesting_state = request.requesting_state
    left join deadlines answer on answer.request_id = request.id and answer.clock = 'response'
      and answer.requesting_state = request.requesting_state
    left join lateral (
      select min(responded_at) as first_at, (array_agg(kind order by round desc))[1] as kind
        from responses
       where responses.request_id = request.id and responses.requesting_state = request.requesting_state) answered on true
   where (request.requesting_state = $1 or request.requested_state = $1) and request.submitted_at >= $2 and request.submitted_at < $3
   order by request.submitted_at, request.reference`;
