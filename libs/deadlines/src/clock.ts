import type { StateCode } from '@tracedesk/kernel';
import type { UsedCalendar } from './calendar.js';
import type { Escalation } from './escalation.js';

/**
 * The periods that run against a party. `CLOCKS` of tracing says which of them runs at which status of a request; *consent* runs once for
 * each consent asked for in connection with a request, beside its clocks.
 */
export const CLOCK_NAMES = ['acknowledgement', 'response', 'information', 'clarification', 'consent'] as const;
export type Clock = (typeof CLOCK_NAMES)[number];

export type ClockState = 'runs' | 'paused' | 'settled' | 'off';

export const PRIORITIES = ['routine', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

export type Party = 'requesting' | 'requested';

/** Who has to act while the clock runs, and so whose calendar counts. */
export const ACTING_PARTY = {
  acknowledgement: 'requested',
  response: 'requested',
  information: 'requesting',
  clarification: 'requested',
  // The parties of a consent: the State that gave the information is the one that is asked.
  consent: 'requested',
} as const satisfies Record<Clock, Party>;

/** Hours are counted exactly; the others end with a day of the acting State. */
export const UNITS = ['hours', 'calendar_days', 'working_days', 'months'] as const;
export type Unit = (typeof UNITS)[number];

/** What asking for information does to a count. `capped`: pauses count up to so many days altogether. */
export type PausePolicy = 'pauses' | 'does_not_pause' | { readonly cappedDays: number };

/**
 * What is counted from the start of an interval: a length, or up to a date that the acting State named (a delay).
 * It carries all that its profile said, so that no later profile changes what was frozen. Without `pauses`, every pause counts in full.
 * A named date with `start` is so many calendar days from the act that named it; without it the count was begun under an earlier rule, which it keeps.
 * So does a count without `standstill`: it could end while it stood still.
 */
export type Term =
  | ({ readonly unit: Unit; readonly length: number; readonly start?: CountStart } & Rule & Frozen)
  | ({ readonly unit: 'date'; readonly date: string; readonly start?: 'act' } & Rule & Frozen);

/** By which rule a count ends. `never_ends_it`: a period that would have ended during a pause ends with the day on which the clock runs again. */
export interface Rule {
  readonly standstill?: 'never_ends_it';
}

/** What of its profile stays with a count, whatever its term: how pauses weigh, and who is told as it runs out. */
export interface Frozen {
  readonly pauses?: PausePolicy;
  readonly escalation?: Escalation;
}

/** Whether a count begins with the receipt of the request or with the act that asked for something. */
export type CountStart = 'receipt' | 'act';

/** A correction of what a count was worked out with: the date before it stays visible. */
export interface Recomputation {
  readonly at: Date;
  readonly dueBefore: Date;
  readonly timeZoneBefore: string;
  /** What was corrected: the calendar, by its version … */
  readonly calendarVersion?: number;
  /** … or the zone data, by their release. */
  readonly zoneData?: string;
}

/**
 * A stretch of time in which the clock ran or was paused, and the move that caused it.
 * The interval that carries a `term` begins a count; those after it belong to that count until the next term.
 */
export interface ClockInterval {
  readonly state: 'runs' | 'paused';
  readonly from: Date;
  readonly to: Date | null;
  /** The audit action of the move: `tracing_request.submitted`. */
  readonly cause: string;
  readonly term?: Term;
  /** Beside a `term` in working days: the days that do not count, as the acting State's calendar said when the count was last worked out. */
  readonly calendar?: UsedCalendar;
  /** Beside a `term`: the release of the IANA zone data that its date was last worked out with. Counts of older desks do not say. */
  readonly zoneData?: string;
  /** Beside a `term`: corrections since the count began, oldest first. */
  readonly recomputed?: readonly Recomputation[];
  /** Beside a `term`: the count it began is over, and was missed at that instant. */
  readonly missedAt?: Date;
}

/**
 * One clock of one request, with all that its dates are computed from: the same derivation from an export gives the same instants.
 * `firstDueAt` is the due date of the present count before any pause or delay, and stays visible beside `dueAt`.
 */
export interface ClockReading {
  readonly clock: Clock;
  readonly state: ClockState;
  readonly actingState: StateCode;
  /** IANA zone of the acting State, frozen when the count began. */
  readonly timeZone: string;
  readonly intervals: readonly ClockInterval[];
  readonly firstDueAt: Date;
  /** The first instant after the last day. While the clock is paused: without the pause that is still open, or with all that a cap leaves of it. */
  readonly dueAt: Date;
  readonly settledAt: Date | null;
  /** The due instant that passed while the clock ran, of the present count; kept whatever happens afterwards in that count. */
  readonly missedAt: Date | null;
  readonly profile: string;
  readonly profileVersion: number;
  /** Grows by one with every saved change; names the wake-up. */
  readonly version: number;
  /** The version in the database that this reading was loaded from; 0 when there is none yet. */
  readonly savedVersion: number;
}

/** Every due instant that passed while the clock ran, of this count and the earlier ones, oldest first. */
export function missesOf({ intervals, missedAt }: Pick<ClockReading, 'intervals' | 'missedAt'>): readonly Date[] {
  const earlier = intervals.flatMap((interval) => (interval.missedAt ? [interval.missedAt] : []));
  return missedAt ? [...earlier, missedAt] : earlier;
}

/** Whether the due date falls unless somebody acts: the clock runs, or is paused under a cap and runs again by itself once that is used up. */
export function ticks({ state, intervals }: Pick<ClockReading, 'state' | 'intervals'>): boolean {
  return state === 'runs' || (state === 'paused' && pauseIsCapped({ intervals }));
}

/** Whether the profile that the present count began under lets pauses count only up to a cap. */
export function pauseIsCapped({ intervals }: Pick<ClockReading, 'intervals'>): boolean {
  return typeof intervals.findLast(({ term }) => term !== undefined)?.term?.pauses === 'object';
}

/** Whether the deadline has passed unsettled. A paused, settled or ended clock is overdue only if it was missed while it ran. */
export function isOverdue(reading: ClockReading, now: Date): boolean {
  return ticks(reading) && reading.dueAt.getTime() <= now.getTime();
}

/** The earliest date on which somebody has to act, or null when no clock ticks. */
export function nextDueAt(readings: readonly ClockReading[]): Date | null {
  const due = readings.filter(ticks).map(({ dueAt }) => dueAt.getTime());
  return due.length === 0 ? null : new Date(Math.min(...due));
}
