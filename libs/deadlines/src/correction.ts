import { dayIn } from '@tracedesk/kernel';
import { usedFrom, type StateCalendar } from './calendar.js';
import { ticks, type ClockReading } from './clock.js';
import { dueAtOf, startOfCount } from './due.js';

/**
 * The reading under a corrected calendar of the acting State, or null where the correction changes nothing about it.
 *
 * The date before stays visible in the count. What was missed stays missed, even if the new date is later. And no correction makes a State
 * late: where the new date has passed already, the count keeps the calendar it had.
 */
export function corrected(reading: ClockReading, calendar: StateCalendar, now: Date): ClockReading | null {
  if (reading.state !== 'runs' && reading.state !== 'paused') return null;
  const index = startOfCount(reading.intervals);
  const start = reading.intervals[index];
  if (!start?.term || start.term.unit === 'hours') return null;
  const used = start.term.unit === 'working_days' ? { calendar: usedFrom(calendar, dayIn(start.from, calendar.timeZone)) } : {};
  const recomputed = [
    ...(start.recomputed ?? []),
    { at: now, dueBefore: reading.dueAt, timeZoneBefore: reading.timeZone, calendarVersion: calendar.version },
  ];
  const intervals = reading.intervals.map((interval, at) => (at === index ? { ...interval, ...used, recomputed } : interval));
  const dueAt = dueAtOf(intervals, calendar.timeZone);
  if (dueAt.getTime() === reading.dueAt.getTime()) return null;
  const passed = ticks(reading) && reading.dueAt.getTime() <= now.getTime();
  const missedAt = reading.missedAt ?? (passed ? reading.dueAt : null);
  if (missedAt === null && dueAt.getTime() <= now.getTime()) return null;
  return { ...reading, timeZone: calendar.timeZone, intervals, dueAt, missedAt, version: reading.savedVersion + 1 };
}
