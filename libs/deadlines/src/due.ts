import { Temporal } from 'temporal-polyfill';
import type { UsedCalendar } from './calendar.js';
import type { ClockInterval, ClockReading, Term } from './clock.js';
import { DeadlineError } from './errors.js';
import { afterWorkingDays, spentWorking, workingTimeIn } from './working-time.js';

/**
 * When the present count of these intervals is due: a pure function of the intervals and the zone, so that anyone can work it out again.
 *
 * The rule. A term of calendar days or months leads to the same time of day so much later in the acting State's zone, a date that the State
 * named to that time of day of it, one of working days
 * to that time of the n-th working day; a month that has no such day ends with its last. Closed pauses are added with their exact length,
 * not in days begun: many short pauses weigh what they lasted, and asking for information for a minute does not buy a day. A pause still open
 * adds nothing, because nobody knows how long it will last; but where the profile caps pauses, it adds at most what the cap leaves: the date is
 * the one on which the period ends if nobody closes the pause, and it falls due. Where working
 * days are counted, of a pause only the working time counts, and it is added in working time. The period then ends with the day this falls
 * on. So the acting State has never less than the full term of running time, and never a whole day more. Hours end at the exact instant.
 *
 * No period ends while its clock stands still: one that was not over when a pause began, and would be when it ends, ends with the day on which
 * the clock runs again, or the first working day after. Only that day may make it a day more.
 */
export function dueAtOf(intervals: readonly ClockInterval[], timeZone: string): Date {
  return derivationOf(intervals, timeZone).dueAt;
}

/** The steps on the way to a due instant, for whoever asks how it was worked out. */
export interface Derivation {
  readonly start: ClockInterval & { readonly term: Term };
  /** The end of the bare term, before pauses. */
  readonly termEndsAt: Date;
  readonly pauses: readonly PauseOfCount[];
  /** What is added for pauses; less than they lasted where the profile caps them or only working time counts. */
  readonly addedMs: number;
  readonly capped: boolean;
  /** When the clock last ran again after a pause in which the period would have ended; null where that did not happen. */
  readonly carriedOverAt: Date | null;
  readonly dueAt: Date;
}

export interface PauseOfCount {
  readonly from: Date;
  readonly to: Date | null;
  readonly cause: string;
  /** What of it counts, before any cap; 0 while it is open: nobody knows yet how long it lasts. */
  readonly countedMs: number;
  /** When the cap is used up in this pause, or will be if nobody closes it, and the clock runs again by itself; null where it is not. */
  readonly runsAgainAt: Date | null;
}

const DAY_MS = 86_400_000;

export function derivationOf(intervals: readonly ClockInterval[], timeZone: string): Derivation {
  const { start, rest } = presentCount(intervals);
  const { term } = start;
  const calendar = term.unit === 'working_days' ? calendarOf(start) : undefined;
  const end = termEnd(term, start.from, timeZone, calendar);
  const counted = rest
    .filter(({ state }) => state === 'paused')
    .map(({ from, to, cause }) => ({ from, to, cause, countedMs: to === null ? 0 : lengthOf(from, to, timeZone, calendar) }));
  const all = counted.reduce((sum, { countedMs }) => sum + countedMs, 0);
  const cap = capOf(term);
  const open = counted.some(({ to }) => to === null);
  const addedMs = open && Number.isFinite(cap) ? cap : Math.min(all, cap);
  let left = cap;
  const pauses = counted.map((pause) => {
    const usesUp = Number.isFinite(cap) && (pause.to === null || pause.countedMs > left);
    const runsAgainAt = usesUp ? new Date(after(zoned(pause.from, timeZone), left, calendar).epochMilliseconds) : null;
    left = Math.max(0, left - pause.countedMs);
    return { ...pause, runsAgainAt };
  });
  const { moment, carriedOverAt } = endAfterPauses(term, after(end, 0, calendar), pauses, cap, calendar);
  return {
    start,
    termEndsAt: new Date(end.epochMilliseconds),
    pauses,
    addedMs,
    capped: all > cap,
    carriedOverAt,
    dueAt: dueAfter(term, moment),
  };
}

/** The moment that the pauses, one by one, lead to from the end of the bare term. */
function endAfterPauses(
  term: Term,
  end: Temporal.ZonedDateTime,
  pauses: readonly PauseOfCount[],
  cap: number,
  calendar: UsedCalendar | undefined,
): { readonly moment: Temporal.ZonedDateTime; readonly carriedOverAt: Date | null } {
  let [moment, left, carriedOverAt] = [end, cap, null as Date | null];
  for (const { from, to, countedMs, runsAgainAt } of pauses) {
    const wasOver = dueAfter(term, moment) <= from;
    const added = to === null && Number.isFinite(cap) ? left : Math.min(countedMs, left);
    moment = after(moment, added, calendar);
    left -= added;
    const ranAgainAt = runsAgainAt ?? to;
    if (term.standstill !== 'never_ends_it' || wasOver || ranAgainAt === null || dueAfter(term, moment) > ranAgainAt) continue;
    moment = after(zoned(ranAgainAt, moment.timeZoneId), 0, calendar);
    carriedOverAt = ranAgainAt;
  }
  return { moment, carriedOverAt };
}

/** The last day on which the act is in time, as the acting State's calendar shows it: what people read as "due on". */
export function lastDayOf(dueAt: Date, timeZone: string): string {
  return zoned(new Date(dueAt.getTime() - 1), timeZone)
    .toPlainDate()
    .toString();
}

/** The first instant after a day of the State's calendar: where a period that ends with that day ends. */
export function dueAtEndOf(date: string, timeZone: string): Date {
  return endOfDay(lastMomentOf(date, timeZone));
}

/** How often the present count was paused. */
export function pausesOf({ intervals }: Pick<ClockReading, 'intervals'>): number {
  return presentCount(intervals).rest.filter(({ state }) => state === 'paused').length;
}

/** Whether the present count ends at an instant rather than with a day. */
export function endsExactly({ intervals }: Pick<ClockReading, 'intervals'>): boolean {
  return presentCount(intervals).start.term.unit === 'hours';
}

/** Where the present count begins: the last interval that carries a term. -1 where none does. */
export function startOfCount(intervals: readonly ClockInterval[]): number {
  return intervals.findLastIndex(({ term }) => term !== undefined);
}

function presentCount(intervals: readonly ClockInterval[]): Pick<Derivation, 'start'> & { rest: readonly ClockInterval[] } {
  const index = startOfCount(intervals);
  const first = intervals[index];
  if (!first?.term) throw new DeadlineError('INTERVALS_BROKEN', 'No interval of this clock says what is counted.');
  return { start: { ...first, term: first.term }, rest: intervals.slice(index + 1) };
}

function calendarOf({ calendar }: ClockInterval): UsedCalendar {
  if (!calendar)
    throw new DeadlineError('INTERVALS_BROKEN', 'A term in working days stands without the calendar it is counted by.');
  return calendar;
}

/** The last moment of the bare term. A named date is reached at the time of day of the act that named it: so many days, pushed as days are. */
function termEnd(term: Term, from: Date, timeZone: string, calendar?: UsedCalendar): Temporal.ZonedDateTime {
  if (term.unit === 'date' && term.start === undefined) return lastMomentOf(term.date, timeZone);
  const start = zoned(from, timeZone);
  switch (term.unit) {
    case 'date':
      return start.add(start.toPlainDate().until(term.date, { largestUnit: 'days' }));
    case 'hours':
      return start.add({ hours: term.length });
    case 'calendar_days':
      return start.add({ days: term.length });
    case 'months':
      return start.add({ months: term.length });
    case 'working_days':
      return afterWorkingDays(start, term.length, calendar as UsedCalendar);
  }
}

/** How a named date counted before: used up to its last millisecond, so that any pause carried it into the next day. */
function lastMomentOf(date: string, timeZone: string): Temporal.ZonedDateTime {
  return startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }), timeZone).subtract({ milliseconds: 1 });
}

function after(moment: Temporal.ZonedDateTime, milliseconds: number, calendar: UsedCalendar | undefined): Temporal.ZonedDateTime {
  return calendar ? spentWorking(moment, milliseconds, calendar) : moment.add({ milliseconds });
}

function lengthOf(from: Date, to: Date, timeZone: string, calendar: UsedCalendar | undefined): number {
  return calendar ? workingTimeIn(zoned(from, timeZone), zoned(to, timeZone), calendar) : to.getTime() - from.getTime();
}

function capOf({ pauses }: Term): number {
  if (pauses === 'does_not_pause') return 0;
  return typeof pauses === 'object' ? pauses.cappedDays * DAY_MS : Number.POSITIVE_INFINITY;
}

function dueAfter({ unit }: Term, moment: Temporal.ZonedDateTime): Date {
  return unit === 'hours' ? new Date(moment.epochMilliseconds) : endOfDay(moment);
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
