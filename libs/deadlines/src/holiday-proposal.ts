import { Temporal } from 'temporal-polyfill';
import type { Holiday } from './calendar.js';

/** A feast as a package lists it: its first day there, its length, and the rule it was found by. */
export interface ListedFeast {
  readonly on: string;
  readonly hours: number;
  readonly name: string;
  readonly rule: string;
}

/** Why a person has to look again before a proposed date is taken. */
export type HolidayDoubt =
  | { readonly doubt: 'half_day'; readonly on: string; readonly name: string }
  | { readonly doubt: 'moon'; readonly names: readonly string[] }
  | { readonly doubt: 'ethiopic'; readonly names: readonly string[] }
  | { readonly doubt: 'fixed_moon'; readonly names: readonly string[] }
  | { readonly doubt: 'ended'; readonly names: readonly string[] }
  | { readonly doubt: 'parts'; readonly parts: readonly string[] };

export interface HolidayProposal {
  readonly holidays: readonly Holiday[];
  readonly doubts: readonly HolidayDoubt[];
}

/** An hour more or less on days when clocks change makes no day. */
const CLOCK_CHANGE_HOURS = 1;
const DAY_HOURS = 24;

/** Days of the Ethiopic calendar (month, day) that the package places by Gregorian leap years, which begin at another time. */
const ETHIOPIC: Readonly<Record<string, readonly [month: number, day: number]>> = {
  '09-11': [1, 1],
  '09-12': [1, 1],
  '09-27': [1, 17],
  '09-28': [1, 17],
  '01-19': [5, 11],
  '01-20': [5, 11],
};
/** Christmas stays on the seventh of January: the year after an Ethiopic leap year keeps it a day earlier in its own calendar. */
const ETHIOPIC_CHRISTMAS = ['01-06', '01-07'];
const ETHIOPIC_COUNTRIES = ['ET', 'ER'];
/** Feasts of the moon that the package puts on the same day of every year, as it does for Sri Lanka and Bangladesh. */
const FEAST_OF_MOON = /Poya|Buddha|Deepavali|Id-Ul|Janmashtami|Durga/i;
const FIXED_DAY = /^\d\d-\d\d/;
/** A feast written out year by year. Two years of it make a feast of every year, one may have been an event. */
const DAY_OF_ONE_YEAR = /^(?:substitutes )?\d{4}-\d\d-\d\d/;
const YEARS_OF_A_FEAST = 2;
const MOON = /Muharram|Safar|Rabi|Jumada|Rajab|Shaban|Sha'ban|Ramadan|Shawwal|Dhu al/i;

interface ProposalContext {
  readonly country: string;
  readonly year: number;
  readonly partsWithOwn: readonly string[];
  readonly earlier: readonly (readonly ListedFeast[])[];
}

/**
 * What is proposed of such a list: whole days only, each once. A feast that ends at noon has no last day, one that fills no day is told as a
 * doubt. `partsWithOwn`: parts of a federal State that have days of their own, which no list for the whole State holds. `earlier`: the lists of years before, by which one sees the feasts that are written out year by year and have ended.
 */
export function proposalOf(
  listed: readonly ListedFeast[],
  { country, year, partsWithOwn, earlier }: ProposalContext,
): HolidayProposal {
  const feasts = listed.map((feast) => (ETHIOPIC_COUNTRIES.includes(country) ? inEthiopicCalendar(feast, year) : feast));
  const names = new Map<string, string[]>();
  const doubts: HolidayDoubt[] = [];
  for (const { on, hours, name } of feasts) {
    const days = Math.floor((hours + CLOCK_CHANGE_HOURS) / DAY_HOURS);
    if (days === 0) doubts.push({ doubt: 'half_day', on, name });
    for (let day = 0; day < days; day += 1) {
      const date = Temporal.PlainDate.from(on).add({ days: day }).toString();
      names.set(date, [...(names.get(date) ?? []), name]);
    }
  }
  const named = (is: (feast: ListedFeast) => boolean): readonly string[] => [
    ...new Set(feasts.filter(is).map(({ name }) => name)),
  ];
  const moon = named(({ rule }) => MOON.test(rule));
  const ethiopic = ETHIOPIC_COUNTRIES.includes(country) ? named(isEthiopic) : [];
  const fixedMoon = named(({ name, rule }) => FIXED_DAY.test(rule) && FEAST_OF_MOON.test(name));
  const ended = endedFeasts(listed, earlier);
  return {
    holidays: [...names]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([on, said]) => ({ on, name: [...new Set(said)].join(' / ') })),
    doubts: [
      ...doubts,
      ...(moon.length === 0 ? [] : [{ doubt: 'moon' as const, names: moon }]),
      ...(ethiopic.length === 0 ? [] : [{ doubt: 'ethiopic' as const, names: ethiopic }]),
      ...(fixedMoon.length === 0 ? [] : [{ doubt: 'fixed_moon' as const, names: fixedMoon }]),
      ...(ended.length === 0 ? [] : [{ doubt: 'ended' as const, names: ended }]),
      ...(partsWithOwn.length === 0 ? [] : [{ doubt: 'parts' as const, parts: partsWithOwn }]),
    ],
  };
}

function endedFeasts(listed: readonly ListedFeast[], earlier: readonly (readonly ListedFeast[])[]): readonly string[] {
  const yearsOf = new Map<string, number>();
  for (const feasts of earlier)
    for (const name of new Set(feasts.filter(({ rule }) => DAY_OF_ONE_YEAR.test(rule)).map((feast) => feast.name)))
      yearsOf.set(name, (yearsOf.get(name) ?? 0) + 1);
  return [...yearsOf]
    .filter(([name, years]) => years >= YEARS_OF_A_FEAST && !listed.some((feast) => feast.name === name))
    .map(([name]) => name);
}

function isEthiopic({ rule }: ListedFeast): boolean {
  const day = rule.slice(0, 5);
  return Object.hasOwn(ETHIOPIC, day) || ETHIOPIC_CHRISTMAS.includes(day);
}

function inEthiopicCalendar(feast: ListedFeast, year: number): ListedFeast {
  const day = feast.rule.slice(0, 5);
  if (ETHIOPIC_CHRISTMAS.includes(day)) return { ...feast, on: `${year}-01-07` };
  const placed = Object.hasOwn(ETHIOPIC, day) ? ETHIOPIC[day] : undefined;
  return placed ? { ...feast, on: gregorianOf(placed, year) } : feast;
}

const ETHIOPIC_DAY = new Intl.DateTimeFormat('en-u-ca-ethiopic', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** On which day of the Gregorian year a day of the Ethiopic one falls; each falls once. */
function gregorianOf([month, day]: readonly [number, number], year: number): string {
  let date = Temporal.PlainDate.from({ year, month: 1, day: 1 });
  for (; date.year === year; date = date.add({ days: 1 })) {
    const parts = ETHIOPIC_DAY.formatToParts(new Date(date.toString()));
    const numberOf = (type: string): number => Number(parts.find((part) => part.type === type)?.value);
    if (numberOf('month') === month && numberOf('day') === day) break;
  }
  return date.toString();
}
