import { Temporal } from 'temporal-polyfill';

/** What calendar and clock show in a State. Monday is 1. */
export interface LocalClock {
  readonly day: string;
  readonly weekday: number;
  readonly time: string;
}

/** Names that ICU keeps and the IANA database does not: another program would not know them. */
const KNOWN_TO_ICU_ALONE = /^(?:SystemV\/.*|US\/Pacific-New)$/i;

const NAME = /^[A-Za-z][A-Za-z0-9_+/-]{1,63}$/;

/**
 * Whether it is a time zone that legal days can be counted in: an IANA name that is known to what counts them. No offset, and none of
 * ICU's three-letter names: `Intl` takes IST or MIT, and means another zone by it than others do.
 */
export function isTimeZone(name: string): boolean {
  if (!NAME.test(name) || KNOWN_TO_ICU_ALONE.test(name)) return false;
  try {
    return Boolean(Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name));
  } catch {
    return false;
  }
}

/**
 * The zone that a State's days are counted in: its own, or UTC as long as its entry names none that is known here. Health tells the
 * operator of such a State; nobody else's page depends on it.
 */
export function zoneOrUtc(name: string): string {
  return isTimeZone(name) ? name : 'UTC';
}

/** Which day it is at that instant in a known zone. */
export function dayIn(at: Date, timeZone: string): string {
  return zonedAt(at, timeZone).toPlainDate().toString();
}

/** What calendar and clock show at that instant in a known zone. */
export function clockOf(timeZone: string, now: Date): LocalClock {
  const there = zonedAt(now, timeZone);
  return {
    day: there.toPlainDate().toString(),
    weekday: there.dayOfWeek,
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The first instant of the first of these days and the first instant after the last, in a known zone: what SQL is asked with. */
export function boundsOf({ from, until }: { readonly from: string; readonly until: string }, timeZone: string): DayBounds {
  return { from: startOf(Temporal.PlainDate.from(from)), before: startOf(Temporal.PlainDate.from(until).add({ days: 1 })) };

  function startOf(day: Temporal.PlainDate): Date {
    return new Date(day.toZonedDateTime(timeZone).epochMilliseconds);
  }
}

export interface DayBounds {
  readonly from: Date;
  readonly before: Date;
}

function zonedAt(at: Date, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
}
