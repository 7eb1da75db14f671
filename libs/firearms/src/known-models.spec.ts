import { describe, expect, it } from '@jest/globals';
import { calibresOfModel, isImpossibleCalibre } from './known-models.js';

/** The table once more, as its sources say it; calibres as people write them. */
const MADE_IN: Readonly<Record<string, readonly string[]>> = {
  'Glock 17': ['9x19'],
  'Glock 19': ['9 mm Para'],
  'Makarov PM': ['9x18', '9x17'],
  'TT-33': ['7.62x25', '9x19'],
  'Beretta 92': ['9x19'],
  'CZ 75': ['9x19'],
  'Browning HP': ['9x19'],
  'Walther P38': ['9x19', '7.65x17SR', '.22 LR'],
  'Walther PPK': ['7.65x17SR', '9x17', '6.35x16SR', '.22 LR'],
  'Colt M1911': ['.45 ACP'],
  Uzi: ['9x19', '.45 ACP', '.22 LR'],
  MP5: ['9x19'],
  'AK-47': ['7.62x39'],
  AKM: ['7.62x39'],
  'AK-74': ['5.45x39'],
  SKS: ['7.62x39'],
  RPK: ['7.62x39'],
  PKM: ['7.62x54R'],
  SVD: ['7.62x54R'],
  'Mosin-Nagant': ['7.62x54R'],
  M16: ['5.56x45', '.223 Remington'],
  M4: ['5.56x45', '.223 Remington'],
  'FN FAL': ['7.62x51', '.308 Winchester'],
  G3: ['7.62x51', '.308 Winchester'],
  DShK: ['12.7x108'],
  'Browning M2': ['12.7x99'],
};
const MODELS = Object.entries(MADE_IN);
const CALIBRES = [...new Set(MODELS.flatMap(([, calibres]) => calibres))];

describe('the calibres of models that are met often', () => {
  it.each(MODELS)('%s was made in %j, and in no other that the table knows', (model, calibres) => {
    const known = calibres.map((calibre) => (calibre === '9 mm Para' ? '9x19' : calibre));
    for (const calibre of CALIBRES)
      expect([calibre, isImpossibleCalibre(undefined, model, calibre)]).toEqual([
        calibre,
        !known.includes(calibre === '9 mm Para' ? '9x19' : calibre),
      ]);
    expect(calibresOfModel(undefined, model)).toEqual(known);
  });

  it('are known by the model alone, or after its make, however both are written', () => {
    expect(calibresOfModel('GLOCK', '17')).toEqual(['9x19']);
    expect(calibresOfModel('Izhmash', 'ak 47')).toEqual(['7.62x39']);
    expect(calibresOfModel('Glock', '18')).toBeNull();
  });

  it('say nothing of a model or a calibre that the table does not know', () => {
    expect(isImpossibleCalibre('VAW', 'P9', '12 gauge')).toBe(false);
    expect(isImpossibleCalibre('Glock', '17', 'a calibre of its own')).toBe(false);
  });
});
