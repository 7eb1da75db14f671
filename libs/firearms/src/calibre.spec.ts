import { describe, expect, it } from '@jest/globals';
import { CALIBRES, calibreKeyOf, readCalibre, sameCalibre, type Calibre } from './calibre.js';

describe('a calibre as read', () => {
  it.each(['9x19', '9 × 19 mm', '9 mm Luger', '9mm Parabellum', '9 MM PARA', '9 mm NATO', '9х19'])(
    '%s is the 9 mm Luger',
    (raw) => {
      expect(readCalibre(raw)).toMatchObject({ raw, calibre: { key: '9x19', cip: '9 mm Luger', saami: '9 mm Luger' } });
    },
  );

  it.each([
    ['9x19mm Parabellum', '9x19'],
    ['9x19 Luger', '9x19'],
    ['9 mm Luger (9x19)', '9x19'],
    ['9 × 19 mm NATO', '9x19'],
    ['9x18 mm Makarov', '9x18'],
    ['7.62x39 mm Soviet', '7.62x39'],
    ['7,62x25 mm Tokarev', '7.62x25'],
    ['.380 ACP (9 mm Short)', '9x17'],
    ['7.65x17 mm Browning', '7.65x17SR'],
    ['5.56x45 mm NATO', '5.56x45'],
    ['cal. .45 ACP', '.45 ACP'],
    ['0.357 Magnum', '.357 Magnum'],
  ])('%s is one calibre by designation and name together', (raw, key) => expect(readCalibre(raw).calibre?.key).toBe(key));

  it.each([
    '9 mm',
    '7.62',
    '9x19 Makarov',
    '9x19 9x18',
    '7.62 NATO Soviet',
    '5.56x45 / .223 Remington',
    '9 mm Browning',
    '.38',
    '9x19x',
  ])('%s is none that the desk knows: it may be of two', (raw) => expect(readCalibre(raw).calibre).toBeNull());

  it('is one calibre with and without the zero that a spreadsheet puts before the point', () => {
    expect([sameCalibre('.38', '0.38'), sameCalibre('.38', '0.380'), sameCalibre('.357 Mag', '0.357 Magnum')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([calibreKeyOf('0.38'), calibreKeyOf('9x19mm Parabellum')]).toEqual([calibreKeyOf('.38'), '9x19']);
  });

  it.each([
    ['9 mm Makarov', '9 mm Luger'],
    ['7.62x39', '7.62x51'],
    ['7.62x51', '7.62x54R'],
    ['9 mm Short', '9x19'],
    ['5.56x45', '.223 Remington'],
  ])('%s is not %s', (one, other) => {
    expect(sameCalibre(one, other)).toBe(false);
  });

  it.each([
    ['.380 Auto', '9 mm Browning court'],
    ['7,65 mm Browning', '.32 ACP'],
    ['12/70', '12 gauge'],
  ])('%s is %s', (one, other) => {
    expect(sameCalibre(one, other)).toBe(true);
  });

  it('keeps what it does not know as it was read', () => {
    expect(readCalibre('11 mm of its own')).toEqual({ raw: '11 mm of its own', calibre: null });
    expect([sameCalibre('8 x 57 IS', '8x57IS'), sameCalibre('8x57IS', '8x57IRS')]).toEqual([true, false]);
  });
});

describe('the table of calibres', () => {
  it('gives no name to two calibres', () => {
    const names = CALIBRES.flatMap((each: Calibre) =>
      [each.key, each.cip, each.saami, ...each.synonyms].filter((name) => name !== undefined),
    );
    for (const name of names) {
      const owners = CALIBRES.filter((each: Calibre) => [each.key, each.cip, each.saami, ...each.synonyms].includes(name));
      expect([name, owners.map((each) => each.key)]).toEqual([name, [readCalibre(name).calibre?.key]]);
    }
  });
});
