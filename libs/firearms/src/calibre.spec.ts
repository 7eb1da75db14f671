import { describe, expect, it } from '@jest/globals';
import { CALIBRES, readCalibre, sameCalibre, type Calibre } from './calibre.js';

describe('a calibre as read', () => {
  it.each(['9x19', '9 × 19 mm', '9 mm Luger', '9mm Parabellum', '9 MM PARA', '9 mm NATO', '9х19'])(
    '%s is the 9 mm Luger',
    (raw) => {
      expect(readCalibre(raw)).toMatchObject({ raw, calibre: { key: '9x19', cip: '9 mm Luger', saami: '9 mm Luger' } });
    },
  );

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
