import { describe, expect, it } from '@jest/globals';
import { dateWritten, dayWritten } from './written-date.js';

describe('a day as people write it', () => {
  it.each([
    ['2026-03-06'],
    ['2026/3/6'],
    ['2026.03.06'],
    ['6 March 2026'],
    ['6-Mar-2026'],
    ['06 mars 2026'],
    ['6th of March, 2026'],
    ['6 de mars 2026'],
    ['March 6, 2026'],
    ['Mar. 6th 2026'],
    ['06.03.2026'],
    ['6. 3. 2026'],
    ['2026 - 3 - 6'],
    ['2026 -3- 6'],
  ])('is the same day: %s', (text) => expect(dayWritten(text)).toBe('2026-03-06'));

  it.each([
    ['13/03/2026', '2026-03-13'],
    ['03/13/2026', '2026-03-13'],
    ['06/06/2026', '2026-06-06'],
    ['1er mars 2026', '2026-03-01'],
    ['29.02.2024', '2024-02-29'],
  ])('is one where there is one reading only: %s', (text, day) => expect(dayWritten(text)).toBe(day));

  it.each([
    ['06/03/2026'],
    ['29.02.2026'],
    ['31 April 2026'],
    ['16 March 20261'],
    ['on 6 March 2026'],
    ['106 March 2026'],
    ['06.03.2026.'],
    ['06.03.20261'],
    ['6 Marchember 2026'],
    ['March 2026'],
    ['2026-3/6'],
    [''],
  ])('is none, or might be another: %j', (text) => expect(dayWritten(text)).toBeNull());
});

describe('a date as precisely as a record gives it', () => {
  it.each([
    ['2009', '2009'],
    ['May 2009', '2009-05'],
    ['mai, 2009', '2009-05'],
    ['05/2009', '2009-05'],
    ['2009-5', '2009-05'],
    ['6 May 2009', '2009-05-06'],
  ])('is kept so: %s', (text, date) => expect(dateWritten(text)).toBe(date));

  it.each([['13/2009'], ['209'], ['20091'], ['Mayday 2009']])('is none: %s', (text) => expect(dateWritten(text)).toBeNull());
});
