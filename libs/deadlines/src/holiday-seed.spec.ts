import { describe, expect, it } from '@jest/globals';
import { proposedHolidays } from './holiday-seed.adapter.js';
import { proposalOf, type ListedFeast } from './holiday-proposal.js';

describe('a proposal of holidays', () => {
  it('says so where the country is not known, as for every invented State', async () => {
    expect(await proposedHolidays('QM', 2027, 'en')).toBeNull();
    expect(await proposedHolidays('', 2027, 'en')).toBeNull();
  });

  it('names each day once, in order, in the language asked for', async () => {
    const { holidays } = (await proposedHolidays('FR', 2027, 'fr'))!;
    expect(holidays).toContainEqual({ on: '2027-07-14', name: 'Fête Nationale de la France' });
    const days = holidays.map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].sort());
  });

  it('does not round a feast that ends at noon up by a day', async () => {
    const { holidays, doubts } = (await proposedHolidays('TR', 2026, 'en'))!;
    const daysOf = (name: string): readonly string[] => holidays.filter((one) => one.name.includes(name)).map(({ on }) => on);
    expect(daysOf('Eid al-Fitr')).toEqual(['2026-03-20', '2026-03-21', '2026-03-22']);
    expect(daysOf('Eid al-Adha')).toEqual(['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30']);
    expect(doubts).toContainEqual({
      doubt: 'moon',
      names: ['End of Ramadan (Eid al-Fitr)', 'Feast of the Sacrifice (Eid al-Adha)'],
    });
  });

  it('tells a feast that fills no day as a doubt, and keeps one that lost an hour to the clocks', () => {
    const about = { country: 'FR', year: 2026, partsWithOwn: [], earlier: [] };
    const half = { on: '2026-12-24', hours: 12, name: 'Eve', rule: '12-24 12:00' };
    const short = { on: '2026-03-29', hours: 23, name: 'Feast', rule: '03-29' };
    expect(proposalOf([half, short], about)).toEqual({
      holidays: [{ on: '2026-03-29', name: 'Feast' }],
      doubts: [{ doubt: 'half_day', on: '2026-12-24', name: 'Eve' }],
    });
  });

  it.each([
    [2026, '2026-09-11', '2026-09-27', '2026-01-19'],
    [2027, '2027-09-12', '2027-09-28', '2027-01-19'],
    [2028, '2028-09-11', '2028-09-27', '2028-01-20'],
    [2031, '2031-09-12', '2031-09-28', '2031-01-19'],
    [2032, '2032-09-11', '2032-09-27', '2032-01-20'],
  ])('places the feasts of Ethiopia in %d by its own leap years', async (year, newYear, cross, epiphany) => {
    const { holidays, doubts } = (await proposedHolidays('ET', year, 'en'))!;
    const on = (name: string): string | undefined => holidays.find((one) => one.name.includes(name))?.on;
    expect([on("New Year's Day"), on('Finding of the True Cross'), on('Epiphany'), on('Christmas')]).toEqual([
      newYear,
      cross,
      epiphany,
      `${year}-01-07`,
    ]);
    expect(doubts.map(({ doubt }) => doubt)).toContain('ethiopic');
  });

  // date-holidays 3.37.0 (findings/feasts-that-end-in-2026.sh)
  it('names the feasts that the package wrote out year by year and has no more', async () => {
    const ended = async (country: string, year: number): Promise<readonly string[]> =>
      (await proposedHolidays(country, year, 'en'))!.doubts.flatMap((doubt) => (doubt.doubt === 'ended' ? doubt.names : []));
    expect([...(await ended('TH', 2028))].sort()).toEqual(['Asalha Puja', 'Buddhist Lent', 'Makha Bucha', 'Vesak Day']);
    expect(await ended('TH', 2026)).toEqual([]);
    expect(await ended('SG', 2027)).toEqual(['Vesak Day']);
    expect(await ended('FR', 2027)).toEqual([]);
  });

  it('takes a day written out for one year only for an event, not for a feast that has ended', () => {
    const about = { country: 'QM', year: 2027, partsWithOwn: [] };
    const day = (on: string): ListedFeast => ({ on, hours: 24, name: 'Feast', rule: on });
    expect(proposalOf([], { ...about, earlier: [[day('2026-05-31')]] }).doubts).toEqual([]);
    expect(proposalOf([], { ...about, earlier: [[day('2026-05-31')], [day('2025-05-12')]] }).doubts).toEqual([
      { doubt: 'ended', names: ['Feast'] },
    ]);
  });

  // date-holidays 3.37.0 (findings/full-moons-on-fixed-dates.sh)
  it('names the feasts of the moon that the package puts on the same day of every year', async () => {
    const fixed = async (country: string): Promise<readonly string[]> =>
      (await proposedHolidays(country, 2027, 'fr'))!.doubts.flatMap((doubt) => (doubt.doubt === 'fixed_moon' ? doubt.names : []));
    expect(await fixed('LK')).toHaveLength(17);
    expect(await fixed('BD')).toEqual(["Buddha's Birthday", 'Krishna Janmashtami', 'Durga Puja']);
    expect(await fixed('TR')).toEqual([]);
  });

  it('names the parts of a federal State whose own days are missing', async () => {
    const { doubts } = (await proposedHolidays('CH', 2027, 'fr'))!;
    const parts = doubts.flatMap((doubt) => (doubt.doubt === 'parts' ? doubt.parts : []));
    expect(parts).toHaveLength(26);
    expect((await proposedHolidays('TR', 2027, 'fr'))!.doubts.filter(({ doubt }) => doubt === 'parts')).toEqual([]);
  });
});
