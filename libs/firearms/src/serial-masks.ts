import { UNKNOWN_POSITION } from './serial-reading.js';

/** Fewer known characters than this are shared by half a register. */
const FEWEST_KNOWN = 3;

/**
 * The number with each stretch of it masked that leaves enough to know it by. A key of single characters would be shorter, and would give the
 * number away to whoever counts keys.
 */
export function masksOf(number: string): readonly string[] {
  const characters = [...number];
  return stretchesOf(characters).map((stretch) => masked(characters, [stretch]));
}

/** A number with unknown positions as it is asked for: masked from the first to the last of them; `null` if too little is known. */
export function hullOf(partial: string): string | null {
  const characters = [...partial];
  const hull = masked(characters, [hullIn(characters)]);
  return isEnough(hull) ? hull : null;
}

/** A number with unknown positions, masked there and in one stretch more: two that are unread in different places share what both could read. */
export function furtherMasksOf(partial: string): readonly string[] {
  const characters = [...partial];
  const hull = hullIn(characters);
  return [...new Set(stretchesOf(characters).map((stretch) => masked(characters, [hull, stretch])))].filter(isEnough);
}

/** From the first to the last place of a stretch. */
type Stretch = readonly [number, number];

function stretchesOf(characters: readonly string[]): readonly Stretch[] {
  const longest = Math.max(0, characters.length - FEWEST_KNOWN);
  return characters.flatMap((_, first) =>
    characters.slice(first, first + longest).map((__, further): Stretch => [first, first + further]),
  );
}

function hullIn(characters: readonly string[]): Stretch {
  return [characters.indexOf(UNKNOWN_POSITION), characters.lastIndexOf(UNKNOWN_POSITION)];
}

function masked(characters: readonly string[], stretches: readonly Stretch[]): string {
  const isMasked = (place: number): boolean => stretches.some(([first, last]) => place >= first && place <= last);
  return characters.map((character, place) => (isMasked(place) ? UNKNOWN_POSITION : character)).join('');
}

function isEnough(mask: string): boolean {
  return [...mask].filter((character) => character !== UNKNOWN_POSITION).length >= FEWEST_KNOWN;
}
