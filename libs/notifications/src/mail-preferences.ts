import { Temporal } from 'temporal-polyfill';
import { denied, type Denied } from '@tracedesk/kernel';
import type { NoticeKind } from './notice.js';

export const MAIL_WAYS = ['off', 'immediately', 'digest'] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

/** How one person wants to be written to. Times are times of day by the clock of the person's State. */
export interface MailPreferences {
  readonly byMail: MailWay;
  /** The hour of the daily digest. */
  readonly digestHour: number | null;
  readonly quietFrom: string | null;
  readonly quietUntil: string | null;
  /** Whether what is due or overdue on an urgent request comes at once, whatever else is chosen. */
  readonly urgentThrough: boolean;
}

/** Until a person says otherwise; nothing is sent before they have proved an address. */
export const DEFAULT_PREFERENCES: MailPreferences = {
  byMail: 'immediately',
  digestHour: null,
  quietFrom: null,
  quietUntil: null,
  urgentThrough: true,
};

/** Nobody is out of reach for longer: what waits for the end of quiet hours must not wait a day. */
export const LONGEST_QUIET_HOURS = 16;

const URGENT_KINDS: readonly NoticeKind[] = ['deadline_missed', 'deadline_overdue', 'deadline_escalated'];

/** Whether a notice is one that may break through quiet hours. */
export function isUrgent(kind: NoticeKind, priority: string | undefined): boolean {
  return priority === 'urgent' && URGENT_KINDS.includes(kind);
}

/** What preferences cannot be. */
export function preferencesDenial({ byMail, digestHour, quietFrom, quietUntil }: MailPreferences): Denied | null {
  if (byMail === 'digest' && digestHour === null) return denied('DIGEST_HOUR_REQUIRED', { field: 'digestHour' });
  if ((quietFrom === null) !== (quietUntil === null))
    return denied('QUIET_HOURS_INCOMPLETE', { field: quietFrom === null ? 'quietFrom' : 'quietUntil' });
  if (quietFrom === null || quietUntil === null) return null;
  const length = (minutesOf(quietUntil) - minutesOf(quietFrom) + DAY_MINUTES) % DAY_MINUTES;
  if (length === 0 || length > LONGEST_QUIET_HOURS * 60)
    return denied('QUIET_HOURS_TOO_LONG', { field: 'quietUntil', details: { hours: LONGEST_QUIET_HOURS } });
  if (byMail === 'digest' && digestHour !== null && isQuiet(`${String(digestHour).padStart(2, '0')}:00`, quietFrom, quietUntil))
    return denied('DIGEST_IN_QUIET_HOURS', { field: 'digestHour', details: { from: quietFrom, until: quietUntil } });
  return null;
}

/**
 * When a message about a notice of this instant may leave: at once, at the end of quiet hours, or with the next digest. Never within quiet
 * hours by the clock of the zone, whatever that clock does in spring and autumn; an urgent one at once, where the person allows it.
 */
export function sendableAt(preferences: MailPreferences, instant: Date, zone: string, urgent: boolean): Date {
  if (urgent && preferences.urgentThrough) return instant;
  const { byMail, digestHour } = preferences;
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  const meant = byMail === 'digest' && digestHour !== null ? nextAt(at, { hour: digestHour, minute: 0 }) : at;
  return new Date(outOfQuiet(meant, preferences).epochMilliseconds);
}

function outOfQuiet(at: Temporal.ZonedDateTime, { quietFrom, quietUntil }: MailPreferences): Temporal.ZonedDateTime {
  if (quietFrom === null || quietUntil === null) return at;
  if (!isQuiet(at.toPlainTime().toString({ smallestUnit: 'minute' }), quietFrom, quietUntil)) return at;
  const minutes = minutesOf(quietUntil);
  return nextAt(at, { hour: Math.floor(minutes / 60), minute: minutes % 60 });
}

/** The next time after it that the clock shows so; where the clock skips it, the same stretch later. */
function nextAt(at: Temporal.ZonedDateTime, time: { readonly hour: number; readonly minute: number }): Temporal.ZonedDateTime {
  for (let days = 0; ; days += 1) {
    const wall = at.toPlainDate().add({ days }).toPlainDateTime(time);
    for (const disambiguation of ['compatible', 'later'] as const) {
      const found = wall.toZonedDateTime(at.timeZoneId, { disambiguation });
      if (Temporal.ZonedDateTime.compare(found, at) > 0) return found;
    }
  }
}

function isQuiet(time: string, from: string, until: string): boolean {
  return from < until ? time >= from && time < until : time >= from || time < until;
}

const DAY_MINUTES = 24 * 60;

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
