/** Stands for one character that could not be read. */
export const UNKNOWN_POSITION = '?';

export type Script = 'latin' | 'cyrillic' | 'greek';

/** Shape alone; or shape, and the sound by the standard named for letters that have no Latin look-alike. */
export type Transliteration = 'look-alikes' | 'look-alikes, else GOST 7.79-2000 B';

/** What can be said of a serial number as it was read. The raw reading is evidence: it is kept beside this, never replaced by it. */
export interface SerialReading {
  /** Exactly as read. */
  readonly raw: string;
  /** Upper case, Latin look-alikes for Cyrillic and Greek letters, without spaces and punctuation; `?` for unknown positions. */
  readonly normalised: string;
  /** The scripts of its letters. More than one is a likely misreading, or a keyboard's. */
  readonly scripts: readonly Script[];
  readonly mixedScripts: boolean;
  /** How the letters were brought to Latin, when any were. */
  readonly transliteration: Transliteration | null;
  /** Where in `normalised` a character is unknown. */
  readonly unknownPositions: readonly number[];
}

/**
 * Capitals that look alike in a stamped number. A number is read by its shapes, so that shape counts, not sound:
 * the Cyrillic letter that sounds like R looks like P.
 */
// prettier-ignore
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  // Cyrillic
  А: 'A', В: 'B', Е: 'E', К: 'K', М: 'M', Н: 'H', О: 'O', Р: 'P', С: 'C', Т: 'T', У: 'Y', Х: 'X', З: '3', І: 'I', Ј: 'J', Ѕ: 'S',
  // Greek
  Α: 'A', Β: 'B', Ε: 'E', Ζ: 'Z', Η: 'H', Ι: 'I', Κ: 'K', Μ: 'M', Ν: 'N', Ο: 'O', Ρ: 'P', Τ: 'T', Υ: 'Y', Χ: 'X',
};

/** Cyrillic letters without a Latin look-alike, by GOST 7.79-2000 (system B) without its apostrophes. */
// prettier-ignore
const CYRILLIC_ONLY: Readonly<Record<string, string>> = {
  Б: 'B', Г: 'G', Д: 'D', Ж: 'ZH', И: 'I', Л: 'L', П: 'P', Ф: 'F', Ц: 'CZ', Ч: 'CH', Ш: 'SH', Щ: 'SHH', Э: 'E', Ю: 'YU', Я: 'YA',
};

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
};

/** Reads a serial number for searching. Never throws: what is no letter, digit or `?` carries no meaning and is left out. */
export function readSerial(raw: string): SerialReading {
  const shapes = raw
    .normalize('NFKD')
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll(/\p{Nd}/gu, westernDigit);
  const normalised = [...shapes]
    .map((character) => LOOK_ALIKES[character] ?? CYRILLIC_ONLY[character] ?? character)
    .join('')
    .replaceAll(/[^0-9?\p{L}]/gu, '');
  const scripts = (Object.keys(SCRIPTS) as Script[]).filter((script) => SCRIPTS[script].test(shapes));
  return {
    raw,
    normalised,
    scripts,
    mixedScripts: scripts.length > 1,
    transliteration: transliterationOf(shapes, scripts),
    unknownPositions: [...normalised].flatMap((character, position) => (character === UNKNOWN_POSITION ? [position] : [])),
  };
}

function transliterationOf(shapes: string, scripts: readonly Script[]): Transliteration | null {
  if ([...shapes].some((character) => character in CYRILLIC_ONLY)) return 'look-alikes, else GOST 7.79-2000 B';
  return scripts.some((script) => script !== 'latin') ? 'look-alikes' : null;
}

/** Arabic-Indic digits, both rows: their zeros stand at the start of each run of ten. */
const EASTERN_ZEROS = [0x0660, 0x06f0];

function westernDigit(digit: string): string {
  const point = digit.codePointAt(0) ?? 0;
  const zero = EASTERN_ZEROS.find((first) => point >= first && point <= first + 9);
  return zero === undefined ? digit : String(point - zero);
}
