import { describe, expect, it } from '@jest/globals';
import { CERTAINTY_OF, conditionsOf, MATCH_CLASSES, searchKeysOf, type SearchQuery } from './search-keys.js';

/** Whether a request about this firearm is found by the query: each condition met by one of its keys. */
const finds = (query: SearchQuery, firearm: Parameters<typeof searchKeysOf>[0]): boolean => {
  const held = searchKeysOf(firearm).map((key) => `${key.field} ${key.class} ${key.text}`);
  return conditionsOf(query).every(({ keys }) => keys.some((key) => held.includes(`${key.field} ${key.class} ${key.text}`)));
};

describe('a search among one’s own requests', () => {
  it.each([
    [{ make: 'Ceska' }, { make: 'Česká zbrojovka' }],
    [{ make: 'Česká' }, { make: 'CESKA' }],
    [{ calibre: '9x19 Luger' }, { calibre: { value: '9x19mm Parabellum' } }],
    [{ calibre: '.38' }, { calibre: { value: '0.38' } }],
    [{ serialNumber: '635916' }, { serialNumber: { value: 'S/N 00635916' } }],
    [{ serialNumber: '६३५९१६' }, { serialNumber: { value: '635916' } }],
  ] as const)('for %j finds %j', (query, firearm) => expect(finds(query, firearm)).toBe(true));

  it.each([
    [{ calibre: '.38' }, { calibre: { value: '.380' } }],
    [{ calibre: '9 mm' }, { calibre: { value: '9x19' } }],
    [{ make: 'Ceska' }, { make: 'Cesky' }],
    [{ serialNumber: 'AB१२३' }, { serialNumber: { value: 'AB४५६' } }],
  ] as const)('for %j does not find %j', (query, firearm) => expect(finds(query, firearm)).toBe(false));

  it('tells the surest matches first', () => {
    const ranks = MATCH_CLASSES.map((one) => ['certain', 'likely', 'possible'].indexOf(CERTAINTY_OF[one]));
    expect(ranks).toEqual([...ranks].sort());
    expect(MATCH_CLASSES.filter((one) => CERTAINTY_OF[one] === 'certain')).toEqual(['word', 'calibre', 'exact']);
  });
});
