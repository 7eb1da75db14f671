import { describe, expect, it } from '@jest/globals';
import { reworkedBySpreadsheet, unprotected } from './spreadsheet-traces.js';

describe('a serial number that a spreadsheet reworked', () => {
  it.each([
    'A104552',
    '0012345',
    '778812',
    '12-345',
    'A-12',
    'MAR12345',
    '12E456',
    '1E05',
    '12/3456',
    '104552.5',
    '2026-13-04',
    '2026031',
    '19-1234',
    '123456789012345',
    '1.234.567',
  ])('is not seen in %s', (number) => expect(reworkedBySpreadsheet(number)).toBeNull());

  it.each([
    ['778812.0', 'decimals'],
    ['778812,00', 'decimals'],
    ['1.04552E+11', 'power'],
    ['1,04552E+11', 'power'],
    ['1.2E+035', 'power'],
    ['1E+11', 'power'],
    ['12-Oct', 'day'],
    ['12. Okt', 'day'],
    ['3-août', 'day'],
    ['Mar-98', 'day'],
    ['2026-03-04', 'day'],
    ['2026-03-04 00:00:00', 'day'],
    ['04/03/2026', 'day'],
    ['1234567890123450000', 'rounded'],
    ['#REF!', 'formula_error'],
    ['#########', 'formula_error'],
  ])('%s is seen by its %s, and is never certain', (number, trace) => {
    expect(reworkedBySpreadsheet(number)?.trace).toBe(trace);
    expect(reworkedBySpreadsheet(` ${number} `)?.certainty).toMatch(/^(?:likely|possible)$/);
  });

  it.each([
    ['="0012345"', '0012345'],
    ['= "A ""12"" 3" ', 'A "12" 3'],
    ["'0012345", '0012345'],
    ['=1+1', '=1+1'],
    ["'", "'"],
    ['A104552', 'A104552'],
  ])('%s is no reworked number once its protection is off: %s', (cell, text) => expect(unprotected(cell)).toBe(text));
});
