import { corrected, missesOf, type Clock, type ClockReading, type StateCalendar } from '@tracedesk/deadlines/core';
import type { RequestId, StateCode } from '@tracedesk/kernel';

/** A request as its clocks know it. */
interface Face {
  readonly id: RequestId;
  readonly reference: string;
  readonly requestingState: StateCode;
  readonly requestedState: StateCode;
}

/** A clock that a corrected calendar moves. */
export interface TouchedClock {
  readonly request: Face;
  readonly before: ClockReading;
  readonly after: ClockReading;
}

/** What an administrator is shown of it: open fields of an own request. */
export interface TouchedDeadline {
  readonly requestId: RequestId;
  readonly reference: string;
  readonly clock: Clock;
  readonly dueBefore: Date;
  readonly dueAt: Date;
  /** It was missed by the date before, and stays so. */
  readonly missed: boolean;
}

export function touchedBy(
  open: readonly { readonly request: Face; readonly reading: ClockReading }[],
  calendar: StateCalendar,
  now: Date,
): readonly TouchedClock[] {
  return open.flatMap(({ request, reading }) => {
    const after = corrected(reading, calendar, now);
    return after ? [{ request, before: reading, after }] : [];
  });
}

export function movesOf(touched: readonly TouchedClock[]): readonly TouchedDeadline[] {
  return touched.map(({ request, before, after }) => ({
    requestId: request.id,
    reference: request.reference,
    clock: after.clock,
    dueBefore: before.dueAt,
    dueAt: after.dueAt,
    missed: missesOf(after).length > 0,
  }));
}
