import type { StateCode } from '@tracedesk/kernel';
import {
  missesOf,
  type Clock,
  type ClockReading,
  type CountStart,
  type PausePolicy,
  type Recomputation,
  type Unit,
} from './clock.js';
import { intervalOf, type StoredInterval } from './deadline-row.js';
import { derivationOf, dueAtOf, lastDayOf, type Derivation } from './due.js';
import { sourceOf, type DeadlineProfile, type ProfileSource } from './profile.js';

/** One step of the way to a date. The lines stand in the order in which a person would work it out. */
export type ExplanationLine =
  | { readonly line: 'started'; readonly at: Date; readonly start: CountStart; readonly cause: string }
  | { readonly line: 'profile'; readonly id: string; readonly version: number; readonly kind: DeadlineProfile['source']['kind'] }
  | { readonly line: 'term'; readonly unit: Unit; readonly length: number }
  | { readonly line: 'named_date'; readonly date: string }
  | { readonly line: 'zone'; readonly state: StateCode; readonly timeZone: string; readonly zoneData?: string }
  | {
      readonly line: 'calendar';
      readonly version: number;
      readonly weekend: readonly number[];
      readonly holidays: readonly string[];
    }
  | { readonly line: 'term_ends'; readonly at: Date }
  | {
      readonly line: 'pause';
      /** The State that caused it. */
      readonly by: StateCode;
      readonly from: Date;
      readonly to: Date | null;
      readonly cause: string;
      readonly countedMs: number;
      readonly runsAgainAt: Date | null;
    }
  | {
      readonly line: 'pauses_added';
      readonly count: number;
      readonly addedMs: number;
      readonly policy: PausePolicy;
      readonly capped: boolean;
    }
  /** The period would have ended during a pause, and ends with the day on which the clock ran again then. */
  | { readonly line: 'carried_over'; readonly at: Date }
  | ({ readonly line: 'recomputed' } & Omit<Recomputation, 'timeZoneBefore'>)
  | { readonly line: 'missed'; readonly dueAt: Date }
  | { readonly line: 'due'; readonly at: Date; readonly lastDay: string; readonly exact: boolean };

/** All that a date is computed from, as JSON holds it. `recompute` gives the same instant from it, anywhere; so does `linesAgain` the steps. */
export interface ExportedCount {
  readonly timeZone: string;
  readonly intervals: readonly StoredInterval[];
  /** The due instant that the present count passed; left out by desks that did not export it yet. */
  readonly missedAt?: string | null;
}

/** What beside the count its steps name. */
export interface ExplainedCount {
  readonly actingState: StateCode;
  readonly profile: { readonly id: string; readonly version: number; readonly source: Pick<ProfileSource, 'kind'> };
}

export interface Explanation {
  readonly clock: Clock;
  readonly actingState: StateCode;
  readonly timeZone: string;
  readonly profile: { readonly id: string; readonly version: number; readonly source: DeadlineProfile['source'] };
  readonly lines: readonly ExplanationLine[];
  readonly dueAt: Date;
  /** The date the record holds, when it is not what the intervals give: nobody should trust either then. */
  readonly storedDueAt: Date;
  readonly derivation: ExportedCount;
}

/** How the due date of a clock was worked out, from the reading alone: the profile is only asked where its number comes from. */
export function explain(reading: ClockReading, profile: DeadlineProfile): Explanation {
  const { clock, actingState, timeZone, intervals, missedAt } = reading;
  const derivation = derivationOf(intervals, timeZone);
  const source = sourceOf(profile, clock);
  return {
    clock,
    actingState,
    timeZone,
    profile: { id: reading.profile, version: reading.profileVersion, source },
    lines: linesOf(reading, derivation, {
      actingState,
      profile: { id: reading.profile, version: reading.profileVersion, source },
    }),
    dueAt: derivation.dueAt,
    storedDueAt: reading.dueAt,
    derivation: JSON.parse(JSON.stringify({ timeZone, intervals, missedAt })) as ExportedCount,
  };
}

/** The due instant that an exported count gives. */
export function recompute({ timeZone, intervals }: ExportedCount): Date {
  return dueAtOf(intervals.map(intervalOf), timeZone);
}

/** The steps that an exported count gives, for whoever holds them against those that were told. */
export function linesAgain(exported: ExportedCount, about: ExplainedCount): readonly ExplanationLine[] {
  const { timeZone, missedAt } = exported;
  const intervals = exported.intervals.map(intervalOf);
  const count = { timeZone, intervals, missedAt: typeof missedAt === 'string' ? new Date(missedAt) : null };
  return linesOf(count, derivationOf(intervals, timeZone), about);
}

type Count = Pick<ClockReading, 'timeZone' | 'intervals' | 'missedAt'>;

function linesOf(
  count: Count,
  derivation: Derivation,
  { actingState: state, profile }: ExplainedCount,
): readonly ExplanationLine[] {
  const { start, dueAt } = derivation;
  const { timeZone } = count;
  const began = start.term.unit === 'date' ? 'act' : (start.term.start ?? 'receipt');
  return [
    { line: 'started', at: start.from, start: began, cause: start.cause },
    { line: 'profile', id: profile.id, version: profile.version, kind: profile.source.kind },
    start.term.unit === 'date'
      ? { line: 'named_date', date: start.term.date }
      : { line: 'term', unit: start.term.unit, length: start.term.length },
    { line: 'zone', state, timeZone, ...(start.zoneData !== undefined && { zoneData: start.zoneData }) },
    ...calendarLines(derivation, timeZone),
    { line: 'term_ends', at: derivation.termEndsAt },
    ...pauseLines(state, derivation),
    ...(derivation.carriedOverAt ? [{ line: 'carried_over' as const, at: derivation.carriedOverAt }] : []),
    ...(start.recomputed ?? []).map(({ timeZoneBefore: _, ...one }) => ({ line: 'recomputed' as const, ...one })),
    ...missesOf(count).map((missed) => ({ line: 'missed' as const, dueAt: missed })),
    { line: 'due', at: dueAt, lastDay: lastDayOf(dueAt, timeZone), exact: start.term.unit === 'hours' },
  ];
}

/** Of the holidays only those that the count met: the others moved nothing. */
function calendarLines({ start, dueAt }: Derivation, timeZone: string): readonly ExplanationLine[] {
  if (start.term.unit !== 'working_days' || !start.calendar) return [];
  const { version, weekend, holidays } = start.calendar;
  const last = lastDayOf(dueAt, timeZone);
  return [{ line: 'calendar', version, weekend, holidays: holidays.filter((day) => day <= last) }];
}

/** A pause is caused by the State that has to act: it asks for what it needs first. */
function pauseLines(actingState: StateCode, { pauses, start, addedMs, capped }: Derivation): readonly ExplanationLine[] {
  if (pauses.length === 0) return [];
  return [
    ...pauses.map((pause) => ({ line: 'pause' as const, by: actingState, ...pause })),
    { line: 'pauses_added', count: pauses.length, addedMs, policy: start.term.pauses ?? 'pauses', capped },
  ];
}
