import type { Certainty } from '@tracedesk/firearms/core';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Reference, RequestStatus } from './tracing-request.js';

/** An earlier question of the own State's about what may be the same weapon: its serial number is the same, or differs in look-alikes, zeros or a label alone. */
export interface AskedBefore {
  readonly requestId: RequestId;
  readonly reference: Reference;
  readonly requestedState: StateCode | null;
  readonly status: RequestStatus;
  readonly certainty: Certainty;
}
