import { describe, expect, it } from '@jest/globals';
import { atItsLine, calendarDigest, calendarForm, calendarInput, withHolidays } from './calendar-form.js';

describe('holidays as people paste them', () => {
  it.each([
    ['words', '2026-12-25 Founding Day'],
    ['a CSV file', '2026-12-25,Founding Day'],
    ['quoted cells', '"2026-12-25";"Founding Day"'],
    ['a spreadsheet', '2026-12-25\tFounding Day'],
    ['a file with a heading', 'date,name\r\n2026-12-25,Founding Day\r\n\r\n'],
  ])('are read from %s', (_, holidays) => {
    expect(calendarInput({ holidays }, 3)).toEqual({
      replaces: 3,
      weekend: [],
      holidays: [{ on: '2026-12-25', name: 'Founding Day' }],
    });
  });

  it('that are none are left to the rules, which name the line', () => {
    expect(calendarInput({ holidays: '2026-12-25 Founding Day\n25/12/2027' }, 0)['holidays']).toEqual([
      { on: '2026-12-25', name: 'Founding Day' },
      { on: '25/12/2027', name: '25/12/2027' },
    ]);
    expect(atItsLine({ field: 'holidays.1.on' })).toEqual({ field: 'holidays', line: 2 });
    expect(atItsLine({ field: 'timeZone' })).toEqual({ field: 'timeZone' });
  });

  it('are joined by those that were ticked, each date once', () => {
    expect(withHolidays('2026-12-25 Founding Day', ['2026-12-25 Christmas', '2026-01-01 New Year'])).toBe(
      '2026-01-01 New Year\n2026-12-25 Founding Day',
    );
    expect(withHolidays('', undefined)).toBe('');
  });

  it('come back from the form as they went in, and any change is another calendar', () => {
    const calendar = {
      state: 'QM' as never,
      version: 2,
      timeZone: 'Europe/Paris',
      weekend: [6, 7],
      holidays: [{ on: '2026-12-25', name: 'Founding Day' }],
      source: 'Law',
      coveredUntil: '2026-12-31',
    };
    const input = calendarInput({ ...calendarForm(calendar), _step: 'preview' }, 2);
    expect(input).toMatchObject({ holidays: calendar.holidays, weekend: ['6', '7'], source: 'Law', replaces: 2 });
    expect(calendarDigest({ ...input, source: 'Another law' })).not.toBe(calendarDigest(input));
  });
});
