import { Temporal } from 'temporal-polyfill';
import type { UsedCalendar } from './calendar.js';
import { ticks, type ClockInterval, type ClockReading } from './clock.js';
import { derivationOf, startOfCount, type Derivation } from './due.js';
import type { Told } from './escalation.js';
import { spentWorking, workingTimeIn } from './working-time.js';

/** A step of the escalation that a count carries, with the instant at which it is due. */
export interface PlannedReminder {
  readonly share: number;
  readonly tells: readonly Told[];
  readonly remindAt: Date;
}

/** The steps of the present count, in order; none while the clock does not tick. A pause moves those that lie after it, by as much as it counts. */
export function remindersOf({ state, intervals, timeZone }: ClockReading): readonly PlannedReminder[] {
  if (!ticks({ state, intervals })) return [];
  const steps = intervals[startOfCount(intervals)]?.term?.escalation ?? [];
  return steps.map(({ share, tells }) => ({ share, tells, remindAt: instantOfShare(intervals, timeZone, share) }));
}

/**
 * The instant at which so many per cent of the running time of the present count are over: a pure function of the intervals and the zone.
 * Paused time does not count, up to the cap where there is one, and of a count in working days only working time does. More than 100 is reckoned on from the due instant.
 */
export function instantOfShare(intervals: readonly ClockInterval[], timeZone: string, share: number): Date {
  const derivation = derivationOf(intervals, timeZone);
  const { start, dueAt } = derivation;
  if (share === 100) return dueAt;
  const time = start.term.unit === 'working_days' && start.calendar ? workingTime(start.calendar, timeZone) : WALL_TIME;
  const spans = runningUntil(derivation, intervals);
  const total = spans.reduce((sum, { from, to }) => sum + time.between(from, to), 0);
  const wanted = Math.floor((total * share) / 100);
  return share > 100 ? time.after(dueAt, wanted - total) : (walk(spans, wanted, time) ?? dueAt);
}

/** How long a stretch is, and when so much more of it is over, as the unit of the count sees time. */
interface CountedTime {
  between(from: Date, to: Date): number;
  after(from: Date, milliseconds: number): Date;
}

const WALL_TIME: CountedTime = {
  between: (from, to) => to.getTime() - from.getTime(),
  after: (from, milliseconds) => new Date(from.getTime() + milliseconds),
};

function workingTime(calendar: UsedCalendar, timeZone: string): CountedTime {
  const zoned = (instant: Date): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return {
    between: (from, to) => workingTimeIn(zoned(from), zoned(to), calendar),
    after: (from, milliseconds) => new Date(spentWorking(zoned(from), milliseconds, calendar).epochMilliseconds),
  };
}

interface Span {
  readonly from: Date;
  readonly to: Date;
}

/** The stretches in which the present count ran or will run, up to its due instant: also within a pause, once that has used the cap up. */
function runningUntil({ dueAt, pauses }: Derivation, intervals: readonly ClockInterval[]): readonly Span[] {
  const ran = intervals.slice(startOfCount(intervals)).filter(({ state }) => state === 'runs');
  const ranAgain = pauses.flatMap(({ runsAgainAt, to }) => (runsAgainAt ? [{ from: runsAgainAt, to }] : []));
  return [...ran, ...ranAgain]
    .filter(({ from }) => from < dueAt)
    .sort((one, other) => one.from.getTime() - other.from.getTime())
    .map(({ from, to }) => ({ from, to: to === null || to > dueAt ? dueAt : to }));
}

function walk(spans: readonly Span[], wanted: number, time: CountedTime): Date | undefined {
  let left = wanted;
  for (const { from, to } of spans) {
    const length = time.between(from, to);
    if (left < length) return time.after(from, left);
    left -= length;
  }
  return undefined;
}
