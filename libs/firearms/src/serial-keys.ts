import { foldConfused, foldWidely } from './confused-characters.js';
import { SERIAL_KEY_CLASS_NAMES, type SerialKeyClass } from './serial-key-classes.js';
import { UNKNOWN_POSITION, readSerial, type SerialReading } from './serial-reading.js';
import { furtherMasksOf, hullOf, masksOf } from './serial-masks.js';

/** A key holds part of the serial number: it leaves this room only as a keyed search token. */
export interface SerialKey {
  readonly class: SerialKeyClass;
  readonly text: string;
}

/** No text gives more keys than this, whatever it is: what is longer is looked for in fewer ways. */
export const MOST_KEYS = 256;
/** A number with more characters, once normalised, is found as written and in no other way. */
const LONGEST_VARIED = 64;
/** Longer readings are no serial numbers; their stretches would be more than `MOST_KEYS`. Two forms of one number share the room. */
const LONGEST_MASKED = { 1: 20, 2: 14 } as const;
/** Shorter numbers share too many neighbours: losing a character would match half a register. */
const SHORTEST_FOR_DELETION = 4;

/** The keys under which a record of this serial number is found. A number with unknown positions is found by what is known of it. */
export function keysOf(raw: string): readonly SerialKey[] {
  const reading = readSerial(raw);
  const { written, normalised, unlabelled, unknownPositions } = reading;
  const length = [...normalised].length;
  if (length === unknownPositions.length) return [];
  if (unknownPositions.length > 0) return unlessAlike(formsOf(reading).flatMap(partialKeys));
  const exact: SerialKey = { class: 'exact', text: written };
  if (length > LONGEST_VARIED) return [exact];
  const said: readonly SerialKey[] = [
    { class: 'plain', text: normalised },
    { class: 'label', text: unlabelled },
  ];
  return unlessAlike([exact, ...said, ...formsOf(reading).flatMap(variedKeys)]);
}

/** The keys to look for, given a reading: a record that has any of them is a candidate. Too little known gives none. */
export function searchFor(raw: string): readonly SerialKey[] {
  // What is unread meets whole numbers by their stretches, and the reverse; two whole numbers that share a stretch are not alike.
  return keysOf(raw).map((key) => ({ ...key, class: ASKED_AS[key.class] ?? key.class }));
}

const ASKED_AS: Readonly<Partial<Record<SerialKeyClass, SerialKeyClass>>> = { pattern: 'position', position: 'pattern' };

/** The surest class in which two readings meet, or `null`. The order of arguments does not matter. */
export function matchOf(one: string, other: string): SerialKeyClass | null {
  const [first, second] = [readSerial(one), readSerial(other)];
  const partial = [first, second].filter(({ unknownPositions }) => unknownPositions.length > 0).length;
  if (partial > 0) {
    const alike = formsOf(first).some(({ folded }) => formsOf(second).some((form) => agree(folded, form.folded)));
    return alike ? (partial === 2 ? 'partial' : 'position') : null;
  }
  const others = new Set(keysOf(other).map(keyText));
  const shared = keysOf(one).filter((key) => key.class !== 'position' && others.has(keyText(key)));
  return SERIAL_KEY_CLASS_NAMES.find((each) => shared.some((key) => key.class === each)) ?? null;
}

/** A number in plain letters, with letters that may be its label and without them: slips are looked for in both. */
interface Form {
  readonly plain: string;
  readonly folded: string;
  /** Whether its stretches are few enough to be kept. */
  readonly masked: boolean;
}

function formsOf({ normalised, unlabelled }: SerialReading): readonly Form[] {
  const longest = LONGEST_MASKED[normalised === unlabelled ? 1 : 2];
  return [...new Set([normalised, unlabelled])].map((plain) => ({
    plain,
    folded: foldConfused(plain),
    masked: [...plain].length <= longest,
  }));
}

function variedKeys({ plain, folded, masked }: Form): readonly SerialKey[] {
  return [
    { class: 'zeros', text: withoutLeadingZeros(plain) },
    { class: 'folded', text: folded },
    { class: 'ncic', text: ncicForm(plain) },
    { class: 'confused', text: foldWidely(plain) },
    ...deletions(folded).map((text) => ({ class: 'deletion' as const, text })),
    ...(masked ? masksOf(folded) : []).map((text) => ({ class: 'position' as const, text })),
  ];
}

function partialKeys({ folded, masked }: Form): readonly SerialKey[] {
  const hull = masked ? hullOf(folded) : null;
  if (hull === null) return [];
  return [{ class: 'pattern', text: hull }, ...furtherMasksOf(folded).map((text) => ({ class: 'partial' as const, text }))];
}

function unlessAlike(keys: readonly SerialKey[]): readonly SerialKey[] {
  return [...new Map(keys.map((key) => [keyText(key), key])).values()];
}

/** 00635916 is 635916, and A000123 is A123: spreadsheets take zeros away, registers fill up with them. */
function withoutLeadingZeros(plain: string): string {
  return plain.replace(/^(\p{L}*)0+(?=\p{N})/u, '$1');
}

/** 369J257 finds 369257 and 369M257; A369257B keeps its A and its B. */
function ncicForm(normalised: string): string {
  const zeroed = normalised.replaceAll('O', '0');
  const [, prefix = '', middle = '', suffix = ''] = /^(\P{N}*)(.*?)(\P{N}*)$/su.exec(zeroed) ?? [];
  return prefix + middle.replaceAll(/\P{N}/gu, '') + suffix;
}

function deletions(folded: string): readonly string[] {
  const characters = [...folded];
  if (characters.length < SHORTEST_FOR_DELETION) return [];
  const shortened = characters.map((_, place) => [...characters.slice(0, place), ...characters.slice(place + 1)].join(''));
  return [...new Set([folded, ...shortened])];
}

/** Whether two readings of one length say the same wherever both say something, and both do somewhere. */
function agree(one: string, other: string): boolean {
  const [first, second] = [[...one], [...other]];
  const said = first.flatMap((character, place) => {
    const beside = second[place];
    return character === UNKNOWN_POSITION || beside === UNKNOWN_POSITION ? [] : [character === beside];
  });
  return first.length === second.length && said.length > 0 && said.every(Boolean);
}

function keyText(key: SerialKey): string {
  return `${key.class} ${key.text}`;
}
