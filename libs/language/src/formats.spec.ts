import { describe, expect, it } from '@jest/globals';
import { dueDistance, formats } from './formats.js';

const at = new Date('2026-03-06T09:12:00Z');

describe('dates and times', () => {
  it('stand as day, month name, year, and with their zone', () => {
    expect(formats('en').instant(at)).toBe('6 March 2026, 09:12 UTC');
    expect(formats('fr').instant(at)).toBe('6 mars 2026, 09:12 UTC');
    expect(formats('en').instantIn(at, 'Asia/Kathmandu')).toBe('6 March 2026, 14:57 (Asia/Kathmandu)');
  });

  it('are not moved by a zone when they are a calendar day', () => {
    expect(formats('en').day('2026-03-06')).toBe('6 March 2026');
    expect([formats('fr').day('2026-03-06'), formats('fr').day('2026-03-31')]).toEqual(['6 mars 2026', '31 mars 2026']);
    expect([formats('en').day('soon'), formats('en').day('')]).toEqual(['soon', '']);
  });

  it('are as precise as the record gives them', () => {
    const recorded = (language: 'en' | 'fr', ...dates: string[]) => dates.map((date) => formats(language).recorded(date));
    expect(recorded('en', '2009', '2009-05', '2009-05-11')).toEqual(['2009', 'May 2009', '11 May 2009']);
    expect(recorded('fr', '2009-05-11', '2009', '2009-05')).toEqual(['11 mai 2009', '2009', 'mai 2009']);
  });

  it('run from 00 to 23 hours', () => {
    const midnight = new Date('2026-03-06T00:00:00Z');
    expect(formats('en').instant(midnight)).toBe('6 March 2026, 00:00 UTC');
    expect(formats('fr').instantIn(midnight, 'Europe/Oslo')).toBe('6 mars 2026, 01:00 (Europe/Oslo)');
    expect(formats('en').instantIn(midnight, 'UTC')).toBe('6 March 2026, 00:00 (UTC)');
    expect(formats('en').instant(new Date('2026-03-06T23:59:59Z'))).toBe('6 March 2026, 23:59 UTC');
  });

  it('fall on the day of the State that is asked', () => {
    expect(formats('en').dayIn(new Date('2026-03-06T23:30:00Z'), 'Pacific/Auckland')).toBe('7 March 2026');
  });
});

describe('numbers', () => {
  it('are grouped as each language does', () => {
    expect(formats('en').number(1234567)).toBe('1,234,567');
    expect(formats('fr').number(1234567).replaceAll(/\s/g, ' ')).toBe('1 234 567');
  });

  it('and dates are those of the language that is asked, whichever was asked before', () => {
    expect(formats('en')).toBe(formats('en'));
    expect(formats('en')).not.toBe(formats('fr'));
  });
});

describe('a paragraph of the ITI', () => {
  it('is cited as each language does', () => {
    expect(formats('en').paragraph('16, 17(a)')).toBe('16, 17(a)');
    expect(formats('fr').paragraph('16, 17(a)')).toBe('16, 17 a)');
    expect(formats('fr').paragraph('15(a), 31(b)')).toBe('15 a), 31 b)');
  });
});

describe('the distance to a due instant', () => {
  it.each([
    ['2026-03-12T09:12:00Z', { overdue: false, unit: 'days', count: 6 }],
    ['2026-03-07T10:12:00Z', { overdue: false, unit: 'hours', count: 25 }],
    ['2026-03-06T09:12:30Z', { overdue: false, unit: 'minutes', count: 1 }],
    ['2026-03-06T09:12:00Z', { overdue: true, unit: 'minutes', count: 1 }],
    ['2026-03-05T09:12:00Z', { overdue: true, unit: 'days', count: 1 }],
    // The least and the last of each unit, on both sides of the instant.
    ['2026-03-08T09:12:00.000Z', { overdue: false, unit: 'days', count: 2 }],
    ['2026-03-08T09:11:59.999Z', { overdue: false, unit: 'hours', count: 47 }],
    ['2026-03-06T10:12:00.000Z', { overdue: false, unit: 'hours', count: 1 }],
    ['2026-03-06T10:11:59.999Z', { overdue: false, unit: 'minutes', count: 59 }],
    ['2026-03-06T09:14:00.000Z', { overdue: false, unit: 'minutes', count: 2 }],
    ['2026-03-06T09:12:00.001Z', { overdue: false, unit: 'minutes', count: 1 }],
    ['2026-03-06T08:12:00.001Z', { overdue: true, unit: 'minutes', count: 59 }],
    ['2026-03-06T08:12:00.000Z', { overdue: true, unit: 'hours', count: 1 }],
    ['2026-03-05T09:12:00.001Z', { overdue: true, unit: 'hours', count: 23 }],
    ['2026-03-04T09:12:00.001Z', { overdue: true, unit: 'days', count: 1 }],
    ['2026-03-04T09:12:00.000Z', { overdue: true, unit: 'days', count: 2 }],
  ])('of %s', (due, distance) => {
    expect(dueDistance(new Date(due), at)).toEqual(distance);
  });
});
