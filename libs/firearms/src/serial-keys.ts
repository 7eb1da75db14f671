import { SERIAL_KEY_CLASS_NAMES, type SerialKeyClass } from './serial-key-classes.js';
import { UNKNOWN_POSITION, readSerial } from './serial-reading.js';

/** A key holds part of the serial number: it leaves this room only as a keyed search token. */
export interface SerialKey {
  readonly class: SerialKeyClass;
  readonly text: string;
}

/** Shorter numbers share too many neighbours: losing a character would match half a register. */
const SHORTEST_FOR_DELETION = 4;

/** Fewer known characters than this are shared by half a register. */
const FEWEST_KNOWN = 3;
/** Longer readings are no serial numbers; their stretches would be many. */
const LONGEST_MASKED = 24;

const CONFUSABLE: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', S: '5', B: '8', Z: '2', G: '6' };

/** The keys under which a record of this serial number is found. A number with unknown positions is found by what is known of it. */
export function keysOf(raw: string): readonly SerialKey[] {
  const { written, normalised, unknownPositions } = readSerial(raw);
  if (normalised === '' || unknownPositions.length === normalised.length) return [];
  const folded = fold(normalised);
  if (unknownPositions.length > 0) return masks(folded, 'pattern');
  return [
    { class: 'exact', text: written },
    { class: 'plain', text: normalised },
    { class: 'folded', text: folded },
    { class: 'ncic', text: ncicForm(normalised) },
    ...deletions(folded),
    ...masks(folded, 'position'),
  ];
}

/** The keys to look for, given a reading: a record that has any of them is a candidate. Too little known gives none. */
export function searchFor(raw: string): readonly SerialKey[] {
  const keys = keysOf(raw);
  return keys.flatMap((key) => {
    // What is unread meets whole numbers and other patterns; two whole numbers that share a stretch are not alike.
    if (key.class === 'pattern') return [key, { class: 'position', text: key.text }];
    return key.class === 'position' ? [{ class: 'pattern', text: key.text }] : [key];
  });
}

/** The surest class in which two readings meet, or `null`. The order of arguments does not matter. */
export function matchOf(one: string, other: string): SerialKeyClass | null {
  const [first, second] = [readSerial(one), readSerial(other)];
  if (first.unknownPositions.length > 0 || second.unknownPositions.length > 0) {
    return agree(fold(first.normalised), fold(second.normalised)) ? 'position' : null;
  }
  const others = new Set(keysOf(other).map(keyText));
  const shared = keysOf(one).filter((key) => key.class !== 'position' && others.has(keyText(key)));
  return SERIAL_KEY_CLASS_NAMES.find((each) => shared.some((key) => key.class === each)) ?? null;
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

/**
 * The number with every stretch of it masked that leaves enough to know it by. Of a number with unknown positions only the one stretch from the
 * first to the last of them. A key of single characters would be shorter, and would give the number away to whoever counts keys.
 */
function masks(folded: string, kind: 'position' | 'pattern'): SerialKey[] {
  const characters = [...folded];
  const unknown = characters.flatMap((character, place) => (character === UNKNOWN_POSITION ? [place] : []));
  const stretches =
    unknown.length > 0
      ? [[unknown[0]!, unknown.at(-1)!] as const]
      : characters.flatMap((_, first) => characters.slice(first).map((__, length) => [first, first + length] as const));
  return stretches
    .filter(([first, last]) => characters.length <= LONGEST_MASKED && characters.length - (last - first + 1) >= FEWEST_KNOWN)
    .map(([first, last]) => ({
      class: kind,
      text: characters.map((character, place) => (place >= first && place <= last ? UNKNOWN_POSITION : character)).join(''),
    }));
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
