/** A calibre the desk knows by one key, with the names of both standards side by side; they often differ. */
export interface Calibre {
  readonly key: string;
  /** The name in the C.I.P. tables, and in SAAMI's, where each has one. */
  readonly cip?: string;
  readonly saami?: string;
  readonly synonyms: readonly string[];
}

/**
 * The calibres met most in tracing, with what they are also called (`domain.md` 4.4). Nominally alike is not alike: 9 mm Makarov is not 9 mm
 * Luger, and the three 7.62 mm rifle cartridges are three. What is not listed is kept as read and matched as read.
 */
export const CALIBRES = [
  {
    key: '9x19',
    cip: '9 mm Luger',
    saami: '9 mm Luger',
    synonyms: ['9 mm Parabellum', '9 mm Para', '9 mm NATO', '9x19 mm', '9 Luger'],
  },
  {
    key: '9x17',
    cip: '9 mm Browning court',
    saami: '380 Auto',
    synonyms: ['9 mm Short', '9 mm Kurz', '9 mm corto', '.380 ACP', '9x17 mm'],
  },
  { key: '9x18', cip: '9 mm Makarov', synonyms: ['9x18 mm', '9 mm PM', '9x18 Makarov'] },
  { key: '7.65x17SR', cip: '7,65 mm Browning', saami: '32 Auto', synonyms: ['.32 ACP', '7.65 Browning', '7.65x17 mm'] },
  { key: '6.35x16SR', cip: '6,35 mm Browning', saami: '25 Auto', synonyms: ['.25 ACP', '6.35 Browning'] },
  { key: '7.62x25', cip: '7,62 x 25 Tokarev', synonyms: ['7.62 Tokarev', '7.62 TT', '7.62x25 mm'] },
  { key: '.45 ACP', cip: '45 Auto', saami: '45 Auto', synonyms: ['.45 Automatic', '11.43x23'] },
  { key: '.38 Special', cip: '38 Special', saami: '38 Special', synonyms: ['.38 Spl', '9x29R'] },
  { key: '.357 Magnum', cip: '357 Magnum', saami: '357 Magnum', synonyms: ['.357 Mag', '9x33R'] },
  { key: '.22 LR', cip: '22 Long Rifle', saami: '22 Long Rifle', synonyms: ['.22 Long Rifle', '5.6x15R'] },
  { key: '5.45x39', cip: '5,45 x 39', synonyms: ['5.45x39 mm', '5.45 Soviet'] },
  { key: '5.56x45', synonyms: ['5.56 NATO', '5.56 mm', '5.56x45 mm NATO'] },
  { key: '.223 Remington', cip: '223 Rem', saami: '223 Remington', synonyms: ['.223 Rem'] },
  { key: '7.62x39', cip: '7,62 x 39', saami: '7.62x39', synonyms: ['7.62x39 mm', '7.62 Soviet', '7.62 M43'] },
  { key: '7.62x51', synonyms: ['7.62 NATO', '7.62x51 mm NATO'] },
  { key: '.308 Winchester', cip: '308 Win', saami: '308 Winchester', synonyms: ['.308 Win'] },
  { key: '7.62x54R', cip: '7,62 x 54 R', saami: '7.62x54R', synonyms: ['7.62x54 mm R', '7.62 Mosin'] },
  { key: '12.7x108', synonyms: ['12.7x108 mm', '12.7 Soviet'] },
  { key: '12.7x99', cip: '50 Browning', synonyms: ['.50 BMG', '12.7x99 mm NATO'] },
  { key: '12 gauge', cip: '12', saami: '12 gauge', synonyms: ['12/70', '12/76', 'cal. 12', '12 ga'] },
] as const satisfies readonly Calibre[];

/** The raw reading and what it is taken for, side by side: the reading stays evidence. */
export interface CalibreReading {
  readonly raw: string;
  readonly calibre: Calibre | null;
}

const BY_NAME: ReadonlyMap<string, Calibre> = new Map(
  CALIBRES.flatMap((calibre: Calibre) =>
    [calibre.key, calibre.cip, calibre.saami, ...calibre.synonyms].flatMap((name) =>
      name === undefined ? [] : [[foldName(name), calibre] as const],
    ),
  ),
);

/** What a name says besides the figures before it, by calibre: `Parabellum` of 9 mm Parabellum. */
const WORDS_OF: ReadonlyMap<Calibre, ReadonlySet<string>> = new Map(
  CALIBRES.map((calibre: Calibre) => {
    const names = [...BY_NAME].filter(([, owner]) => owner === calibre).map(([name]) => name);
    return [calibre, new Set([...names, ...names.map((name) => name.replace(/^[\d.x/]+(?=\p{L}{2})/u, ''))])];
  }),
);

/**
 * What a calibre is known as, whatever the way of writing it: case, spaces, decimal comma and the multiplication sign do not count. Two names may
 * stand together, as designation and name do, if both are of one calibre; what may be of two is of none.
 */
export function readCalibre(raw: string): CalibreReading {
  const name = foldName(raw);
  return { raw, calibre: BY_NAME.get(name) ?? namedTwice(name) };
}

/** What a calibre is looked for by: its key, or what was read where the desk does not know it. */
export function calibreKeyOf(raw: string): string {
  return readCalibre(raw).calibre?.key ?? foldName(raw);
}

function namedTwice(name: string): Calibre | null {
  const meant = new Set(
    [...BY_NAME].flatMap(([first, calibre]) =>
      name.startsWith(first) && says(name.slice(first.length), calibre) ? [calibre] : [],
    ),
  );
  return meant.size === 1 ? ([...meant][0] ?? null) : null;
}

/** Whether a text is made of nothing but words of this calibre. */
function says(text: string, calibre: Calibre): boolean {
  if (text === '') return true;
  return [...(WORDS_OF.get(calibre) ?? [])].some((word) => text.startsWith(word) && says(text.slice(word.length), calibre));
}

/** Whether two readings are of one calibre; unknown ones are when they are written alike. */
export function sameCalibre(one: string, other: string): boolean {
  const [first, second] = [readCalibre(one).calibre, readCalibre(other).calibre];
  return first || second ? first === second : foldName(one) === foldName(other);
}

function foldName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[×х*]/g, 'x')
    .replaceAll(',', '.')
    .replaceAll(/[\s()[\]-]/g, '')
    .replaceAll(/(?<=\d)mm/g, '')
    .replace(/^(?:cal\.?)?(?:0?\.)?(?=\d)/, '');
}
