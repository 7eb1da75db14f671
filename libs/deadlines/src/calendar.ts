import { Temporal } from 'temporal-polyfill';
import { dayIn, zoneOrUtc, type StateCode } from '@tracedesk/kernel';

export interface Holiday {
  /** `2026-12-25`. */
  readonly on: string;
  readonly name: string;
}

/** When a State works, in one version. A correction is a new version; no version is ever changed. */
export interface StateCalendar {
  readonly state: StateCode;
  /** 0: the State has entered none; Saturday and Sunday are free and no holiday is known. */
  readonly version: number;
  readonly timeZone: string;
  /** Days of the week as ISO counts them: 1 is Monday, 7 Sunday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly Holiday[];
  /** Where the dates come from: a law, a gazette. */
  readonly source: string;
  /** Up to which day the holidays are entered. */
  readonly coveredUntil: string | null;
}

/** The part of a calendar that a count depends on, frozen beside its term. */
export interface UsedCalendar {
  readonly version: number;
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
}

export const COVERAGE_DAYS = 90;

/** What counts where a State has entered no calendar. */
export function calendarless(state: StateCode, timeZone: string): StateCalendar {
  return { state, version: 0, timeZone, weekend: [6, 7], holidays: [], source: '', coveredUntil: null };
}

/** What a count that begins on that day needs of the calendar: its weekend, and the holidays from then on. */
export function usedFrom({ version, weekend, holidays }: StateCalendar, firstDay: string): UsedCalendar {
  return {
    version,
    weekend,
    holidays: holidays
      .map(({ on }) => on)
      .filter((on) => on >= firstDay)
      .sort(),
  };
}

export function isWorkingDay({ weekend, holidays }: UsedCalendar, day: Temporal.PlainDate): boolean {
  return !weekend.includes(day.dayOfWeek) && !holidays.includes(day.toString());
}

/** The first day of the next 90 that no entered holiday list covers; null when all are covered. */
export function uncoveredFrom({ coveredUntil }: Pick<StateCalendar, 'coveredUntil'>, today: string): string | null {
  if (coveredUntil === null) return today;
  const [first, covered] = [Temporal.PlainDate.from(today), Temporal.PlainDate.from(coveredUntil)];
  if (Temporal.PlainDate.compare(covered, first.add({ days: COVERAGE_DAYS })) >= 0) return null;
  return Temporal.PlainDate.compare(covered, first) < 0 ? today : covered.add({ days: 1 }).toString();
}

/** Up to which day a State's holidays are entered; null: none are. */
export type Coverage = Pick<StateCalendar, 'state' | 'timeZone' | 'coveredUntil'>;

/** Those of the States that the next 90 days are not entered for, each from its own today. */
export function uncoveredStates(states: readonly Coverage[], now: Date): readonly StateCode[] {
  return states.filter((state) => uncoveredFrom(state, dayIn(now, zoneOrUtc(state.timeZone))) !== null).map(({ state }) => state);
}
