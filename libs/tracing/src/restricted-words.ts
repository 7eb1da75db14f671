import type { InformationName } from '@tracedesk/confidentiality/core';
import { stretchesIn } from './copied-runs.js';
import { foldedText, holds, isLongEnough, type FoldedText } from './folded-text.js';

/** Words that may not go to a State, by the name of the information they belong to. */
export interface GuardedWords {
  readonly name: InformationName;
  /** Names, addresses and numbers: each is found wherever it stands. */
  readonly values: readonly string[];
  /** Free text, as the stretches by which a copy is known (`copied-runs.ts`). */
  readonly runs?: readonly string[];
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

/**
 * Guarded words that stand in typed texts: values whatever their case, accents, spacing, script and punctuation, free text where it is copied.
 * It stops a slip, not somebody who paraphrases: restrictions bind the person, the desk only helps to keep them.
 */
export function restrictedHits(texts: readonly TypedText[], guarded: readonly GuardedWords[]): readonly RestrictedHit[] {
  const typed = texts.map(({ field, text }) => ({ field, tells: toldIn([text]) }));
  return guarded.flatMap(({ name, values, runs = [] }) => {
    const looked = lookedFor(values);
    return typed
      .filter(({ tells }) => looked.some((value) => tells.value(value)) || runs.some((run) => tells.run(run)))
      .map(({ field }) => ({ field, name }));
  });
}

/** Guarded words without those that stand in one of the texts: what is known already is nobody's secret. */
export function notHeldIn(texts: readonly TypedText[]): <T extends Omit<GuardedWords, 'name'>>(guarded: T) => T {
  const known = toldIn(texts.map(({ text }) => text));
  return (guarded) => ({
    ...guarded,
    values: guarded.values.filter((value) => !lookedFor([value]).some((word) => known.value(word))),
    ...(guarded.runs && { runs: guarded.runs.filter((run) => !known.run(run)) }),
  });
}

interface Told {
  value(value: FoldedText): boolean;
  run(run: string): boolean;
}

/** What texts tell, each worked out once for all that it is held against; copies only where one is looked for. */
function toldIn(texts: readonly string[]): Told {
  const forms = texts.flatMap(foldedText);
  let stretches: ReadonlySet<string> | undefined;
  return {
    value: (value) => forms.some((text) => holds(text, value)),
    run: (run) => (stretches ??= stretchesIn(forms)).has(run),
  };
}

function lookedFor(values: readonly string[]): readonly FoldedText[] {
  return values.flatMap(inEveryTurn).flatMap(foldedText).filter(isLongEnough);
}

/** Names of so many words are turned: forms write the family name first, and a street before its number. */
const MOST_TURNED_WORDS = 4;

/** The value as it is, and with each of its words first, the others after it as they follow: Zebulon Brokkar, Brokkar Zebulon. */
function inEveryTurn(value: string): readonly string[] {
  const words = value.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length > MOST_TURNED_WORDS) return [value];
  return [value, ...words.slice(1).map((_, at) => [...words.slice(at + 1), ...words.slice(0, at + 1)].join(' '))];
}
