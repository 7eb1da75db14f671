import { LOCALES, type Language } from './languages.js';

/** How the desk writes dates, instants and numbers in one language. Zones are always said; nothing here reads a clock. */
export interface Formats {
  /** `6 March 2026`, of a calendar day `2026-03-06` typed or agreed by people: it has no zone. */
  /** What is no date stands as it is. */
  day(localDate: string): string;
  /** A date as precisely as a record gives it: `2009`, `May 2009`, `11 May 2009`. */
  recorded(date: string): string;
  /** `6 March 2026, 09:12 UTC`. */
  instant(at: Date): string;
  /** The same instant as a State's clocks show it: `6 March 2026, 10:12 (Europe/Vienna)`. */
  instantIn(at: Date, timeZone: string): string;
  /** The calendar day an instant falls on in a zone: `6 March 2026`. */
  dayIn(at: Date, timeZone: string): string;
  number(value: number): string;
  /** A paragraph of the ITI as the language cites it: `17(a)` is `17 a)` in French. */
  paragraph(citation: string): string;
}

export function formats(language: Language): Formats {
  let known = FORMATS.get(language);
  if (!known) FORMATS.set(language, (known = makeFormats(LOCALES[language])));
  return known;
}

const FORMATS = new Map<Language, Formats>();

const DAY = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const YEAR = { year: 'numeric' } as const;
const MONTH = { ...YEAR, month: 'long' } as const;
const TIME = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;

function makeFormats(locale: string): Formats {
  const formatters = new Map<string, Intl.DateTimeFormat>();
  const formatter = (name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    let made = formatters.get(name);
    if (!made) formatters.set(name, (made = new Intl.DateTimeFormat(locale, options)));
    return made;
  };
  const day = (at: Date, timeZone: string): string => formatter(`day ${timeZone}`, { ...DAY, timeZone }).format(at);
  const time = (at: Date, timeZone: string): string => formatter(`time ${timeZone}`, { ...TIME, timeZone }).format(at);
  const numbers = new Intl.NumberFormat(locale);
  return {
    day: (localDate) => {
      const at = new Date(`${localDate}T00:00:00Z`);
      return Number.isNaN(at.getTime()) ? localDate : day(at, 'UTC');
    },
    recorded: (date) => {
      const [, month, dayOfMonth] = date.split('-');
      const precision = dayOfMonth ? DAY : month ? MONTH : YEAR;
      return formatter(`recorded ${Object.keys(precision).length}`, { ...precision, timeZone: 'UTC' }).format(new Date(date));
    },
    instant: (at) => `${day(at, 'UTC')}, ${time(at, 'UTC')} UTC`,
    instantIn: (at, timeZone) => `${day(at, timeZone)}, ${time(at, timeZone)} (${timeZone})`,
    dayIn: day,
    number: (value) => numbers.format(value),
    paragraph: (citation) => (locale.startsWith('fr') ? citation.replaceAll(/\((\w)\)/g, ' $1)') : citation),
  };
}

/** How far a due instant is: for "6 days overdue", "due in 3 days", "due in 5 hours". Whole units, rounded towards now. */
export interface DueDistance {
  readonly overdue: boolean;
  readonly unit: 'days' | 'hours' | 'minutes';
  readonly count: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY_LENGTH = 24 * HOUR;
const DAYS_FROM = 2 * DAY_LENGTH;

/** Days from two days on, then hours, and minutes within the last hour: "1 day" would hide most of a day. */
export function dueDistance(dueAt: Date, now: Date): DueDistance {
  const left = dueAt.getTime() - now.getTime();
  const size = Math.abs(left);
  const overdue = left <= 0;
  if (size >= DAYS_FROM || (overdue && size >= DAY_LENGTH))
    return { overdue, unit: 'days', count: Math.floor(size / DAY_LENGTH) };
  if (size >= HOUR) return { overdue, unit: 'hours', count: Math.floor(size / HOUR) };
  return { overdue, unit: 'minutes', count: Math.max(1, Math.floor(size / MINUTE)) };
}
