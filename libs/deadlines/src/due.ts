import { Temporal } from 'temporal-polyfill';
import type { ClockInterval, Term } from './clock.js';
import { DeadlineError } from './errors.js';

/**
 * When the present count of these intervals is due: a pure function of the intervals and the zone, so that anyone can work it out again.
 *
 * The rule. A count of n calendar days runs from its start to the same time of day n days later in the acting State's zone. Closed pauses
 * are added with their exact length, not in days begun: many short pauses weigh what they lasted, and asking for information for a minute
 * does not buy a day. The period then ends with the day that this falls on. So the acting State has never less than the full term of
 * running time, and never a whole day more.
 */
export function dueAtOf(intervals: readonly ClockInterval[], timeZone: string): Date {
  const { first, rest } = presentCount(intervals);
  const pauses = rest
    .filter(({ state, to }) => state === 'paused' && to !== null)
    .reduce((sum, { from, to }) => sum + (to as Date).getTime() - from.getTime(), 0);
  return endOfDay(termEnd(first.term, first.from, timeZone).add({ milliseconds: pauses }));
}

/** The last day on which the act is in time, as the acting State's calendar shows it: what people read as "due on". */
export function lastDayOf(dueAt: Date, timeZone: string): string {
  return zoned(new Date(dueAt.getTime() - 1), timeZone)
    .toPlainDate()
    .toString();
}

/** The first instant after a day of the State's calendar: where a period that ends with that day ends. */
export function dueAtEndOf(date: string, timeZone: string): Date {
  return endOfDay(termEnd({ unit: 'date', date }, new Date(0), timeZone));
}

type CountStart = ClockInterval & { readonly term: Term };

function presentCount(intervals: readonly ClockInterval[]): { first: CountStart; rest: readonly ClockInterval[] } {
  const start = intervals.findLastIndex(({ term }) => term !== undefined);
  const first = intervals[start];
  if (!first?.term) throw new DeadlineError('INTERVALS_BROKEN', 'No interval of this clock says what is counted.');
  return { first: { ...first, term: first.term }, rest: intervals.slice(start + 1) };
}

/** The last moment of the bare term, before pauses. A named date is used up to its last millisecond, so that pauses push it as they push days. */
function termEnd(term: Term, from: Date, timeZone: string): Temporal.ZonedDateTime {
  if (term.unit === 'calendar_days') return zoned(from, timeZone).add({ days: term.length });
  return startOfDay(Temporal.PlainDate.from(term.date).add({ days: 1 }), timeZone).subtract({ milliseconds: 1 });
}

function endOfDay(moment: Temporal.ZonedDateTime): Date {
  return new Date(startOfDay(moment.toPlainDate().add({ days: 1 }), moment.timeZoneId).epochMilliseconds);
}

function startOfDay(date: Temporal.PlainDate, timeZone: string): Temporal.ZonedDateTime {
  return date.toZonedDateTime(timeZone);
}

function zoned(instant: Date, timeZone: string): Temporal.ZonedDateTime {
  try {
    return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  } catch (cause) {
    throw new DeadlineError(
      'TIME_ZONE_UNKNOWN',
      `The time zone ${timeZone} is not known here. Is the State's entry right?`,
      { timeZone },
      { cause },
    );
  }
}
