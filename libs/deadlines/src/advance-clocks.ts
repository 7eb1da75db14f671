import { dayIn, type StateCode } from '@tracedesk/kernel';
import {
  ACTING_PARTY,
  CLOCK_NAMES,
  ticks,
  type Clock,
  type ClockInterval,
  type ClockReading,
  type ClockState,
  type Frozen,
  type Party,
  type Rule,
  type Term,
} from './clock.js';
import { calendarless, usedFrom, type StateCalendar } from './calendar.js';
import { countedWith } from './counted-with.js';
import { dueAtOf, startOfCount } from './due.js';
import { DeadlineError } from './errors.js';
import { escalationOf, termOf, type DeadlineProfile, type Urgency } from './profile.js';

/** A State that clocks run against, with when it works. Without a calendar no profile may count its working days. */
export interface ClockParty {
  readonly state: StateCode;
  readonly timeZone: string;
  readonly calendar?: StateCalendar | undefined;
  /** The release of zone data that days are counted with here. */
  readonly zoneData?: string;
}

export interface ClockMove {
  /** The row of the status × clock table for the status that the move leads to. A clock it does not name has nothing to do any more. */
  readonly clocks: Readonly<Partial<Record<Clock, ClockState>>>;
  readonly at: Date;
  /** The audit action of the move: `tracing_request.acknowledged`. */
  readonly cause: string;
  readonly parties: Readonly<Record<Party, ClockParty>>;
  readonly profile: DeadlineProfile;
  readonly priority: Urgency;
  /** A delay: the date (`2026-12-31`) up to which the response clock now runs. */
  readonly newDueOn?: string | undefined;
  /** Clocks that begin a new count even though they run (a reopened request). */
  readonly restart?: readonly Clock[] | undefined;
}

/**
 * The next readings of all clocks after a move. Clocks that the move does not touch come back as they are.
 * A clock that ticked and whose date had passed at the time of the move is missed, whether or not a sweep had come by: the result is the same.
 */
export function advanceClocks(readings: readonly ClockReading[], move: ClockMove): readonly ClockReading[] {
  return CLOCK_NAMES.flatMap((clock) => {
    const before = readings.find((reading) => reading.clock === clock);
    const after = next(clock, before && withMiss(before, move.at), move);
    if (!after) return [];
    if (after === before) return [after];
    return [{ ...countedWith(after, move.parties[ACTING_PARTY[clock]].zoneData), version: after.savedVersion + 1 }];
  });
}

function next(clock: Clock, before: ClockReading | undefined, move: ClockMove): ClockReading | undefined {
  const wanted = move.clocks[clock] ?? (before && isOpen(before) ? 'settled' : before?.state);
  switch (wanted) {
    case 'runs':
      return run(clock, before, move);
    case 'paused':
      return before && isOpen(before) && runsOn(before) ? run(clock, before, move) : pause(clock, before, move);
    case 'settled':
      return before && settle(lateAfterEnd(before, move.at), move.at);
    case 'off':
      return before && end(before, move.at);
    case undefined:
      return undefined;
  }
}

function run(clock: Clock, before: ClockReading | undefined, move: ClockMove): ClockReading {
  const newDate = clock === 'response' ? move.newDueOn : undefined;
  if (!before || !isOpen(before) || move.restart?.includes(clock)) {
    return startCount(clock, before, move);
  }
  if (newDate !== undefined) return delay(before, newDate, move);
  if (before.state === 'runs') return before;
  return withDueDate({ ...openInterval(before, { state: 'runs', from: move.at, to: null, cause: move.cause }), state: 'runs' });
}

function startCount(clock: Clock, before: ClockReading | undefined, move: ClockMove): ClockReading {
  const { state: actingState, timeZone, calendar } = move.parties[ACTING_PARTY[clock]];
  const counted: Term =
    clock === 'response' && move.newDueOn !== undefined
      ? { unit: 'date', date: move.newDueOn, start: 'act', escalation: escalationOf(move.profile, move.priority) }
      : termOf(move.profile, clock, move.priority);
  const term: Term = { ...counted, ...PRESENT_RULE };
  const used =
    term.unit === 'working_days'
      ? { calendar: usedFrom(calendar ?? calendarless(actingState, timeZone), dayIn(move.at, timeZone)) }
      : {};
  const start: ClockInterval = { state: 'runs', from: move.at, to: null, cause: move.cause, term, ...used };
  const intervals = [...(before ? countOver(closeLast(before, move.at)).intervals : []), start];
  const dueAt = dueAtOf(intervals, timeZone);
  return {
    clock,
    state: 'runs',
    actingState,
    timeZone,
    intervals,
    firstDueAt: dueAt,
    dueAt,
    settledAt: null,
    missedAt: null,
    profile: move.profile.id,
    profileVersion: move.profile.version,
    version: before?.version ?? 0,
    savedVersion: before?.savedVersion ?? 0,
  };
}

/** Counts that begin today; those begun before say nothing of it, and keep the dates that were told. */
const PRESENT_RULE = { standstill: 'never_ends_it' } as const satisfies Rule;

/** The reading runs up to the named date. `firstDueAt` stays; a miss before the delay stays with its count, and the new date can be missed again. */
function delay(before: ClockReading, date: string, move: ClockMove): ClockReading {
  const interval: ClockInterval = {
    state: 'runs',
    from: move.at,
    to: null,
    cause: move.cause,
    term: { unit: 'date', date, start: 'act', ...frozenIn(before), ...PRESENT_RULE },
  };
  return withDueDate({ ...openInterval(countOver(before), interval), state: 'runs', missedAt: null });
}

/** A named date is pushed by pauses, and escalated, as the count before it was. */
function frozenIn({ intervals }: ClockReading): Frozen {
  const { pauses, escalation } = intervals[startOfCount(intervals)]?.term ?? {};
  return { ...(pauses === undefined ? {} : { pauses }), ...(escalation === undefined ? {} : { escalation }) };
}

function pause(clock: Clock, before: ClockReading | undefined, move: ClockMove): ClockReading {
  if (before?.state === 'paused') return before;
  if (before?.state !== 'runs') {
    throw new DeadlineError('CLOCK_NOT_RUNNING', `The ${clock} clock does not run, so it cannot pause.`, { clock });
  }
  return withDueDate({
    ...openInterval(before, { state: 'paused', from: move.at, to: null, cause: move.cause }),
    state: 'paused',
  });
}

/** Whether the profile that the count began under lets it run while information is awaited. */
function runsOn({ intervals }: ClockReading): boolean {
  return intervals[startOfCount(intervals)]?.term?.pauses === 'does_not_pause';
}

/** Settled once and for all: a clock that was settled and then ended keeps the date on which the duty was done. */
function settle(before: ClockReading, at: Date): ClockReading {
  if (before.state === 'settled') return before;
  return withDueDate({ ...closeLast(before, at), state: 'settled', settledAt: before.settledAt ?? at });
}

/**
 * A response that comes after the request was closed on silence settles a clock that had ended. It is late if its date had passed by then,
 * although nobody was counting any more. An acknowledgement is not: what ends it unsettled is a redirect, which answers it.
 */
function lateAfterEnd(before: ClockReading, at: Date): ClockReading {
  const late =
    before.clock === 'response' && before.state === 'off' && before.settledAt === null && before.dueAt.getTime() <= at.getTime();
  return late ? { ...before, missedAt: before.missedAt ?? before.dueAt } : before;
}

/** The request left the place where the clock had a meaning: nothing is due any more, and nothing was settled by that. */
function end(before: ClockReading, at: Date): ClockReading {
  if (before.state === 'off') return before;
  return withDueDate({ ...closeLast(before, at), state: 'off' });
}

function withMiss(reading: ClockReading, at: Date): ClockReading {
  const passed = ticks(reading) && reading.missedAt === null && reading.dueAt.getTime() <= at.getTime();
  return passed ? { ...reading, missedAt: reading.dueAt } : reading;
}

/** A new count is about to begin: what the present one missed is written beside its start, where no later count overwrites it. */
function countOver(reading: ClockReading): ClockReading {
  const { intervals, missedAt } = reading;
  if (missedAt === null) return reading;
  const start = startOfCount(intervals);
  return { ...reading, intervals: intervals.map((interval, index) => (index === start ? { ...interval, missedAt } : interval)) };
}

function openInterval(reading: ClockReading, interval: ClockInterval): ClockReading {
  return { ...reading, intervals: [...closeLast(reading, interval.from).intervals, interval] };
}

function closeLast(reading: ClockReading, at: Date): ClockReading {
  const last = reading.intervals.at(-1);
  if (!last || last.to !== null) return reading;
  return { ...reading, intervals: [...reading.intervals.slice(0, -1), { ...last, to: at }] };
}

function withDueDate(reading: ClockReading): ClockReading {
  return { ...reading, dueAt: dueAtOf(reading.intervals, reading.timeZone) };
}

function isOpen(reading: ClockReading): boolean {
  return reading.state === 'runs' || reading.state === 'paused';
}
