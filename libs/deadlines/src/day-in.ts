import { Temporal } from 'temporal-polyfill';

/** The calendar day an instant falls on in a zone: `2026-03-29`. */
export function dayIn(at: Date, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
