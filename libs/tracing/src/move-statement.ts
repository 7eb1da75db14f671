import type { StateCode } from '@tracedesk/kernel';
import type { Moved } from './transition.js';

type Statement = readonly [sql: string, values: readonly unknown[]];

/** What the row of a move holds besides the move itself. */
interface Rest {
  readonly state: StateCode;
  /** The version the move was decided on. Another one in the row leaves it as it is, and gives no row back. */
  readonly version: number;
  readonly profile: { readonly id: string; readonly version: number };
  readonly nextDueAt: Date | null;
}

/** The one statement that makes a move true; it gives a row back only if it did. */
export function statementOf({ previous, next, event }: Moved, { state, version, profile, nextDueAt }: Rest): Statement {
  const key = [next.id, version, state];
  if (event.to === 'gone') return [DISCARD, key];
  if (previous.status === 'draft')
    return [SUBMIT, [...key, next.version, profile.id, profile.version, nextDueAt, next.submittedAt]];
  return [
    MOVE,
    [
      ...key,
      next.version,
      next.status,
      next.requestedReference,
      next.expectedResponseOn,
      next.delayedUntil,
      next.askedElement,
      next.responses,
      JSON.stringify(next.informationRounds),
      next.clarificationRounds,
      next.outcome,
      next.followUp?.kind ?? null,
      next.followUp?.kind === 'linked' ? next.followUp.requestId : null,
      nextDueAt,
      next.respondedAt,
      next.closedAt,
      next.closedOnSilence,
      event.at,
      next.believedState,
      next.obstacle,
      next.notAvailable,
    ],
  ];
}

const DISCARD = `
  delete from tracing_request_drafts
   where id = $1 and version = $2 and state = $3
  returning id`;

/** The draft becomes the request: the same id, the same reference, and from now on two parties. */
const SUBMIT = `
  with draft as (
    delete from tracing_request_drafts
     where id = $1 and version = $2 and state = $3
    returning id, reference, state, requested_state, priority, legal_basis, own_reference, directly_accessible)
  insert into tracing_requests (id, reference, requesting_state, requested_state, status, priority, legal_basis, requesting_reference,
    directly_accessible, version, deadline_profile, deadline_profile_version, next_due_at, submitted_at, updated_at)
  select id, reference, state, requested_state, 'submitted', priority, legal_basis, own_reference, directly_accessible, $4, $5, $6, $7, $8, $8
    from draft
  returning id`;

const MOVE = `
  update tracing_requests
     set version = $4, status = $5, requested_reference = $6, expected_response_on = $7, delayed_until = $8, asked_element = $9,
         responses = $10, information_rounds = $11::jsonb, clarification_rounds = $12, outcome = $13, follow_up = $14,
         follow_up_request_id = $15, next_due_at = $16, responded_at = $17, closed_at = $18, closed_on_silence = $19, updated_at = $20,
         believed_state = $21, obstacle = $22, not_available = $23
   where id = $1 and version = $2 and (requesting_state = $3 or requested_state = $3)
  returning id`;
