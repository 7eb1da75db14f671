import type { Clock, ClockState } from '@tracedesk/deadlines/core';
import type { RequestStatus, TracingRequest } from './tracing-request.js';

type ClockRow = Readonly<Partial<Record<Clock, ClockState>>>;

const ALL_OFF = { acknowledgement: 'off', response: 'off', information: 'off', clarification: 'off' } as const;

/**
 * The status × clock table. A move changes the status, so no move can forget a clock.
 * A clock left out stays as it is; if it still ran or was paused, it is settled by the move.
 */
export const CLOCKS = {
  draft: {},
  submitted: { acknowledgement: 'runs', response: 'runs' },
  acknowledged: { acknowledgement: 'settled', response: 'runs' },
  information_requested: { acknowledgement: 'settled', response: 'paused', information: 'runs' },
  delayed: { acknowledgement: 'settled', response: 'runs' },
  responded: { acknowledgement: 'settled', response: 'settled' },
  clarification_requested: { acknowledgement: 'settled', response: 'settled', clarification: 'runs' },
  misrouted: ALL_OFF,
  closed: ALL_OFF,
  withdrawn: ALL_OFF,
} as const satisfies Record<RequestStatus, ClockRow>;

/** A question beyond the elements of ITI 17 gives no right to stop answering: the response clock runs on. */
const INFORMATION_BEYOND_17 = { ...CLOCKS.information_requested, response: 'runs' } as const satisfies ClockRow;

/** The row of the table that holds for a request as it stands. */
export function clocksOf(request: Pick<TracingRequest, 'status' | 'askedElement'>): ClockRow {
  const beyond17 = request.status === 'information_requested' && request.askedElement === 'beyond_17';
  return beyond17 ? INFORMATION_BEYOND_17 : CLOCKS[request.status];
}
