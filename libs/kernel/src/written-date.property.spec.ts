import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateWritten, dayWritten } from './written-date.js';

describe('a day as people write it', () => {
  it.each([
    ['2026-03-06', '2026-03-06'],
    ['2026-3-6', '2026-03-06'],
    ['2026/03/06', '2026-03-06'],
    ['6 March 2026', '2026-03-06'],
    [' 6  March 2026 ', '2026-03-06'],
    ['06 march 2026', '2026-03-06'],
    ['6th March 2026', '2026-03-06'],
    ['6th of March, 2026', '2026-03-06'],
    ['March 6, 2026', '2026-03-06'],
    ['Mar. 6 2026', '2026-03-06'],
    ['6-Mar-2026', '2026-03-06'],
    ['12-Oct-2026', '2026-10-12'],
    ['6 mars 2026', '2026-03-06'],
    ['1er mars 2026', '2026-03-01'],
    ['15 août 2026', '2026-08-15'],
    ['15 aout 2026', '2026-08-15'],
    ['3 févr. 2026', '2026-02-03'],
    ['6 de mars 2026', '2026-03-06'],
    ['06.03.2026', '2026-03-06'],
    ['6. 3. 2026', '2026-03-06'],
    ['13/03/2026', '2026-03-13'],
    ['03/13/2026', '2026-03-13'],
    ['06/06/2026', '2026-06-06'],
    ['29 February 2024', '2024-02-29'],
  ])('%j is %s', (text, day) => {
    expect(dayWritten(text)).toBe(day);
  });

  it.each([
    ['06/03/2026', 'the sixth of March for some, the third of June for others'],
    ['6-3-2026', 'the same with hyphens'],
    ['6 March 26', 'a year of two digits may lie in any century'],
    ['29 February 2026', 'not in the calendar'],
    ['31.04.2026', 'not in the calendar'],
    ['0 March 2026', 'no day'],
    ['6 Marz 2026', 'no month in a language of the desk'],
    ['March 2026', 'a month, no day'],
    ['2026', 'a year, no day'],
    ['tomorrow', 'no date'],
    ['', 'nothing'],
    ['6 March 2026 or later', 'more than a date'],
    [`6 ${' '.repeat(40)}March 2026`, 'longer than any date'],
  ])('%j is not taken: %s', (text) => {
    expect(dayWritten(text)).toBeNull();
  });

  const days = fc
    .date({ min: new Date('1800-01-01T00:00:00Z'), max: new Date('2999-12-31T00:00:00Z'), noInvalidDate: true })
    .map((at) => at.toISOString().slice(0, 10));

  it('is read as it was meant, however one who reads English or French writes it out', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('en-GB', 'en-US', 'fr-FR', 'fr-CA'),
        fc.constantFrom('long', 'medium'),
        (day, locale, dateStyle) => {
          const written = new Intl.DateTimeFormat(locale, { dateStyle, timeZone: 'UTC' }).format(new Date(day));
          expect([written, dayWritten(written)]).toEqual([written, day]);
        },
      ),
    );
  });

  it('in figures is taken in either order where there is one reading only, and else not at all', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('/', '-'), fc.boolean(), (iso, sign, monthFirst) => {
        const [year = '', month = '', day = ''] = iso.split('-');
        const written = (monthFirst ? [month, day, year] : [day, month, year]).join(sign);
        expect(dayWritten(written)).toBe(day === month || Number(day) > 12 ? iso : null);
      }),
    );
  });

  it('stays what it is once it is read', () => {
    fc.assert(fc.property(days, (day) => expect([dayWritten(day), dateWritten(day)]).toEqual([day, day])));
  });

  it('is a day of the calendar, whatever was written', () => {
    const piece = fc.constantFrom('6', '31', '02', '2026', '1900', 'March', 'févr.', 'of', '/', '-', '.', ' ', ',');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
        const day = dayWritten(pieces.join(''));
        if (day !== null) expect(new Date(day).toISOString().slice(0, 10)).toBe(day);
      }),
    );
  });
});

describe('a date as precisely as a record gives it', () => {
  it.each([
    ['2009', '2009'],
    ['2009-05', '2009-05'],
    ['05/2009', '2009-05'],
    ['May 2009', '2009-05'],
    ['mai 2009', '2009-05'],
    ['déc. 2009', '2009-12'],
    ['11 May 2009', '2009-05-11'],
  ])('%j is %s', (text, date) => {
    expect(dateWritten(text)).toBe(date);
  });

  it.each(['13/2009', 'the nineties', '09', '05/09', 'May', '2009-00'])('%j is not taken', (text) => {
    expect(dateWritten(text)).toBeNull();
  });
});
