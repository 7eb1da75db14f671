import { foldedText, type FoldedText } from './folded-text.js';

/**
 * By what a free text is known where it is copied. Who retells it in other words is not stopped; common words that happen to follow each other are
 * no copy.
 */
const RULES = {
  /** By five words in a row two people who write of the same thing seldom agree; with fewer letters they are `it was found in the`. */
  run: { words: 5, letters: 22 },
  /** A shorter text is known as a whole: `Handed to Colonel Vey`. One of a word or two, as `Exported.`, tells too little. */
  whole: { words: 3, letters: 16 },
  /** A number is known by itself, as of a case: `K-2009/4471`. With fewer digits it is a calibre, a model or a year. */
  number: { digits: 5, stretch: 5, letters: 4 },
} as const;

/** In scripts that divide no words, two letters are taken for a word, and each for three letters of an alphabet. */
const DENSE = '\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}';
const PIECE = new RegExp(`[${DENSE}]|[^${DENSE}]+`, 'gu');
const IS_DENSE = new RegExp(`^[${DENSE}]$`, 'u');

interface Piece {
  readonly text: string;
  readonly words: number;
  readonly letters: number;
}

/** The stretches by which a copy of this free text is known: its long ones, or itself where it is short; none where it tells too little. */
export function runsOf(text: string): readonly string[] {
  return [...new Set(foldedText(text).flatMap(({ words }) => known(piecesOf(words))))];
}

function known(pieces: readonly Piece[]): readonly string[] {
  if (sum(pieces, 'words') >= RULES.run.words) return stretchesOf(pieces, RULES.run);
  const { words, letters } = RULES.whole;
  return sum(pieces, 'words') >= words && sum(pieces, 'letters') >= letters ? [textOf(pieces)] : [];
}

/** The numbers in a free text by which it is known. */
export function numbersOf(text: string): readonly string[] {
  const { digits, stretch, letters } = RULES.number;
  return (text.match(NUMBER) ?? []).filter((word) => {
    if (CALIBRE.test(word)) return false;
    const parts = word.split(/[^\p{L}\p{N}]+/u);
    const count = word.match(/\p{Nd}/gu)?.length ?? 0;
    if (count < digits || parts.some((part) => (part.match(/\p{L}/gu)?.length ?? 0) > letters)) return false;
    return /\p{L}/u.test(word) || parts.some((part) => (part.match(/\p{Nd}/gu)?.length ?? 0) >= stretch);
  });
}

/** `5.56x45mm` is of thousands of arms. */
const CALIBRE = /^\p{Nd}+(?:\.\p{Nd}+)?[x×]\p{Nd}/iu;
const NUMBER = /[\p{L}\p{N}]+(?:[-/._][\p{L}\p{N}]+)*/gu;

/** Every stretch of a typed text that could be one that is known, short or long. */
export function stretchesIn(texts: readonly FoldedText[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ words }) => stretchesOf(piecesOf(words), RULES.whole)));
}

/** From each word on, as far as a stretch needs to be at the least and may be at the most. */
function stretchesOf(pieces: readonly Piece[], least: { readonly words: number; readonly letters: number }): readonly string[] {
  const found: string[] = [];
  for (let start = 0; start < pieces.length; start++) {
    let counted = { words: 0, letters: 0 };
    for (let end = start; end < pieces.length && counted.words < RULES.run.words; end++) {
      counted = { words: counted.words + pieces[end]!.words, letters: counted.letters + pieces[end]!.letters };
      if (counted.words >= least.words && counted.letters >= least.letters) found.push(textOf(pieces.slice(start, end + 1)));
    }
  }
  return found;
}

function piecesOf(words: readonly string[]): readonly Piece[] {
  return words
    .flatMap((word) => word.match(PIECE) ?? [])
    .map((text) => (IS_DENSE.test(text) ? { text, words: 0.5, letters: 3 } : { text, words: 1, letters: text.length }));
}

function sum(pieces: readonly Piece[], of: 'words' | 'letters'): number {
  return pieces.reduce((total, piece) => total + piece[of], 0);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map(({ text }) => text).join(' ');
}
