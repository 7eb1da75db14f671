import { denied, type Denial } from '@tracedesk/kernel';

/** Why a move on a tracing request is denied. Each has a message in every language; codes never change their meaning. */
export const TRACING_DENIALS = [
  'REQUEST_NOT_FOUND',
  'DEADLINE_NOT_FOUND',
  'VERSION_CONFLICT',
  'ACTION_OF_OTHER_PARTY',
  'ACTION_NOT_OPEN',
  'RELEASE_REQUIRED',
  'CLOCK_NOT_MISSED',
  'NOT_CLOSED_ON_SILENCE',
  'REQUESTED_STATE_REQUIRED',
  'REQUESTED_STATE_IS_OWN',
  'REQUESTED_STATE_UNKNOWN',
  'CONTACT_POINT_MISSING',
  'STATE_OF_FIND_REQUIRED',
  'FOUND_ELSEWHERE',
  'GROUND_OF_ILLICITNESS_REQUIRED',
  'LEGAL_JUSTIFICATION_REQUIRED',
  'MANNER_OF_FIND_REQUIRED',
  'CIRCUMSTANCES_REQUIRED',
  'DESCRIPTION_REQUIRED',
  'INTENDED_USE_REQUIRED',
  'UNDERTAKING_REQUIRED',
  'URGENCY_REASON_REQUIRED',
  'TRACEABILITY_CHECK_NOT_READ',
  'TRACEABILITY_WARNINGS_UNANSWERED',
  'OVERRIDE_NOT_APPLICABLE',
  'OWN_REFERENCE_REQUIRED',
  'EXPECTED_DATE_PAST',
  'BELIEVED_STATE_INVALID',
  'QUESTION_REQUIRED',
  'ANSWER_REQUIRED',
  'GROUND_REQUIRED',
  'GROUND_NOT_APPLICABLE',
  'REASONS_REQUIRED',
  'DATE_NOT_LATER',
  'ITEMS_REQUIRED',
  'ITEMS_NOT_APPLICABLE',
  'FINDING_REQUIRED',
  'FINDING_NOT_APPLICABLE',
  'FOLLOW_UP_REQUIRED',
  'FOLLOW_UP_IS_SAME_REQUEST',
  'REASON_REQUIRED',
  'FOLLOW_UP_UNKNOWN',
  'DATE_IN_FUTURE',
  'LEGIBILITY_MISPLACED',
] as const;
export type TracingDenial = (typeof TRACING_DENIALS)[number];

/** The denial of one rule: its code, the field that would have to change, the rule's paragraph of the ITI. */
export function no(code: TracingDenial, field?: string, paragraph?: string, details?: Denial['details']): Denial {
  return denied(code, { ...(field && { field }), ...(paragraph && { paragraph }), ...(details && { details }) }).denial;
}
