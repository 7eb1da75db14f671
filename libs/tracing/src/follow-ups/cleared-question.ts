import type { Question } from '../question.js';
import type { RestrictedHit } from '../restricted-words.js';

/** Sections whose members can be left out one by one; every other is left out whole. */
const OF_MEMBERS: readonly string[] = ['find', 'firearm', 'illicitness', 'earlierSteps'];

export interface ClearedQuestion {
  readonly question: Question;
  /** The parts that were left out, by their fields. */
  readonly leftOut: readonly string[];
}

/** The question without the parts in which a text was stopped. A part goes whole: what is left of a sentence could still tell. */
export function clearedQuestion(question: Question, hits: readonly RestrictedHit[]): ClearedQuestion {
  const leftOut = [...new Set(hits.map(({ field }) => partOf(field)))];
  const kept = Object.entries(question).flatMap(([section, said]) => {
    const field = `question.${section}`;
    if (leftOut.includes(field)) return [];
    if (!OF_MEMBERS.includes(section)) return [[section, said] as const];
    const members = Object.entries(said as object).filter(([member]) => !leftOut.includes(`${field}.${member}`));
    return [[section, Object.fromEntries(members)] as const];
  });
  return { question: Object.fromEntries(kept), leftOut };
}

/** `question.find.circumstances` of `question.find.circumstances.value`. */
function partOf(field: string): string {
  const [question, section = '', member] = field.split('.');
  return OF_MEMBERS.includes(section) && member ? `${question}.${section}.${member}` : `${question}.${section}`;
}
