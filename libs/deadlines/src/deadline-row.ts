import type { StateCode } from '@tracedesk/kernel';
import type { UsedCalendar } from './calendar.js';
import type { Clock, ClockInterval, ClockReading, ClockState, Recomputation, Term } from './clock.js';

/** A row of `deadlines` as PostgreSQL gives it. */
export interface DeadlineRow {
  readonly clock: Clock;
  readonly acting_state: StateCode;
  readonly time_zone: string;
  readonly state: ClockState;
  readonly profile: string;
  readonly profile_version: number;
  readonly intervals: readonly StoredInterval[];
  readonly first_due_at: Date;
  readonly due_at: Date;
  readonly settled_at: Date | null;
  readonly missed_at: Date | null;
  readonly version: number;
}

/** An interval in JSON: instants as ISO 8601 in UTC. */
export interface StoredInterval {
  readonly state: 'runs' | 'paused';
  readonly from: string;
  readonly to: string | null;
  readonly cause: string;
  readonly term?: Term;
  readonly missedAt?: string;
  readonly calendar?: UsedCalendar;
  readonly zoneData?: string;
  readonly recomputed?: readonly StoredRecomputation[];
}

type StoredRecomputation = Omit<Recomputation, 'at' | 'dueBefore'> & { readonly at: string; readonly dueBefore: string };

export function readingOf(row: DeadlineRow): ClockReading {
  return {
    clock: row.clock,
    state: row.state,
    actingState: row.acting_state,
    timeZone: row.time_zone,
    intervals: row.intervals.map(intervalOf),
    firstDueAt: row.first_due_at,
    dueAt: row.due_at,
    settledAt: row.settled_at,
    missedAt: row.missed_at,
    profile: row.profile,
    profileVersion: row.profile_version,
    version: row.version,
    savedVersion: row.version,
  };
}

/** The interval that JSON tells of: a row of the desk, or an export of it. */
export function intervalOf({ from, to, missedAt, recomputed, ...rest }: StoredInterval): ClockInterval {
  return {
    ...rest,
    from: new Date(from),
    to: to === null ? null : new Date(to),
    ...(missedAt === undefined ? {} : { missedAt: new Date(missedAt) }),
    ...(recomputed === undefined
      ? {}
      : { recomputed: recomputed.map((one) => ({ ...one, at: new Date(one.at), dueBefore: new Date(one.dueBefore) })) }),
  };
}
