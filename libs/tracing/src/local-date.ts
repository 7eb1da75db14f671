import { Temporal } from 'temporal-polyfill';
import type { LocalDate } from './question.js';

/** Which day it is in a time zone at that instant. */
export function localDateIn(timeZone: string, at: Date): LocalDate {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
