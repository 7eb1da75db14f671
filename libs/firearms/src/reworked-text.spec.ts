import { describe, expect, it } from '@jest/globals';
import { reworkingOf, type Reworking } from './reworked-text.js';

describe('a number that a spreadsheet took for something else', () => {
  it.each<[Reworking, readonly string[]]>([
    ['decimal', ['778812.0', '778812,00']],
    ['exponent', ['1.04552E+11', '1,04552E+11', '1.2E+035', '5E-05', '1E+05']],
    ['zero', ['0.38', '0,38', '0.22']],
    [
      'date',
      [
        '2026-03-04',
        '2026-03-04 00:00:00',
        '04/03/2026',
        '3/4/26',
        '04.03.2026',
        '12-Oct',
        '12-oct.',
        '5-May-09',
        'Dec-70',
        'déc-70',
        '1900-Jan',
      ],
    ],
    ['time', ['08:00', '8:00:00 AM']],
    ['error', ['#NAME?', '#REF!', '########', '#NOM ?']],
  ])('is seen to be a %s', (kind, texts) => {
    for (const text of texts) expect([text, reworkingOf(text)]).toEqual([text, kind]);
  });

  it.each([
    '635916',
    '00635916',
    'KR5001',
    '12E34',
    '1E5',
    '7.62x39',
    '9.5',
    '12/70',
    '34/56',
    '12-34/56',
    '2026-13-04',
    '12/34/56',
    '.380',
    '7.62',
    'MAY',
    'OCT12',
    'A-12',
    '0',
    '10.05',
    '#12',
    '',
    '112:30',
  ])('is not suspected in %p', (text) => expect(reworkingOf(text)).toBeNull());
});
