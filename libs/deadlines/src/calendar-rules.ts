import { Temporal } from 'temporal-polyfill';
import { dayIn, denied, isTimeZone, type Denial } from '@tracedesk/kernel';
import type { StateCalendar } from './calendar.js';

/** What an administrator sends: the next version of the own State's calendar. */
export type CalendarDraft = Pick<StateCalendar, 'timeZone' | 'weekend' | 'holidays' | 'source'> & {
  readonly coveredUntil: string;
};

const DAYS_OF_WEEK = 7;

/** Why this calendar cannot be one, or null. Nothing of it is stored then. */
export function calendarDenial({ timeZone, weekend, holidays, coveredUntil }: CalendarDraft, now: Date): Denial | null {
  if (!isTimeZone(timeZone)) return denied('TIME_ZONE_UNKNOWN', { field: 'timeZone', details: { found: timeZone } }).denial;
  if (new Set(weekend).size >= DAYS_OF_WEEK) return no('CALENDAR_NEVER_WORKS', 'weekend');
  const seen = new Set<string>();
  for (const [index, { on }] of holidays.entries()) {
    if (seen.has(on)) return no('HOLIDAYS_OVERLAP', `holidays.${index}.on`);
    if (on > coveredUntil) return no('HOLIDAY_NOT_COVERED', `holidays.${index}.on`);
    seen.add(on);
  }
  const today = dayIn(now, timeZone);
  if (coveredUntil < today) return no('COVERAGE_PAST', 'coveredUntil');
  return worksBetween(today, coveredUntil, { weekend, holidays: seen }) ? null : no('CALENDAR_NEVER_WORKS', 'holidays');
}

/** Whether some day from today on is a working day, where the list of holidays says so; a year decides. */
function worksBetween(
  today: string,
  coveredUntil: string,
  { weekend, holidays }: { readonly weekend: readonly number[]; readonly holidays: ReadonlySet<string> },
): boolean {
  let day = Temporal.PlainDate.from(today);
  const last = Temporal.PlainDate.from(coveredUntil);
  if (Temporal.PlainDate.compare(last, day.add({ days: DAYS_OF_WEEK })) < 0) return true;
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (!weekend.includes(day.dayOfWeek) && !holidays.has(day.toString())) return true;
  }
  return false;
}

function no(code: string, field: string): Denial {
  return denied(code, { field }).denial;
}
