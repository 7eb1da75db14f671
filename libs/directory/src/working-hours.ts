import { denied, isMailbox, type Denied } from '@tracedesk/kernel';
import type { ContactPointDetails } from './state.js';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether it is a time of day such as 08:30. */
export function isTimeOfDay(text: string): boolean {
  return CLOCK.test(text);
}

/** The time of day that a person or a spreadsheet wrote: `8:00`, `08:00:00`, `08:00:00 AM`, `4.30 p.m.`; `null` where it is none, or has seconds. */
export function timeOfDayIn(text: string): string | null {
  const [, hour = '', minute = '', half] = /^(\d{1,2})[:.h](\d{2})(?:[:.]00)?(?:\s*([ap])\.?m\.?)?$/i.exec(text.trim()) ?? [];
  const said = Number(hour);
  if (half !== undefined && (said < 1 || said > 12)) return null;
  const hours = half === undefined ? said : (said % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  const time = `${String(hours).padStart(2, '0')}:${minute}`;
  return isTimeOfDay(time) ? time : null;
}

type Period = Pick<ContactPointDetails, 'validFrom' | 'validUntil'>;
type Hours = Pick<ContactPointDetails, 'opensAt' | 'closesAt' | 'workingDays'>;

/** What an office cannot be said to be: written to at none or several mailboxes, open without closing, or over before it begins. */
export function contactPointDenial({
  email,
  validFrom,
  validUntil,
  opensAt,
  closesAt,
  workingDays,
}: Period & Hours & Pick<ContactPointDetails, 'email'>): Denied | null {
  if (!isMailbox(email)) return denied('NOT_AN_EMAIL_ADDRESS', { field: 'email' });
  const denial = periodDenial({ validFrom, validUntil });
  if (denial) return denial;
  if ((opensAt === null) !== (closesAt === null)) {
    return denied('WORKING_HOURS_INCOMPLETE', { field: opensAt === null ? 'opensAt' : 'closesAt' });
  }
  if (opensAt !== null && workingDays.length === 0) return denied('WORKING_HOURS_INCOMPLETE', { field: 'workingDays' });
  if (opensAt !== null && closesAt !== null && closesAt <= opensAt) {
    return denied('CLOSES_BEFORE_IT_OPENS', { field: 'closesAt' });
  }
  return null;
}

/** An office cannot be over before it begins. */
export function periodDenial({ validFrom, validUntil }: Period): Denied | null {
  const over = validUntil !== null && validUntil < validFrom;
  return over ? denied('VALIDITY_ENDS_BEFORE_IT_BEGINS', { field: 'validUntil' }) : null;
}

/** Whether the office works at that moment of its State's clock; `null` where it says no hours. `weekday`: Monday is 1. */
export function worksAt(hours: Hours, clock: { readonly weekday: number; readonly time: string }): boolean | null {
  const { workingDays, opensAt, closesAt } = hours;
  if (workingDays.length === 0) return null;
  const onThatDay = workingDays.includes(clock.weekday);
  if (opensAt === null || closesAt === null) return onThatDay;
  return onThatDay && opensAt <= clock.time && clock.time < closesAt;
}
