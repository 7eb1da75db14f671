import { Temporal } from 'temporal-polyfill';

/** More than any way of writing a date takes. */
const LONGEST = 40;

/** The months as people write them in the languages of the desk, in full and shortened, without accents and full stops. */
const MONTHS = [
  ['january', 'jan', 'janvier', 'janv'],
  ['february', 'feb', 'fevrier', 'fevr', 'fev'],
  ['march', 'mar', 'mars'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juin'],
  ['july', 'jul', 'juillet', 'juil', 'juill'],
  ['august', 'aug', 'aout'],
  ['september', 'sept', 'sep', 'septembre'],
  ['october', 'oct', 'octobre'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre'],
] as const;

interface Parts {
  readonly year: string;
  readonly month?: number;
  readonly day?: number;
}

type Form = readonly [form: RegExp, parts: (found: RegExpExecArray) => Parts | null];

/** The ways to write a day. Whoever writes one that two people may read differently is asked again: it stands in evidence. */
const DAYS: readonly Form[] = [
  // 2026-03-06, 2026/3/6
  [/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/, ([, year = '', , month, day]) => ({ year, month: Number(month), day: Number(day) })],
  // 6 March 2026, 6-Mar-2026, 1er mars 2026, 6th of March, 2026
  [
    /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[ -](?:of |de )?([a-z]+)\.?,?[ -](\d{4})$/,
    ([, day, month, year = '']) => ({ year, month: monthOf(month), day: Number(day) }),
  ],
  // March 6, 2026
  [
    /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/,
    ([, month, day, year = '']) => ({ year, month: monthOf(month), day: Number(day) }),
  ],
  // 06.03.2026: with full stops the day is first wherever it is written
  [/^(\d{1,2})\.(\d{1,2})\.(\d{4})$/, ([, day, month, year = '']) => ({ year, month: Number(month), day: Number(day) })],
  // 13/03/2026, 03/13/2026, 06/06/2026; but 06/03/2026 is March for some and June for others
  [
    /^(\d{1,2})([-/])(\d{1,2})\2(\d{4})$/,
    ([, first, , second, year = '']) => {
      const [one, other] = [Number(first), Number(second)];
      if (one > MONTHS.length || one === other) return { year, month: other, day: one };
      return other > MONTHS.length ? { year, month: one, day: other } : null;
    },
  ],
];

/** The ways to write less than a day, as old records give it. */
const LESS_THAN_A_DAY: readonly Form[] = [
  [/^(\d{4})$/, ([, year = '']) => ({ year })],
  [/^(\d{4})[-/.](\d{1,2})$/, ([, year = '', month]) => ({ year, month: Number(month) })],
  [/^(\d{1,2})[-/.](\d{4})$/, ([, month, year = '']) => ({ year, month: Number(month) })],
  [/^([a-z]+)\.?,?[ -](\d{4})$/, ([, month, year = '']) => ({ year, month: monthOf(month) })],
];

/** A day as a person writes it, as the desk keeps it: `6 March 2026` is `2026-03-06`. `null` for what is no day, or might be another one. */
export function dayWritten(text: string): string | null {
  return firstOf(DAYS, text);
}

/** The same for a date as precisely as a record gives it: `May 2009` is `2009-05`. */
export function dateWritten(text: string): string | null {
  return firstOf([...DAYS, ...LESS_THAN_A_DAY], text);
}

function firstOf(forms: readonly Form[], text: string): string | null {
  if (text.length > LONGEST) return null;
  const plain = plainOf(text);
  for (const [form, partsOf] of forms) {
    const found = form.exec(plain);
    if (found) return isoOf(partsOf(found));
  }
  return null;
}

/** Small letters without accents, single blanks, and none around a sign that parts day, month and year. */
function plainOf(text: string): string {
  const letters = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return letters
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(?<=\d) ?([-/]) ?(?=\w)|(?<=\d)(\.) (?=\d)/g, '$1$2');
}

function monthOf(word = ''): number {
  return MONTHS.findIndex((names) => (names as readonly string[]).includes(word)) + 1;
}

function isoOf(parts: Parts | null): string | null {
  if (!parts) return null;
  const { year, month, day } = parts;
  if (month === undefined) return year;
  if (month < 1 || month > MONTHS.length) return null;
  const yearAndMonth = `${year}-${two(month)}`;
  if (day === undefined) return yearAndMonth;
  return day >= 1 && day <= Temporal.PlainYearMonth.from(yearAndMonth).daysInMonth ? `${yearAndMonth}-${two(day)}` : null;
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
