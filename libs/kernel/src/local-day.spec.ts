import { describe, expect, it } from '@jest/globals';
import { boundsOf, clockOf, dayIn, isTimeZone, zoneOrUtc } from './local-day.js';

/** What ICU takes for a zone and nobody else does, or reads otherwise. */
const ICU_ALONE = [
  ...['ACT', 'AET', 'AGT', 'ART', 'AST', 'BET', 'BST', 'CAT', 'CNT', 'CST', 'CTT', 'EAT', 'ECT', 'IET', 'IST', 'JST', 'MIT'],
  ...['NET', 'NST', 'PLT', 'PNT', 'PRT', 'PST', 'SST', 'VST', 'SystemV/AST4', 'US/Pacific-New'],
];

describe('the zone that a State’s days are counted in', () => {
  it.each([...ICU_ALONE, '+02:00', 'Mars/Olympus', 'Factory', 'Etc/Unknown', '', 'x'.repeat(80), 'Z'])('is not %s', (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(zoneOrUtc(name)).toBe('UTC');
  });

  it('is any zone that the IANA database names', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone));
    expect(refused).toEqual([]);
    for (const name of ['UTC', 'Asia/Calcutta', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5']) {
      expect([name, isTimeZone(name), zoneOrUtc(name)]).toEqual([name, true, name]);
    }
  });
});

describe('a day of a State', () => {
  it('begins at its own midnight', () => {
    expect(dayIn(new Date('2026-03-01T09:59:59.999Z'), 'Pacific/Kiritimati')).toBe('2026-03-01');
    expect(dayIn(new Date('2026-03-01T10:00:00.000Z'), 'Pacific/Kiritimati')).toBe('2026-03-02');
  });

  it('has a weekday and a time by the State’s clock', () => {
    expect(clockOf('Asia/Kathmandu', new Date('2026-03-01T18:20:00Z'))).toEqual({ day: '2026-03-02', weekday: 1, time: '00:05' });
  });

  it('bounds a period by instants: from the first moment of its first day to the first after its last', () => {
    const bounds = boundsOf({ from: '2026-03-29', until: '2026-03-29' }, 'Europe/Paris');
    // The day on which the clocks go forward has 23 hours.
    expect(bounds).toEqual({ from: new Date('2026-03-28T23:00:00Z'), before: new Date('2026-03-29T22:00:00Z') });
  });
});
