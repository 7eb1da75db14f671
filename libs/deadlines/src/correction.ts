import { dayIn } from '@tracedesk/kernel';
import { usedFrom, type StateCalendar } from './calendar.js';
import { ticks, type ClockInterval, type ClockReading, type Recomputation } from './clock.js';
import { dueAtOf, startOfCount } from './due.js';

/**
 * The reading under a corrected calendar of the acting State, or null where the correction changes nothing about it.
 *
 * The date before stays visible in the count. What was missed stays missed, even if the new date is later. And no correction makes a State
 * late: where the new date has passed already, the count keeps the calendar it had.
 */
export function corrected(reading: ClockReading, calendar: StateCalendar, now: Date): ClockReading | null {
  if (reading.state !== 'runs' && reading.state !== 'paused') return null;
  const start = reading.intervals[startOfCount(reading.intervals)];
  if (!start?.term || start.term.unit === 'hours') return null;
  const used = start.term.unit === 'working_days' ? { calendar: usedFrom(calendar, dayIn(start.from, calendar.timeZone)) } : {};
  return workedOutAnew(reading, { timeZone: calendar.timeZone, used, because: { calendarVersion: calendar.version } }, now);
}

/** The reading under newer zone data, or null where they change nothing about it. What holds of a corrected calendar holds here. */
export function correctedByZones(reading: ClockReading, zoneData: string, now: Date): ClockReading | null {
  if (reading.state !== 'runs' && reading.state !== 'paused') return null;
  const { timeZone } = reading;
  return workedOutAnew(reading, { timeZone, used: { zoneData }, because: { zoneData } }, now);
}

interface Correction {
  readonly timeZone: string;
  readonly used: Pick<ClockInterval, 'calendar' | 'zoneData'>;
  readonly because: Pick<Recomputation, 'calendarVersion' | 'zoneData'>;
}

function workedOutAnew(reading: ClockReading, { timeZone, used, because }: Correction, now: Date): ClockReading | null {
  const index = startOfCount(reading.intervals);
  const recomputed = [
    ...(reading.intervals[index]?.recomputed ?? []),
    { at: now, dueBefore: reading.dueAt, timeZoneBefore: reading.timeZone, ...because },
  ];
  const intervals = reading.intervals.map((interval, at) => (at === index ? { ...interval, ...used, recomputed } : interval));
  const dueAt = dueAtOf(intervals, timeZone);
  if (dueAt.getTime() === reading.dueAt.getTime()) return null;
  const passed = ticks(reading) && reading.dueAt.getTime() <= now.getTime();
  const missedAt = reading.missedAt ?? (passed ? reading.dueAt : null);
  if (missedAt === null && dueAt.getTime() <= now.getTime()) return null;
  return { ...reading, timeZone, intervals, dueAt, missedAt, version: reading.savedVersion + 1 };
}
