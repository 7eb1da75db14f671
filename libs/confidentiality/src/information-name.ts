/**
 * What information is called in consents: `2.1` is the first item of the second response, `2.1.3` the third party it names, `2.d` the point of
 * diversion that response tells, `2.c` the firearms it says could be meant, and `question` whatever the requesting State told of its own. Responses are never changed, so neither are these names; they say nothing of what is told.
 */
export type InformationName = string;

/** The length of the longest name there can be. */
export const LONGEST_NAME = 12;

/** Whatever the requesting State told of its own. */
export const QUESTION_NAME: InformationName = 'question';

export function nameOfItem(round: number, item: number): InformationName {
  return `${round}.${item}`;
}

export function nameOfParty(round: number, item: number, party: number): InformationName {
  return `${round}.${item}.${party}`;
}

/** The point of diversion that a response tells: `2.d`. */
export function nameOfDiversion(round: number): InformationName {
  return `${round}.d`;
}

/** The firearms that a response says could be meant, all of them: `2.c`. */
export function nameOfCandidates(round: number): InformationName {
  return `${round}.c`;
}

/** Why a response is restricted or refused: `2.r`. No consent is asked for it; a denial names it. */
export function nameOfReasons(round: number): InformationName {
  return `${round}.r`;
}

/** Whether these names take the named information in: an item's name takes in everybody the item names. */
export function namesCover(names: readonly InformationName[], name: InformationName): boolean {
  return names.some((one) => name === one || name.startsWith(`${one}.`));
}
