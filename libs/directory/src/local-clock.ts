import { Temporal } from 'temporal-polyfill';

/** What calendar and clock show in a State. Monday is 1. */
export interface LocalClock {
  readonly day: string;
  readonly weekday: number;
  readonly time: string;
}

export function clockOf(timeZone: string, now: Date): LocalClock {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  return {
    day: there.toPlainDate().toString(),
    weekday: there.dayOfWeek,
    time: there.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}
