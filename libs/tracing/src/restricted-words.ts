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
  const typed = texts.map(({ field, text }) => ({ field, forms: formsOf(text) }));
  return guarded.flatMap(({ name, values }) => {
    const words = wordsOf(values);
    return typed.filter(({ forms }) => words.some((word) => holds(forms, word))).map(({ field }) => ({ field, name }));
  });
}

/** The values that stand in none of the texts: what is known already is nobody's secret. */
export function notHeldIn(texts: readonly TypedText[]): (values: readonly string[]) => readonly string[] {
  const known = texts.map(({ text }) => formsOf(text));
  return (values) => values.filter((value) => !wordsOf([value]).some((word) => known.some((text) => holds(text, word))));
}

function wordsOf(values: readonly string[]): readonly Forms[] {
  return values.map(formsOf).filter(({ spaced }) => spaced.replaceAll(' ', '').length >= SHORTEST_VALUE);
}

/** A text as it is compared, worked out once for all that it is held against: in words, and with what is split in many ways written together. Both stand between blanks. */
interface Forms {
  readonly spaced: string;
  readonly together: string;
}

function formsOf(text: string): Forms {
  const folded = fold(text);
  return { spaced: ` ${folded} `, together: ` ${glued(folded)} ` };
}

function holds(text: Forms, word: Forms): boolean {
  return text.spaced.includes(word.spaced) || text.together.includes(word.together);
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
