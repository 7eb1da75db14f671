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
  });

  it('fall on the day of the State that is asked', () => {
    expect(formats('en').dayIn(new Date('2026-03-06T23:30:00Z'), 'Pacific/Auckland')).toBe('7 March 2026');
  });
});

describe('a paragraph of the ITI', () => {
  it('is cited as each language does', () => {
    expect(formats('en').paragraph('16, 17(a)')).toBe('16, 17(a)');
    expect(formats('fr').paragraph('16, 17(a)')).toBe('16, 17 a)');
  });
});

describe('the distance to a due instant', () => {
  it.each([
    ['2026-03-12T09:12:00Z', { overdue: false, unit: 'days', count: 6 }],
    ['2026-03-07T10:12:00Z', { overdue: false, unit: 'hours', count: 25 }],
    ['2026-03-06T09:12:30Z', { overdue: false, unit: 'minutes', count: 1 }],
    ['2026-03-06T09:12:00Z', { overdue: true, unit: 'minutes', count: 1 }],
    ['2026-03-05T09:12:00Z', { overdue: true, unit: 'days', count: 1 }],
  ])('of %s', (due, distance) => {
    expect(dueDistance(new Date(due), at)).toEqual(distance);
  });
});
