import { CYRILLIC_BY_SOUND, GREEK_BY_SOUND, LIKE_A_DIGIT, SAME_SHAPE } from './script-letters.js';
import { unprotected } from './protected-cell.js';
import { withoutDoubtfulLabel, withoutLabel } from './serial-label.js';

/** Stands for one character that could not be read. */
export const UNKNOWN_POSITION = '?';

/** `other`: letters of any script for which the desk has no transliteration. They are kept as they are. */
export type Script = 'latin' | 'cyrillic' | 'greek' | 'other';

/** Shape alone; or shape, and the sound by the standards named for letters that have no Latin look-alike. */
export type Transliteration = 'look-alikes' | 'look-alikes, else GOST 7.79-2000 B' | 'look-alikes, else ISO 843';

/** What can be said of a serial number as it was read. The raw reading is evidence: it is kept beside this, never replaced by it. */
export interface SerialReading {
  /** Exactly as read. */
  readonly raw: string;
  /** What the number says, none of its characters left out: upper case, digits by their value, without blanks, separators and a label. */
  readonly written: string;
  /** In plain letters and digits: other scripts brought to Latin as far as that goes, accents and signs left out; `?` for unknown positions. */
  readonly normalised: string;
  /** The same without letters that may announce a number, and may begin it: SN, NR, NO. */
  readonly unlabelled: string;
  /** The scripts of its letters. More than one is a likely misreading, or a keyboard's. */
  readonly scripts: readonly Script[];
  /** Letters of several scripts, or digits of several. */
  readonly mixedScripts: boolean;
  /** How the letters were brought to Latin, when any were. */
  readonly transliteration: Transliteration | null;
  /** Where in `normalised` a character is unknown. */
  readonly unknownPositions: readonly number[];
}

const IN_LATIN: Readonly<Record<string, string>> = { ...LIKE_A_DIGIT, ...CYRILLIC_BY_SOUND, ...GREEK_BY_SOUND };

const SCRIPTS: Readonly<Record<Script, RegExp>> = {
  latin: /\p{Script=Latin}/u,
  cyrillic: /\p{Script=Cyrillic}/u,
  greek: /\p{Script=Greek}/u,
  other: /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}/u,
};

/** How a number is grouped in writing: blanks, dashes, dots, strokes, brackets. Other signs are struck on purpose, as a star is. */
const SEPARATORS = /(?![?*#&%@§†‡•※])[\p{Z}\p{C}\p{P}]/gu;

/** Reads a serial number for searching. Never throws. */
export function readSerial(raw: string): SerialReading {
  const bare = withoutLabel(unprotected(raw));
  const shapes = shapesOf(bare);
  const written = writtenIn(shapes);
  const normalised = inPlainLetters(written);
  const scripts = (Object.keys(SCRIPTS) as Script[]).filter((script) => SCRIPTS[script].test(shapes));
  return {
    raw,
    written,
    normalised,
    unlabelled: inPlainLetters(writtenIn(shapesOf(withoutDoubtfulLabel(bare)))),
    scripts,
    mixedScripts: scripts.length > 1 || mixesDigits(bare),
    transliteration: transliterationOf(shapes, scripts),
    unknownPositions: [...normalised].flatMap((character, position) => (character === UNKNOWN_POSITION ? [position] : [])),
  };
}

function shapesOf(text: string): string {
  return text
    .normalize('NFKD')
    .toUpperCase()
    .normalize('NFKD')
    .replaceAll('؟', UNKNOWN_POSITION)
    .replaceAll(/\p{Nd}/gu, valueOfDigit);
}

function writtenIn(shapes: string): string {
  return [...shapes]
    .map((character) => SAME_SHAPE[character] ?? character)
    .join('')
    .replaceAll(SEPARATORS, '');
}

function inPlainLetters(written: string): string {
  return [...written]
    .map((character) => IN_LATIN[character] ?? character)
    .join('')
    .replaceAll(/[^\p{N}?\p{L}]/gu, '');
}

function transliterationOf(shapes: string, scripts: readonly Script[]): Transliteration | null {
  if ([...shapes].some((character) => character in CYRILLIC_BY_SOUND)) return 'look-alikes, else GOST 7.79-2000 B';
  if ([...shapes].some((character) => character in GREEK_BY_SOUND)) return 'look-alikes, else ISO 843';
  return scripts.some((script) => script === 'cyrillic' || script === 'greek') ? 'look-alikes' : null;
}

/** Unicode keeps the digits of a script together, from zero to nine: a digit's value is its place in its run. */
function valueOfDigit(digit: string): string {
  const { firstOfBlock, point } = placeOf(digit);
  return String((point - firstOfBlock) % 10);
}

/** Blocks of digits may stand side by side, each of ten. */
function placeOf(digit: string): { readonly firstOfBlock: number; readonly point: number } {
  const point = digit.codePointAt(0) ?? 0;
  let firstOfBlock = point;
  while (/\p{Nd}/u.test(String.fromCodePoint(firstOfBlock - 1))) firstOfBlock -= 1;
  return { firstOfBlock, point };
}

/** Wide and raised digits are a keyboard's, and one with the plain ones. */
function mixesDigits(text: string): boolean {
  const digits = text.normalize('NFKC').match(/\p{Nd}/gu) ?? [];
  return new Set(digits.map((digit) => placeOf(digit).firstOfBlock)).size > 1;
}
