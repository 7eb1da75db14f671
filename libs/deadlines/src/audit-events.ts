import type { AuditEventDefinition } from '@tracedesk/audit/core';

/** What this room enters in the log. The moves that start, pause and settle clocks are entries of tracing. */
export const DEADLINE_EVENTS: readonly AuditEventDefinition[] = [
  {
    action: 'deadline.missed',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['clock', 'acting_state', 'due_at', 'profile', 'consent'],
    says: 'A clock passed its due date while it ran. The request stays where it is: only a State can refuse.',
  },
  {
    action: 'deadline.escalated',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['clock', 'acting_state', 'share', 'tells'],
    says: 'So many per cent of a period had run, and it was brought to a supervisor or to the State that waits, as its profile says.',
  },
  {
    action: 'deadline.recomputed',
    class: 'alteration',
    object: 'tracing_request',
    facts: ['clock', 'acting_state', 'due_before', 'due_at', 'calendar_version', 'zone_data'],
    says: 'The acting State corrected its calendar, or the desk got newer time zone data, and a date was worked out anew. The earlier date stays; what was missed stays missed.',
  },
  {
    action: 'calendar.corrected',
    class: 'alteration',
    object: 'calendar',
    facts: ['version', 'touched'],
    says: 'A State entered a new version of its calendar: how many open periods it moved.',
  },
  {
    action: 'deadline_profile.proposed',
    class: 'alteration',
    object: 'deadline_profile',
    facts: ['profile', 'version'],
    says: 'A State proposed a deadline profile, or a new version of one, to another State. It applies to nothing yet.',
  },
  {
    action: 'deadline_profile.agreed',
    class: 'alteration',
    object: 'deadline_profile',
    facts: ['profile', 'version'],
    says: 'The other State agreed: new requests between the two are counted by this version, those before are not.',
  },
  {
    action: 'deadline_profile.declined',
    class: 'alteration',
    object: 'deadline_profile',
    facts: ['profile', 'version'],
    says: 'The other State did not agree to a proposed profile.',
  },
  {
    action: 'deadline_profile.withdrawn',
    class: 'alteration',
    object: 'deadline_profile',
    facts: ['profile', 'version'],
    says: 'The proposing State took its proposal back before it was answered.',
  },
  {
    action: 'deadline_profile.ended',
    class: 'alteration',
    object: 'deadline_profile',
    facts: ['profile', 'version'],
    says: 'One of the two States ended an agreed profile for requests to come. What was submitted under it stays under it.',
  },
];
