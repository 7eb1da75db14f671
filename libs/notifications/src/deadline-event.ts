import { endsExactly, lastDayOf, type ClockReading } from '@tracedesk/deadlines/core';
import type { FeedEvent } from './calendar-feed.js';

/** The request or consent whose period is told of: open fields only. */
export interface ToldRequest {
  readonly id: string;
  readonly reference: string;
  readonly consentId?: string;
}

/** A period as a date of a calendar: on its last day in the acting State's zone, or at its instant where hours are counted. */
export function deadlineEvent({ id, consentId }: ToldRequest, reading: ClockReading, summary: string): FeedEvent {
  const { clock, dueAt, timeZone } = reading;
  const about = consentId === undefined ? id : `${id}-${consentId}`;
  return {
    uid: `${about}-${clock}@tracedesk`,
    revisedAt: lastRevision(reading),
    due: endsExactly(reading) ? { at: dueAt } : { day: lastDayOf(dueAt, timeZone) },
    summary,
  };
}

/** The latest move or correction that the date was worked out from. */
function lastRevision({ intervals }: ClockReading): Date {
  const moments = intervals.flatMap(({ from, recomputed = [] }) => [from, ...recomputed.map(({ at }) => at)]);
  return new Date(Math.max(...moments.map((moment) => moment.getTime())));
}
