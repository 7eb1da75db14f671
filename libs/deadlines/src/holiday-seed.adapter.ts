import type { Holiday } from './calendar.js';

const DAY_MS = 86_400_000;

/**
 * The public holidays that the package date-holidays lists for a country and year, or null where it knows no such country. A proposal and no
 * more: 44 countries are missing, and what holds is what a State's law says, so an administrator confirms each date.
 */
export async function proposedHolidays(country: string, year: number, language: string): Promise<readonly Holiday[] | null> {
  // Several megabytes of rules, needed by an administrator now and then.
  const { default: Holidays } = await import('date-holidays');
  if (!Object.hasOwn(new Holidays().getCountries(), country)) return null;
  const listed = new Holidays(country, { types: ['public'], languages: [language, 'en'] }).getHolidays(year);
  const names = new Map<string, string[]>();
  for (const { date, start, end, name } of listed) {
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / DAY_MS));
    for (let day = 0; day < days; day += 1) {
      const on = new Date(Date.parse(date.slice(0, 10)) + day * DAY_MS).toISOString().slice(0, 10);
      names.set(on, [...(names.get(on) ?? []), name]);
    }
  }
  return [...names]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([on, said]) => ({ on, name: [...new Set(said)].join(' / ') }));
}
