import { isOverdue, type ClockReading, type ClockState } from '@tracedesk/deadlines/core';
import type { Officer, StateCode } from '@tracedesk/kernel';
import { isInForce, sideOf, type Consent, type ConsentSide } from './consent.js';
import { actsOpenTo, type ConsentAct } from './consent-lifecycle.js';

/** Until when the giver has to answer. */
export interface ConsentDeadline {
  readonly state: ClockState;
  readonly actingState: StateCode;
  readonly timeZone: string;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly missedAt: Date | null;
  readonly overdue: boolean;
  readonly profile: string;
}

/** What both States see of a consent without a disclosure: open fields, as one reader sees them. */
export interface ConsentSummary extends Consent {
  readonly side: ConsentSide;
  readonly inForce: boolean;
  readonly deadline: ConsentDeadline | null;
  /** What the reader's State and role allow now. */
  readonly acts: readonly ConsentAct[];
}

const ROLES_THAT_ACT: readonly string[] = ['tracing_officer', 'contact_point'];

export function consentSummaryOf(
  consent: Consent,
  reader: Officer,
  now: Date,
  reading: ClockReading | undefined,
): ConsentSummary {
  return {
    ...consent,
    side: sideOf(consent, reader.state) ?? 'asking',
    inForce: isInForce(consent, now),
    deadline: reading ? deadlineOf(reading, now) : null,
    acts: ROLES_THAT_ACT.includes(reader.role) ? actsOpenTo(consent, reader.state, now) : [],
  };
}

function deadlineOf(reading: ClockReading, now: Date): ConsentDeadline {
  const { state, actingState, timeZone, dueAt, settledAt, missedAt, profile } = reading;
  return { state, actingState, timeZone, dueAt, settledAt, missedAt, overdue: isOverdue(reading, now), profile };
}
