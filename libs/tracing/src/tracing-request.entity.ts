import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { InformationRounds } from './information-rounds.js';
import type { Obstacle } from './obstacle.js';
import type { AskedElement, LocalDate } from './question.js';
import type { StoredRequest } from './request-summary.js';
import type { Finding } from './response-item.js';
import type { LimitationGround, Outcome, ResponseKind } from './response.js';
import type { BelievedState, FollowUp, LegalBasis, Priority, Reference, RequestStatus } from './tracing-request.js';

/** A row of `tracing_requests` with its newest response, or of `tracing_request_drafts` in the same shape. */
export interface RequestRow {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode | null;
  readonly status: RequestStatus;
  readonly priority: Priority;
  readonly legal_basis: LegalBasis;
  readonly directly_accessible: boolean;
  readonly deadline_profile: string;
  readonly deadline_profile_version: number;
  readonly version: number;
  readonly requesting_reference: string | null;
  readonly requested_reference: string | null;
  readonly expected_response_on: LocalDate | null;
  readonly delayed_until: LocalDate | null;
  readonly asked_element: AskedElement | null;
  readonly information_rounds: InformationRounds;
  readonly not_available: readonly AskedElement[];
  readonly clarification_rounds: number;
  readonly responses: number;
  readonly outcome: Outcome | null;
  readonly obstacle: Obstacle | null;
  readonly follow_up: FollowUp['kind'] | null;
  readonly follow_up_request_id: RequestId | null;
  readonly believed_state: BelievedState | null;
  readonly next_due_at: Date | null;
  readonly submitted_at: Date | null;
  readonly responded_at: Date | null;
  readonly closed_at: Date | null;
  readonly closed_on_silence: boolean;
  readonly updated_at: Date;
  readonly response_kind: ResponseKind | null;
  readonly response_finding: Finding | null;
  readonly response_ground: LimitationGround | null;
  readonly checked_version: number | null;
}

/** Columns of a request as both parties see it. Days are read as text: they belong to no time zone. */
export const REQUEST_COLUMNS = `
  request.id, request.reference, request.requesting_state, request.requested_state, request.status, request.priority,
  request.legal_basis, request.directly_accessible, request.deadline_profile, request.deadline_profile_version, request.version, request.requesting_reference, request.requested_reference,
  request.expected_response_on::text, request.delayed_until::text, request.asked_element, request.information_rounds, request.not_available,
  request.clarification_rounds, request.responses, request.outcome, request.obstacle, request.follow_up, request.follow_up_request_id,
  request.believed_state,
  request.next_due_at, request.submitted_at, request.responded_at, request.closed_at, request.closed_on_silence, request.updated_at,
  latest.kind as response_kind, latest.finding as response_finding, latest.ground as response_ground, null::integer as checked_version`;

/** The open fields of a request's newest response. */
export const LATEST_RESPONSE = `
  left join lateral (
    select response.kind, response.finding, response.ground
      from responses response
     where response.request_id = request.id and response.requesting_state = request.requesting_state and request.responses > 0
     order by response.round desc
     limit 1) latest on true`;

/** The same columns of a draft. */
export const DRAFT_COLUMNS = `
  draft.id, draft.reference, draft.state as requesting_state, draft.requested_state, 'draft'::text as status, draft.priority,
  draft.legal_basis, draft.directly_accessible, '' as deadline_profile, 0 as deadline_profile_version, draft.version, draft.own_reference as requesting_reference, null::text as requested_reference,
  null::text as expected_response_on, null::text as delayed_until, null::text as asked_element, '{}'::jsonb as information_rounds, '{}'::text[] as not_available,
  0 as clarification_rounds, 0 as responses, null::text as outcome, null::text as obstacle, null::text as follow_up, null::uuid as follow_up_request_id,
  null::text as believed_state,
  null::timestamptz as next_due_at, null::timestamptz as submitted_at, null::timestamptz as responded_at,
  null::timestamptz as closed_at, false as closed_on_silence, draft.updated_at,
  null::text as response_kind, null::text as response_finding, null::text as response_ground,
  draft.traceability_check_version as checked_version`;

/** The request of a row; what is sealed is not opened. */
export function storedFrom(row: RequestRow): StoredRequest {
  return {
    request: {
      id: row.id,
      reference: row.reference,
      requestingState: row.requesting_state,
      requestedState: row.requested_state,
      status: row.status,
      priority: row.priority,
      legalBasis: row.legal_basis,
      directlyAccessible: row.directly_accessible,
      version: row.version,
      question: null,
      requestingReference: row.requesting_reference,
      requestedReference: row.requested_reference,
      expectedResponseOn: row.expected_response_on,
      delayedUntil: row.delayed_until,
      askedElement: row.asked_element,
      informationRounds: row.information_rounds,
      notAvailable: row.not_available,
      clarificationRounds: row.clarification_rounds,
      responses: row.responses,
      latestResponse: row.response_kind && {
        kind: row.response_kind,
        finding: row.response_finding,
        ground: row.response_ground,
      },
      submittedAt: row.submitted_at,
      respondedAt: row.responded_at,
      closedAt: row.closed_at,
      closedOnSilence: row.closed_on_silence,
      outcome: row.outcome,
      obstacle: row.obstacle,
      followUp: followUpOf(row),
      believedState: row.believed_state,
    },
    deadlineProfile: { id: row.deadline_profile, version: row.deadline_profile_version },
    checkedVersion: row.checked_version,
    nextDueAt: row.next_due_at,
    updatedAt: row.updated_at,
  };
}

function followUpOf({ follow_up: kind, follow_up_request_id: requestId }: RequestRow): FollowUp | null {
  if (kind === 'linked' && requestId) return { kind, requestId };
  return kind === 'waived' ? { kind } : null;
}
