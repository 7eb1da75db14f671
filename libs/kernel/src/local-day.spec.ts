import { describe, expect, it } from '@jest/globals';
import { boundsOf, clockOf, dayIn, isTimeZone, zoneOrUtc } from './local-day.js';

/** What ICU takes for a zone and nobody else does, or reads otherwise. */
const ICU_ALONE = [
  ...['ACT', 'AET', 'AGT', 'ART', 'AST', 'BET', 'BST', 'CAT', 'CNT', 'CST', 'CTT', 'EAT', 'ECT', 'IET', 'IST', 'JST', 'MIT'],
  ...['NET', 'NST', 'PLT', 'PNT', 'PRT', 'PST', 'SST', 'VST', 'SystemV/AST4', 'US/Pacific-New'],
];

describe('the zone that a State’s days are counted in', () => {
  it.each([
    ...ICU_ALONE,
    '+02:00',
    'Mars/Olympus',
    'Factory',
    'Etc/Unknown',
    '',
    'x'.repeat(80),
    'Z',
    ' UTC',
    'UTC ',
    '1UTC',
    'Europe/Par is',
    'systemv/ast4',
    'us/pacific-new',
  ])('is not %s', (name) => {
    expect(isTimeZone(name)).toBe(false);
    expect(zoneOrUtc(name)).toBe('UTC');
  });

  it('is any zone that the IANA database names', () => {
    const refused = Intl.supportedValuesOf('timeZone').filter((zone) => !isTimeZone(zone));
    expect(refused).toEqual([]);
    for (const name of [
      'US/Pacific',
      'EST5EDT',
      'Etc/GMT-14',
      'GB',
      'UTC',
      'Asia/Calcutta',
      'Asia/Kolkata',
      'America/Argentina/Buenos_Aires',
      'Etc/GMT+5',
    ]) {
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

  it('has seven weekdays from Monday on, and a time of whole minutes that have passed', () => {
    const days = Array.from({ length: 7 }, (_, at) => clockOf('UTC', new Date(Date.UTC(2026, 2, 2 + at, 23, 59, 59, 999))));
    expect(days.map(({ weekday }) => weekday)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(new Set(days.map(({ time }) => time))).toEqual(new Set(['23:59']));
  });

  it('bounds a period of many days, over the turn of a month', () => {
    expect(boundsOf({ from: '2026-01-31', until: '2026-02-28' }, 'UTC')).toEqual({
      from: new Date('2026-01-31T00:00:00Z'),
      before: new Date('2026-03-01T00:00:00Z'),
    });
  });

  it('bounds a period by instants: from the first moment of its first day to the first after its last', () => {
    const bounds = boundsOf({ from: '2026-03-29', until: '2026-03-29' }, 'Europe/Paris');
    // The day on which the clocks go forward has 23 hours.
    expect(bounds).toEqual({ from: new Date('2026-03-28T23:00:00Z'), before: new Date('2026-03-29T22:00:00Z') });
  });
});
