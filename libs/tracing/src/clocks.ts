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

/** A question beyond the elements of ITI 17 gives no right to stop answering: the response clock runs on, and silence on it is held against nobody. */
const INFORMATION_BEYOND_17 = {
  ...CLOCKS.information_requested,
  response: 'runs',
  information: 'off',
} as const satisfies ClockRow;

/** An element that the requesting State has declared not available was answered (17: to the extent possible): asked for again, it is due, and stops nothing. */
const INFORMATION_NOT_AVAILABLE = { ...CLOCKS.information_requested, response: 'runs' } as const satisfies ClockRow;

/** The row of the table that holds for a request as it stands. */
export function clocksOf({ status, askedElement, notAvailable }: AskedRequest): ClockRow {
  if (status !== 'information_requested' || askedElement === null) return CLOCKS[status];
  if (askedElement === 'beyond_17') return INFORMATION_BEYOND_17;
  return notAvailable.includes(askedElement) ? INFORMATION_NOT_AVAILABLE : CLOCKS[status];
}

type AskedRequest = Pick<TracingRequest, 'status' | 'askedElement' | 'notAvailable'>;
