import type { InformationName } from '@tracedesk/confidentiality/core';

/** Words that may not go to a State, by the name of the information they belong to. */
export interface GuardedWords {
  readonly name: InformationName;
  readonly values: readonly string[];
}

/** A text that somebody typed, by its field. */
export interface TypedText {
  readonly field: string;
  readonly text: string;
}

/** Where a guarded value was typed. What the value is does not stand here: whoever is told of the hit need not be entitled to it. */
export interface RestrictedHit {
  readonly field: string;
  readonly name: InformationName;
}

/** Shorter values are found in half of all texts. */
const SHORTEST_VALUE = 4;

/**
 * Guarded values that stand in typed texts as whole words, whatever their case, accents, spacing and punctuation.
 * It stops a slip, not somebody who paraphrases: restrictions bind the person, the desk only helps to keep them.
 */
export function restrictedHits(texts: readonly TypedText[], guarded: readonly GuardedWords[]): readonly RestrictedHit[] {
  const folded = texts.map(({ field, text }) => ({ field, text: ` ${fold(text)} ` }));
  return guarded.flatMap(({ name, values }) => {
    const words = values.map(fold).filter((value) => value.replaceAll(' ', '').length >= SHORTEST_VALUE);
    return folded
      .filter(({ text }) => words.some((value) => text.includes(` ${value} `) || glued(text).includes(` ${glued(value)} `)))
      .map(({ field }) => ({ field, name }));
  });
}

/** `L-2009/311` is also `L 2009 311`. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Letters and digits side by side count as written together: a serial number is split in many ways. */
function glued(folded: string): string {
  return folded.replaceAll(/(?<=\p{L}) (?=\p{N})|(?<=\p{N}) (?=[\p{L}\p{N}])/gu, '');
}
