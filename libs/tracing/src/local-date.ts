import type { LocalDate } from './question.js';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Which day it is in a time zone at that instant. */
export function localDateIn(timeZone: string, at: Date): LocalDate {
  // Swedish writes its days as ISO 8601 does; a format is dear to make and cheap to keep.
  const format = formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  formats.set(timeZone, format);
  return format.format(at);
}
