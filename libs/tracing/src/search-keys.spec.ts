import { describe, expect, it } from '@jest/globals';
import { CERTAINTY_OF, conditionsOf, keysToLookFor, MATCH_CLASSES, searchKeysOf, type SearchQuery } from './search-keys.js';

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

describe('a State’s requests about what may be the weapon at hand', () => {
  const asked = { serialNumber: { value: 'ZK7741903' } };
  const isLookedFor = (firearm: Parameters<typeof keysToLookFor>[0]): boolean => {
    const held = searchKeysOf(asked).map((key) => `${key.field} ${key.class} ${key.text}`);
    return keysToLookFor(firearm).some((key) => held.includes(`${key.field} ${key.class} ${key.text}`));
  };
  const mark = (text: string) => ({ kind: 'other', text, place: 'barrel' }) as const;

  it.each([
    ['no number', {}],
    ['another number', { serialNumber: { value: 'QX1120458' } }],
    ['marks that hold no number', { markings: [mark('Made in Valmora'), mark('9x19'), mark('M70')] }],
    ['another number among its marks', { markings: [mark('VAW QX1120458')] }],
  ])('are not found by %s', (_, firearm) => expect(isLookedFor(firearm as never)).toBe(false));

  it.each([
    ['its number, otherwise spaced', { serialNumber: { value: 'ZK 774-1903' } }],
    ['its number with a character unread', { serialNumber: { value: 'ZK77?1903' } }],
    ['its number with a character misread', { serialNumber: { value: 'ZK7741803' } }],
    ['its number on a part alone', { components: [{ part: 'slide', serialNumber: { value: 'ZK7741903' } }] }],
    ['its number among the marks of a part', { components: [{ part: 'barrel', marks: 'VAW ZK7741903' }] }],
    ['its number among other marks', { markings: [mark('VAW 9x19 ZK7741903')] }],
    ['its number as a mark, spaced', { markings: [mark('ZK 774 1903')] }],
  ])('are found by %s', (_, firearm) => expect(isLookedFor(firearm as never)).toBe(true));

  it('are looked for in bounded ways, however many marks there are', () => {
    const markings = Array.from({ length: 500 }, (_, index) => mark(`ZK774${index} `.repeat(20)));
    expect(keysToLookFor({ markings }).length).toBeLessThanOrEqual(12 * 256);
  });
});
