import { readCalibre, type CALIBRES } from './calibre.js';
import { foldName } from './model-name.js';

type CalibreKey = (typeof CALIBRES)[number]['key'];

/**
 * Models met often in tracing, with the calibres they were made in. A small table of the desk's own: a model that is not here says nothing,
 * and a calibre that is not here for a model is a reason to look again, not proof (`domain.md` 4.3).
 */
const CALIBRES_OF_MODEL: Readonly<Record<string, readonly CalibreKey[]>> = {
  'GLOCK 17': ['9x19'],
  'GLOCK 19': ['9x19'],
  'MAKAROV PM': ['9x18', '9x17'],
  'TT-33': ['7.62x25', '9x19'],
  'BERETTA 92': ['9x19'],
  'CZ 75': ['9x19'],
  'BROWNING HP': ['9x19'],
  'WALTHER P38': ['9x19', '7.65x17SR', '.22 LR'],
  'WALTHER PPK': ['7.65x17SR', '9x17', '6.35x16SR', '.22 LR'],
  'COLT M1911': ['.45 ACP'],
  UZI: ['9x19', '.45 ACP', '.22 LR'],
  MP5: ['9x19'],
  'AK-47': ['7.62x39'],
  AKM: ['7.62x39'],
  'AK-74': ['5.45x39'],
  SKS: ['7.62x39'],
  RPK: ['7.62x39'],
  PKM: ['7.62x54R'],
  SVD: ['7.62x54R'],
  'MOSIN-NAGANT': ['7.62x54R'],
  M16: ['5.56x45', '.223 Remington'],
  M4: ['5.56x45', '.223 Remington'],
  'FN FAL': ['7.62x51', '.308 Winchester'],
  G3: ['7.62x51', '.308 Winchester'],
  DSHK: ['12.7x108'],
  'BROWNING M2': ['12.7x99'],
};

const BY_MODEL: ReadonlyMap<string, readonly CalibreKey[]> = new Map(
  Object.entries(CALIBRES_OF_MODEL).map(([model, calibres]) => [foldName(model), calibres]),
);

/** The calibres a model was made in, as far as the table knows it by its name, alone or after its make; `null` otherwise. */
export function calibresOfModel(make: string | undefined, model: string): readonly string[] | null {
  return BY_MODEL.get(foldName(`${make ?? ''}${model}`)) ?? BY_MODEL.get(foldName(model)) ?? null;
}

/** Whether the table knows both model and calibre, and not the one with the other. */
export function isImpossibleCalibre(make: string | undefined, model: string, calibre: string): boolean {
  const [possible, read] = [calibresOfModel(make, model), readCalibre(calibre).calibre];
  return possible !== null && read !== null && !possible.includes(read.key);
}
