import type { Answered, TraceabilityFinding, TraceabilityRule } from '@tracedesk/firearms/core';
import type { BatchId, Denial, RequestId, StateCode } from '@tracedesk/kernel';
import type { Reference, RequestStatus } from '../tracing-request.js';

/** Requests that one State drafted together, with one common part. Known to that State alone, and each request lives on by itself. */
export interface RequestBatch {
  readonly id: BatchId;
  readonly state: StateCode;
  readonly ownReference: string | null;
  /** How many requests were drafted. */
  readonly size: number;
  readonly drafts: number;
  /** Sent to the State asked, whatever became of them. */
  readonly submitted: number;
  readonly createdAt: Date;
}

export interface RowFinding extends TraceabilityFinding {
  readonly answered: Answered | null;
}

/** What the traceability check says of a draft: rules and how sure, and the warnings that stand in the way. Of what was written, nothing. */
export interface RowCheck {
  /** Whether it was read for the draft as it stands. */
  readonly read: boolean;
  readonly findings: readonly RowFinding[];
  readonly unanswered: readonly TraceabilityRule[];
  /** Earlier questions of the own State's about what may be the same weapon. */
  readonly askedBefore: number;
}

/** One request of a batch: open fields. A draft that was discarded is in no batch any more. */
export interface BatchRow {
  /** Its place in the table the batch was made from, counted from 0. */
  readonly place: number;
  readonly requestId: RequestId;
  readonly reference: Reference;
  readonly requestedState: StateCode | null;
  readonly status: RequestStatus;
  readonly version: number;
  /** `null` once it was sent. */
  readonly check: RowCheck | null;
}

/** Requests about firearms of one model and import mark. Which one it is is protected. */
export interface BatchGroup {
  /** Counted from 1, in the order of the groups as they are now. */
  readonly number: number;
  readonly requests: readonly BatchRow[];
}

export interface BatchInGroups extends RequestBatch {
  readonly groups: readonly BatchGroup[];
}

/** A request of a batch as somebody read it: what is done to it is done to that version. */
export interface RowRead {
  readonly requestId: RequestId;
  readonly version: number;
}

export const ROW_OUTCOMES = ['submitted', 'submitted_before', 'not_submitted'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What became of one request when its batch was submitted. */
export interface SubmittedRow extends Pick<BatchRow, 'place' | 'requestId' | 'reference'> {
  readonly outcome: RowOutcome;
  /** Why it was not. */
  readonly problem: Denial | null;
}

/** Whether the check of one draft counts as read now, and what still stands in the way. */
export interface CheckedRow extends Pick<BatchRow, 'place' | 'requestId' | 'reference'> {
  readonly read: boolean;
  readonly unanswered: readonly TraceabilityRule[];
  readonly problem: Denial | null;
}
