import { describe, expect, it } from '@jest/globals';
import { isNewerZoneData, isZoneDataOld, isZoneDataVersion, zoneDataWarning } from './zone-data-version.js';

const NOW = new Date('2026-12-31T23:59:59Z');
const NEW_YEAR = new Date('2027-01-01T00:00:00Z');

describe('a release of the zone data', () => {
  it.each(['2025c', '2025za'])('is %s', (text) => expect(isZoneDataVersion(text)).toBe(true));
  it.each(['', '2025', '2025C', '25c', '2025abc', 'x2025c', '2025c ', '12025c', '2025c.1'])('is not %j', (text) => {
    expect(isZoneDataVersion(text)).toBe(false);
  });

  it.each([
    ['2025c', '2025b', true],
    ['2026a', '2025c', true],
    ['2025za', '2025z', true],
    ['2025c', 'unknown', true],
    ['2025c', '2025c', false],
    ['2025b', '2025c', false],
    ['unknown', '2025b', false],
    ['unknown', 'nothing', false],
  ])('%s beside %s is newer: %s', (one, other, newer) => expect(isNewerZoneData(one, other)).toBe(newer));

  it('is old once a whole year has passed since the last day of its own', () => {
    expect([isZoneDataOld('2025a', NOW), isZoneDataOld('2025a', NEW_YEAR), isZoneDataOld('2026a', NEW_YEAR)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(isZoneDataOld('unknown', NOW)).toBe(true);
  });
});

describe('what health warns of', () => {
  it('is nothing where all processes count with data of these years', () => {
    expect([zoneDataWarning('2025c', [], NOW), zoneDataWarning('2025c', ['2025c', '2025c'], NOW)]).toEqual([null, null]);
  });

  it('is data that are old, and other processes that count with others, each once and in order', () => {
    const old = 'the zone data are of 2025c, older than a year: npm run admin -- zone-data';
    const differing = 'other processes count days with 2024a, 2025b, this one with 2025c';
    expect(zoneDataWarning('2025c', [], NEW_YEAR)).toBe(old);
    expect(zoneDataWarning('2025c', ['2025b', '2025c', '2024a', '2025b'], NOW)).toBe(differing);
    expect(zoneDataWarning('2025c', ['2025b', '2024a'], NEW_YEAR)).toBe(`${old}; ${differing}`);
  });
});
