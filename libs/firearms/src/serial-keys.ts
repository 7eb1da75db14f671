import { UNKNOWN_POSITION, readSerial } from './serial-reading.js';

/**
 * The classes of keys, from the surest to the widest. Two readings that share a key of a class may be of the same number.
 *
 * - `exact`: the same after normalisation.
 * - `folded`: the same after folding what is confused on metal: O/0, I/1, S/5, B/8, Z/2, G/6 (`domain.md` 4.3).
 * - `ncic`: the same by the rule of the NCIC gun file: letters between digits do not count, O is zero, prefix and suffix letters count.
 * - `deletion`: one character wrong, missing, added, or two neighbours swapped: both lose a character and are then the same.
 * - `position`: one known character at its place in a number of that length; a search for unknown positions needs all of its known ones.
 */
export const SERIAL_KEY_CLASSES = ['exact', 'folded', 'ncic', 'deletion', 'position'] as const;
export type SerialKeyClass = (typeof SERIAL_KEY_CLASSES)[number];

/** A key holds part of the serial number: it leaves this room only as a keyed search token. */
export interface SerialKey {
  readonly class: SerialKeyClass;
  readonly text: string;
}

/** Shorter numbers share too many neighbours: losing a character would match half a register. */
const SHORTEST_FOR_DELETION = 4;

const CONFUSABLE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };

/** The keys under which a record of this serial number is found. A number with unknown positions is found by what is known of it. */
export function keysOf(raw: string): readonly SerialKey[] {
  const { normalised, unknownPositions } = readSerial(raw);
  if (normalised === '' || unknownPositions.length === normalised.length) return [];
  const folded = fold(normalised);
  const whole: SerialKey[] =
    unknownPositions.length > 0
      ? []
      : [
          { class: 'exact', text: normalised },
          { class: 'folded', text: folded },
          { class: 'ncic', text: ncicForm(normalised) },
        ];
  return [...whole, ...deletions(folded), ...positions(folded)];
}

/** How a search is put to the index: `anyOf` finds candidates by one shared key, `allOf` only by sharing every key. */
export interface SerialSearch {
  readonly anyOf: readonly SerialKey[];
  readonly allOf: readonly SerialKey[];
}

/** What to look for, given a reading: its keys, or with unknown positions every known character at its place. */
export function searchFor(raw: string): SerialSearch {
  const { unknownPositions } = readSerial(raw);
  const keys = keysOf(raw);
  if (unknownPositions.length > 0) return { anyOf: [], allOf: keys.filter((key) => key.class === 'position') };
  return { anyOf: keys.filter((key) => key.class !== 'position'), allOf: [] };
}

/** The surest class in which two readings meet, or `null`. The order of arguments does not matter. */
export function matchOf(one: string, other: string): SerialKeyClass | null {
  const [first, second] = [readSerial(one), readSerial(other)];
  if (first.unknownPositions.length > 0 || second.unknownPositions.length > 0) {
    return agree(fold(first.normalised), fold(second.normalised)) ? 'position' : null;
  }
  const others = new Set(keysOf(other).map(keyText));
  const shared = keysOf(one).filter((key) => key.class !== 'position' && others.has(keyText(key)));
  return SERIAL_KEY_CLASSES.find((each) => shared.some((key) => key.class === each)) ?? null;
}

/** Letters and digits that are mistaken for one another on metal become one. */
function fold(normalised: string): string {
  return [...normalised].map((character) => CONFUSABLE[character] ?? character).join('');
}

/** 369J257 finds 369257 and 369M257; A369257B keeps its A and its B. */
function ncicForm(normalised: string): string {
  const zeroed = normalised.replaceAll('O', '0');
  const [, prefix = '', middle = '', suffix = ''] = /^(\P{N}*)(.*?)(\P{N}*)$/su.exec(zeroed) ?? [];
  return prefix + middle.replaceAll(/\P{N}/gu, '') + suffix;
}

function deletions(folded: string): SerialKey[] {
  if (folded.length < SHORTEST_FOR_DELETION) return [];
  const shortened = [...folded].map((_, position) => folded.slice(0, position) + folded.slice(position + 1));
  const known = [folded, ...shortened].filter((text) => !text.includes(UNKNOWN_POSITION));
  return [...new Set(known)].map((text) => ({ class: 'deletion', text }));
}

function positions(folded: string): SerialKey[] {
  return [...folded].flatMap((character, position) =>
    character === UNKNOWN_POSITION ? [] : [{ class: 'position' as const, text: `${folded.length}.${position}.${character}` }],
  );
}

function agree(one: string, other: string): boolean {
  const known = (character: string | undefined) => character !== UNKNOWN_POSITION;
  const shared = [...one].filter((character, position) => known(character) && known(other[position]));
  return (
    one.length === other.length &&
    shared.length > 0 &&
    [...one].every((character, position) => !known(character) || !known(other[position]) || character === other[position])
  );
}

function keyText(key: SerialKey): string {
  return `${key.class} ${key.text}`;
}
