import type { Clock } from '@tracedesk/deadlines/core';
import type { Action } from './commands.js';
import type { Requirement } from './requirements.js';
import type { Party, RequestStatus } from './tracing-request.js';

/** A starting status may itself depend on something. Both are requirements; they come before the others. */
type Start = 'always' | Extract<Requirement, 'clock_missed' | 'closed_on_silence' | 'response_given'>;

export interface Move {
  /** The party whose move it is. */
  readonly by: Party;
  readonly from: Readonly<Partial<Record<RequestStatus, Start>>>;
  /** `gone`: the draft leaves no request behind. */
  readonly to: RequestStatus | 'gone';
  /** Checked in this order; the first that fails is the denial. */
  readonly requires: readonly Requirement[];
  /** The audit entry's action, and its class: handing content to the other State is a disclosure. */
  readonly event: `tracing_request.${string}`;
  readonly entry: 'alteration' | 'disclosure' | 'erasure';
  /** Clocks that start anew. */
  readonly restarts?: readonly Clock[];
  /** The paragraphs of the ITI the move rests on. */
  readonly paragraphs: readonly string[];
}

/**
 * Every move of a tracing request. The table is the rule: clocks, audit names, the diagram, the actions open to a reader,
 * routes and permissions are derived from it or checked against it.
 * Leaving *submitted* by any move of the requested State but an acknowledgement settles the acknowledgement in the same move.
 */
export const LIFECYCLE = {
  submit: {
    by: 'requesting',
    from: { draft: 'always' },
    to: 'submitted',
    requires: [
      'released',
      'another_state_is_asked',
      'found_in_own_territory',
      'reason_of_choice',
      'ground_of_illicitness',
      'legal_justification',
      'resolution',
      'manner_of_find',
      'circumstances',
      'source_of_peace_operation',
      'consent_of_host',
      'subject_of_instrument',
      'marks',
      'type_of_firearm',
      'calibre',
      'intended_use',
      'undertaking',
      'purposes_of_restriction',
      'urgency_reason',
      'active_contact_point',
      'traceability_check_read',
      'nothing_asked_since_check',
      'traceability_warnings_answered',
    ],
    event: 'tracing_request.submitted',
    entry: 'disclosure',
    paragraphs: ['6', '15', '16', '17', '25'],
  },
  discard: {
    by: 'requesting',
    from: { draft: 'always' },
    to: 'gone',
    requires: [],
    event: 'tracing_request.discarded',
    entry: 'erasure',
    paragraphs: [],
  },
  acknowledge: {
    by: 'requested',
    from: { submitted: 'always' },
    to: 'acknowledged',
    requires: ['own_reference', 'expected_date'],
    event: 'tracing_request.acknowledged',
    entry: 'alteration',
    paragraphs: ['19'],
  },
  redirect: {
    by: 'requested',
    from: { submitted: 'always', acknowledged: 'always', delayed: 'always' },
    to: 'misrouted',
    requires: ['believed_state'],
    event: 'tracing_request.redirected',
    entry: 'alteration',
    paragraphs: ['18', '21'],
  },
  request_information: {
    by: 'requested',
    from: { submitted: 'always', acknowledged: 'always', delayed: 'always' },
    to: 'information_requested',
    requires: ['question'],
    event: 'tracing_request.information_requested',
    entry: 'alteration',
    paragraphs: ['20'],
  },
  supply_information: {
    by: 'requesting',
    from: { information_requested: 'always' },
    to: 'acknowledged',
    requires: ['answer'],
    event: 'tracing_request.information_supplied',
    entry: 'disclosure',
    paragraphs: ['17', '20'],
  },
  delay: {
    by: 'requested',
    from: { submitted: 'always', acknowledged: 'always', delayed: 'always' },
    to: 'delayed',
    requires: ['ground', 'reasons', 'later_date'],
    event: 'tracing_request.delayed',
    entry: 'alteration',
    paragraphs: ['22', '23'],
  },
  respond: {
    by: 'requested',
    from: {
      submitted: 'always',
      acknowledged: 'always',
      information_requested: 'always',
      delayed: 'always',
      closed: 'closed_on_silence',
    },
    to: 'responded',
    requires: ['ground', 'reasons', 'items', 'finding', 'guarantee'],
    event: 'tracing_request.responded',
    entry: 'disclosure',
    paragraphs: ['15', '18', '21', '22', '23'],
  },
  seek_clarification: {
    by: 'requesting',
    from: { responded: 'always' },
    to: 'clarification_requested',
    requires: ['question'],
    event: 'tracing_request.clarification_requested',
    entry: 'alteration',
    paragraphs: ['23'],
  },
  clarify: {
    by: 'requested',
    from: { clarification_requested: 'always' },
    to: 'responded',
    requires: ['answer', 'items', 'guarantee'],
    event: 'tracing_request.clarified',
    entry: 'disclosure',
    paragraphs: ['23'],
  },
  supplement: {
    by: 'requested',
    from: { responded: 'always', closed: 'response_given' },
    to: 'responded',
    requires: ['items', 'reason', 'guarantee'],
    event: 'tracing_request.supplemented',
    entry: 'disclosure',
    paragraphs: ['18'],
  },
  close: {
    by: 'requesting',
    from: {
      responded: 'always',
      misrouted: 'always',
      submitted: 'clock_missed',
      acknowledged: 'clock_missed',
      delayed: 'clock_missed',
      information_requested: 'clock_missed',
      clarification_requested: 'clock_missed',
    },
    to: 'closed',
    requires: ['outcome', 'obstacle', 'follow_up'],
    event: 'tracing_request.closed',
    entry: 'alteration',
    paragraphs: ['5'],
  },
  reopen: {
    by: 'requesting',
    from: { closed: 'always', misrouted: 'always' },
    to: 'acknowledged',
    requires: ['reopening_ground', 'reason'],
    event: 'tracing_request.reopened',
    entry: 'alteration',
    restarts: ['response'],
    paragraphs: ['18'],
  },
  withdraw: {
    by: 'requesting',
    from: { submitted: 'always', acknowledged: 'always', information_requested: 'always', delayed: 'always' },
    to: 'withdrawn',
    requires: ['reason'],
    event: 'tracing_request.withdrawn',
    entry: 'alteration',
    paragraphs: [],
  },
} as const satisfies Record<Action, Move>;

export const ACTIONS = Object.keys(LIFECYCLE) as readonly Action[];

/** The table's row of an action, with the table's general type. */
export function moveOf(action: Action): Move {
  return LIFECYCLE[action];
}
