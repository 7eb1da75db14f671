import { denied, isMailbox, type Denied } from '@tracedesk/kernel';
import type { ContactPointDetails } from './state.js';

const CLOCK = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether it is a time of day such as 08:30. */
export function isTimeOfDay(text: string): boolean {
  return CLOCK.test(text);
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
