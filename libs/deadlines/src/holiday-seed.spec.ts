import { describe, expect, it } from '@jest/globals';
import { proposedHolidays } from './holiday-seed.adapter.js';

describe('a proposal of holidays', () => {
  it('says so where the country is not known, as for every invented State', async () => {
    expect(await proposedHolidays('QM', 2027, 'en')).toBeNull();
    expect(await proposedHolidays('', 2027, 'en')).toBeNull();
  });

  it('names each day once, in order, in the language asked for', async () => {
    const proposed = (await proposedHolidays('FR', 2027, 'fr')) ?? [];
    expect(proposed).toContainEqual({ on: '2027-07-14', name: 'Fête Nationale de la France' });
    const days = proposed.map(({ on }) => on);
    expect(days).toEqual([...new Set(days)].sort());
  });
});
