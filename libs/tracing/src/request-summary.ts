import { endsExactly, isOverdue, pausesOf, type Clock, type ClockReading, type ClockState } from '@tracedesk/deadlines/core';
import type { Officer, RequestId, StateCode } from '@tracedesk/kernel';
import type { AddressedOffice } from './addressed-office.js';
import type { Action } from './commands.js';
import { roundOf } from './information-rounds.js';
import { mayTake } from './open-actions.js';
import type { Obstacle } from './obstacle.js';
import { ASKED_ELEMENTS, type AskedElement, type LocalDate } from './question.js';
import type { Finding } from './response-item.js';
import type { LimitationGround, Outcome, ResponseKind } from './response.js';
import {
  STAGE_OF,
  type BelievedState,
  type LegalBasis,
  type Priority,
  type Reference,
  type RequestStatus,
  type Stage,
  type TracingRequest,
} from './tracing-request.js';
import { actionsOpenTo } from './transition.js';

/** A request as it is stored: with what the rules do not need and the lists do. */
export interface StoredRequest {
  readonly request: TracingRequest;
  /** The profile its clocks are counted by and its version, frozen at submission. A draft has none yet. */
  readonly deadlineProfile: { readonly id: string; readonly version: number };
  /** The version of the draft whose traceability check was read last. */
  readonly checkedVersion: number | null;
  /** The earliest date on which somebody has to act; null while nobody has. */
  readonly nextDueAt: Date | null;
  readonly updatedAt: Date;
}

/** What both parties, and only they, see of a request without a disclosure: open fields, as one reader sees them. */
export interface RequestSummary {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode | null;
  readonly direction: 'incoming' | 'outgoing';
  readonly stage: Stage | null;
  readonly status: RequestStatus;
  readonly priority: Priority;
  readonly legalBasis: LegalBasis;
  readonly version: number;
  readonly requestingReference: string | null;
  readonly requestedReference: string | null;
  readonly expectedResponseOn: LocalDate | null;
  readonly delayedUntil: LocalDate | null;
  readonly submittedAt: Date | null;
  readonly respondedAt: Date | null;
  readonly closedAt: Date | null;
  readonly updatedAt: Date;
  readonly outcome: Outcome | null;
  /** What stood in the way, of a request closed without a trace. Open to both parties, like the outcome: what is counted of a State it can see. */
  readonly obstacle: Obstacle | null;
  readonly followUp: 'linked' | 'waived' | null;
  /** The next request of the chain; known to the requesting State only. */
  readonly followUpRequestId: RequestId | null;
  /** The element of ITI 17 that is asked about now, and how often each was. */
  readonly askedElement: AskedElement | null;
  readonly informationRounds: readonly ElementRounds[];
  /** Elements declared not available: asked for again, they pause no clock. */
  readonly notAvailable: readonly AskedElement[];
  readonly clarificationRounds: number;
  /** The State that a redirect named. */
  readonly believedState: BelievedState | null;
  readonly response: ResponseSummary | null;
  readonly nextDueAt: Date | null;
  readonly overdue: boolean;
  /** The office it was addressed to, where one request is read; `null` for a draft. */
  readonly contactPoint?: AddressedOffice | null;
  /** Where one request is read; absent in lists. */
  readonly deadlines?: readonly DeadlineSummary[];
  /** What the lifecycle and the reader's role allow now. */
  readonly actions: readonly Action[];
}

export interface ElementRounds {
  readonly element: AskedElement;
  readonly rounds: number;
}

export interface ResponseSummary {
  readonly kind: ResponseKind;
  readonly finding: Finding | null;
  readonly ground: LimitationGround | null;
  readonly respondedAt: Date;
}

export interface DeadlineSummary {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly actingState: StateCode;
  /** The acting State's zone: the last day is a day there. */
  readonly timeZone: string;
  readonly firstDueAt: Date;
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  readonly missedAt: Date | null;
  readonly overdue: boolean;
  /** How often the present count was paused: both States see it, because a pause can be a way to stall. */
  readonly pauses: number;
  /** Counted in hours: due at the instant, not at the end of a day. */
  readonly exact: boolean;
  readonly profile: string;
}

/** The request as this reader sees it now. */
export function summaryOf(stored: StoredRequest, reader: Officer, now: Date, readings?: readonly ClockReading[]): RequestSummary {
  const { request, nextDueAt: due, updatedAt } = stored;
  const outgoing = request.requestingState === reader.state;
  const overdue = due !== null && due.getTime() <= now.getTime();
  return {
    id: request.id,
    reference: request.reference,
    requestingState: request.requestingState,
    requestedState: request.requestedState,
    direction: outgoing ? 'outgoing' : 'incoming',
    stage: STAGE_OF[request.status],
    status: request.status,
    priority: request.priority,
    legalBasis: request.legalBasis,
    version: request.version,
    requestingReference: request.requestingReference,
    requestedReference: request.requestedReference,
    expectedResponseOn: request.expectedResponseOn,
    delayedUntil: request.delayedUntil,
    submittedAt: request.submittedAt,
    respondedAt: request.respondedAt,
    closedAt: request.closedAt,
    updatedAt,
    outcome: request.outcome,
    obstacle: request.obstacle,
    followUp: request.followUp?.kind ?? null,
    followUpRequestId: outgoing && request.followUp?.kind === 'linked' ? request.followUp.requestId : null,
    askedElement: request.askedElement,
    notAvailable: request.notAvailable,
    informationRounds: ASKED_ELEMENTS.map((element) => ({ element, rounds: roundOf(request.informationRounds, element) })).filter(
      ({ rounds }) => rounds > 0,
    ),
    clarificationRounds: request.clarificationRounds,
    believedState: request.believedState,
    response: responseOf(request),
    nextDueAt: due,
    overdue,
    ...(readings && { deadlines: readings.map((reading) => deadlineOf(reading, now)) }),
    // Where closing on silence is open, the clock that is due next runs against the requested State.
    actions: actionsOpenTo(request, reader.state, { clockMissed: overdue }).filter((action) => mayTake(reader.role, action)),
  };
}

export function deadlineOf(reading: ClockReading, now: Date): DeadlineSummary {
  const { clock, state, actingState, timeZone, firstDueAt, dueAt, settledAt, missedAt, profile } = reading;
  const dates = { firstDueAt, dueAt, settledAt, missedAt, overdue: isOverdue(reading, now) };
  return { clock, state, actingState, timeZone, ...dates, pauses: pausesOf(reading), exact: endsExactly(reading), profile };
}

function responseOf({ latestResponse, respondedAt }: TracingRequest): ResponseSummary | null {
  return latestResponse && respondedAt ? { ...latestResponse, respondedAt } : null;
}
