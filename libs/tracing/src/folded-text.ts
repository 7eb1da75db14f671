import { withoutAccents } from '@tracedesk/firearms/core';

/** A text as it is compared, worked out once for all that it is held against. */
export interface FoldedText {
  readonly words: readonly string[];
  /** Its words written together. */
  readonly joined: string;
  /** At each place of `joined`: what ends and begins there. */
  readonly edges: Uint8Array;
}

/** Kinds of places at which a word may begin and end, the surest last. */
const WITHIN = 0;
/** Letters and digits side by side, or a capital within a word: `NordhavnTrading2009`. */
const CHANGE = 1;
/** A blank or a sign, or letters of a script that divides no words. */
const DIVIDED = 2;

/** Scripts that divide no words, or attach to a name what it does in a sentence; and how much one of their letters tells. */
const UNDIVIDED_SCRIPTS = [
  { letters: '\\p{scx=Han}', weight: 2, because: 'A name has two or three of them, within a sentence without blanks.' },
  { letters: '\\p{scx=Hang}', weight: 2, because: 'One is a syllable, and particles are attached to a name.' },
  { letters: '\\p{scx=Hira}\\p{scx=Kana}', weight: 1.5, because: 'One is a syllable; there are no blanks.' },
  { letters: '\\p{scx=Thai}\\p{scx=Laoo}\\p{scx=Khmr}\\p{scx=Mymr}', weight: 1, because: 'Letters; blanks divide sentences.' },
].map(({ letters, weight }) => ({ letters, weight, one: new RegExp(`[${letters}]`, 'u') }));
const UNDIVIDED = new RegExp(`[${UNDIVIDED_SCRIPTS.map(({ letters }) => letters).join('')}]+`, 'gu');

/** Lighter values are found in half of all texts. */
const LIGHTEST_VALUE = 4;
/** From so many letters on, a value is found where its words are divided in other places: `to get her` is no Together. */
const SHORTEST_JOINED = 9;
/** From so many on, several words are found within a longer one: no word happens to hold them. */
const SHORTEST_WITHIN = 12;

/** Words that Arabic and Hebrew attach to the one after: and, so, in, as, to, the. */
const ATTACHED = /^(?:[وفبكلسا]{1,4}|[ובכלמשה]{1,3})$/u;

/** Whether a value is heavy enough to be looked for. */
export function isLongEnough({ joined }: FoldedText): boolean {
  let weight = 0;
  for (const letter of joined) weight += UNDIVIDED_SCRIPTS.find(({ one }) => one.test(letter))?.weight ?? 1;
  return weight >= LIGHTEST_VALUE;
}

/** Whether the value stands in the text: as its words, divided elsewhere, or written together with others. */
export function holds(text: FoldedText, value: FoldedText): boolean {
  const { joined } = value;
  const several = value.words.length > 1;
  const number = /\p{N}/u.test(joined) && !/\p{L}{4}/u.test(joined);
  const within = several && !number && joined.length >= SHORTEST_WITHIN;
  const anywhere = number || joined.length >= SHORTEST_JOINED;
  for (let at = text.joined.indexOf(joined); at >= 0; at = text.joined.indexOf(joined, at + 1)) {
    const end = at + joined.length;
    if (within) return true;
    const least = number ? DIVIDED : CHANGE;
    const begins = text.edges[at]! >= least || beginsAttached(text, at);
    if (begins && text.edges[end]! >= least && (anywhere || isDividedAlike(text, value, at))) return true;
  }
  return false;
}

/** A short value stands in the text with no blank where it has none. */
function isDividedAlike(text: FoldedText, value: FoldedText, at: number): boolean {
  for (let place = 1; place < value.joined.length; place++)
    if (text.edges[at + place]! === DIVIDED && value.edges[place]! === WITHIN) return false;
  return true;
}

function beginsAttached({ joined, edges }: FoldedText, at: number): boolean {
  let start = at;
  while (start > 0 && edges[start]! === WITHIN && at - start < 4) start--;
  return edges[start]! !== WITHIN && ATTACHED.test(joined.slice(start, at));
}

/** Latin letters that are also written as two, and letters of other scripts that are typed for one another. */
const TWO_LETTERS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe' };
const ONE_LETTER: Readonly<Record<string, string>> = { ς: 'σ', ħ: 'h', ى: 'ي', ی: 'ي', ة: 'ه', ک: 'ك', ـ: '' };

/** What stands in a text and is not seen. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uE000]+/gu;
/** A word may be broken at the end of a line, or end there: what is broken stays one word, with a turn in it. */
const BROKEN = /[-‐‑][^\S\n]*\r?\n\s*/g;
const WORD = /(?:\p{L}|\p{N}|\uE000)+/gu;
const TURN = /\uE000|(?<=\p{Ll})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})|(?<=\p{L})(?=\p{N})|(?<=\p{N})(?=\p{L})/u;

/** A text in the one or two ways in which its letters are written without their signs: Müller is Muller and Mueller. */
export function foldedText(text: string): readonly FoldedText[] {
  const seen = text.replaceAll(UNSEEN, '').normalize('NFC');
  const spelt = seen.replace(/[äöüåø]/giu, (letter) => TWO_LETTERS[letter.toLowerCase()] ?? letter);
  return spelt === seen ? [foldedAs(seen)] : [foldedAs(seen), foldedAs(spelt)];
}

function foldedAs(text: string): FoldedText {
  const plain = withoutAccents(text.replace(BROKEN, '\uE000')).normalize('NFKD').replaceAll(/\p{M}/gu, '').normalize('NFC');
  const words: string[] = [];
  const parts: string[] = [];
  const edges: number[] = [];
  for (const [word] of plain.matchAll(WORD)) {
    const pieces = word
      .split(TURN)
      .map(lowered)
      .filter((piece) => piece !== '');
    if (pieces.length > 0) words.push(pieces.join(''));
    for (const [at, piece] of pieces.entries()) {
      edges.push(at > 0 ? CHANGE : DIVIDED, ...Array.from({ length: piece.length - 1 }, () => WITHIN));
      parts.push(piece);
    }
  }
  edges.push(DIVIDED);
  const joined = parts.join('');
  return { words, joined, edges: undivided(joined, edges) };
}

function lowered(piece: string): string {
  return piece.toLowerCase().replace(/[ςħىیةکـ]/g, (letter) => ONE_LETTER[letter] ?? letter);
}

/** In scripts that divide no words, a word may begin and end at any letter. */
function undivided(joined: string, edges: readonly number[]): Uint8Array {
  const divided = Uint8Array.from(edges);
  for (const { 0: letters, index } of joined.matchAll(UNDIVIDED))
    for (let place = index; place <= index + letters.length; place++) divided[place] = DIVIDED;
  return divided;
}
