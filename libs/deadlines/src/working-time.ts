import type { Temporal } from 'temporal-polyfill';
import { isWorkingDay, type UsedCalendar } from './calendar.js';
import { DeadlineError } from './errors.js';

/** No count of working days, however long and paused, walks further than this: a calendar that needs it has no working day. */
const LONGEST_WALK_DAYS = 20_000;

/** The same time of day on the n-th working day after the day of this moment. */
export function afterWorkingDays(from: Temporal.ZonedDateTime, count: number, calendar: UsedCalendar): Temporal.ZonedDateTime {
  // The time of day alone does not say which pass of a repeated hour it was in.
  if (count === 0) return from;
  let day = from.toPlainDate();
  for (let left = count, walked = 0; left > 0; walked += 1) {
    if (walked > LONGEST_WALK_DAYS) throw withoutWorkingDay(calendar);
    day = day.add({ days: 1 });
    if (isWorkingDay(calendar, day) && exists(day, from.timeZoneId)) left -= 1;
  }
  return day.toZonedDateTime({ timeZone: from.timeZoneId, plainTime: from.toPlainTime() });
}

/** How much of a stretch lies on working days, in milliseconds. */
export function workingTimeIn(from: Temporal.ZonedDateTime, to: Temporal.ZonedDateTime, calendar: UsedCalendar): number {
  let time = 0;
  for (let moment = from; moment.epochMilliseconds < to.epochMilliseconds; moment = nextDay(moment)) {
    if (!isWorkingDay(calendar, moment.toPlainDate())) continue;
    time += Math.min(nextDay(moment).epochMilliseconds, to.epochMilliseconds) - moment.epochMilliseconds;
  }
  return time;
}

/** The moment after so much time has been spent on working days only. It falls on a working day. */
export function spentWorking(from: Temporal.ZonedDateTime, milliseconds: number, calendar: UsedCalendar): Temporal.ZonedDateTime {
  let moment = from;
  for (let left = milliseconds, walked = 0; ; walked += 1, moment = nextDay(moment)) {
    if (walked > LONGEST_WALK_DAYS) throw withoutWorkingDay(calendar);
    if (!isWorkingDay(calendar, moment.toPlainDate())) continue;
    const dayLeft = nextDay(moment).epochMilliseconds - moment.epochMilliseconds;
    if (left < dayLeft) return moment.add({ milliseconds: left });
    left -= dayLeft;
  }
}

/** Not every date was a day everywhere: a zone that crossed the date line left one out. */
function exists(day: Temporal.PlainDate, timeZone: string): boolean {
  return day.toZonedDateTime(timeZone).toPlainDate().equals(day);
}

function nextDay(moment: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  return moment.toPlainDate().add({ days: 1 }).toZonedDateTime(moment.timeZoneId);
}

function withoutWorkingDay({ version }: UsedCalendar): DeadlineError {
  return new DeadlineError('CALENDAR_WITHOUT_WORKING_DAY', `Version ${version} of the calendar leaves no day to work on.`, {
    version,
  });
}
