import { proposalOf, type HolidayProposal, type ListedFeast } from './holiday-proposal.js';

const HOUR_MS = 3_600_000;
/** So far back that a feast whose list ended some years ago is still missed; each year takes up to 60 ms. */
const YEARS_BEFORE = 5;

/**
 * The public holidays that the package date-holidays lists for a country and year, with what is doubtful about them, or null where it knows no
 * such country. A proposal and no more: what holds is what a State's law says, so an administrator confirms each date.
 */
export async function proposedHolidays(country: string, year: number, language: string): Promise<HolidayProposal | null> {
  // Several megabytes of rules, needed by an administrator now and then.
  const { default: Holidays } = await import('date-holidays');
  const all = new Holidays();
  if (!Object.hasOwn(all.getCountries(), country)) return null;
  const calendar = new Holidays(country, { types: ['public'], languages: [language, 'en'] });
  const listed = (of: number): ListedFeast[] =>
    calendar.getHolidays(of).map(({ date, start, end, name, rule }) => ({
      on: date.slice(0, 10),
      hours: (end.getTime() - start.getTime()) / HOUR_MS,
      name,
      rule,
    }));
  return proposalOf(listed(year), {
    country,
    year,
    partsWithOwn: Object.values((all.getStates(country, language) as Record<string, string> | undefined) ?? {}),
    earlier: Array.from({ length: YEARS_BEFORE }, (_, back) => listed(year - 1 - back)),
  });
}

/** The countries of which the package has a list. */
export async function countriesWithHolidays(): Promise<readonly string[]> {
  const { default: Holidays } = await import('date-holidays');
  return Object.keys(new Holidays().getCountries()).sort();
}
