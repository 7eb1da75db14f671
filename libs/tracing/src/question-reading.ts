import { mayUse, type UseConditions, type UseRule } from '@tracedesk/confidentiality/core';
import { Sealed } from '@tracedesk/kernel';
import { ACTIONS, moveOf } from './lifecycle.js';
import type { SaidWords } from './move-traces.js';
import { RESTRICTED_SECTIONS, ownRestrictionsOn, type Question, type RestrictedSection } from './question.js';

/** A section of the question, and the rule by which its reader is shown it, or is not. */
export interface RuledSection {
  readonly section: RestrictedSection;
  readonly rule: UseRule;
}

/** A section that its reader is not shown for the purpose stated, and the rule that keeps it back. */
export type WithheldSection = RuledSection;

export interface QuestionReading {
  readonly question: Question;
  /** The rule that each section rests on. */
  readonly rules: readonly RuledSection[];
  readonly withheld: readonly WithheldSection[];
}

/** By the restrictions of which section each member of a question is kept back. `open`: what its reader must know to respect them. */
const SECTION_OF = {
  subject: 'whole',
  illicitness: 'illicitness',
  find: 'find',
  firearm: 'firearm',
  intendedUse: 'intendedUse',
  earlierSteps: 'whole',
  urgentReason: 'whole',
  urgentBecause: 'whole',
  earlier: 'whole',
  undertaking: 'open',
  restrictions: 'open',
  language: 'open',
} as const satisfies Record<keyof Question, RestrictedSection | 'open'>;

/** What one reader is shown of a question. A withheld section is gone; that it was there, and for what it may be read, stays. */
export function questionReadingOf(question: Question, ruleOf: (conditions: UseConditions) => UseRule): QuestionReading {
  const ruled = RESTRICTED_SECTIONS.map((section) => ({ section, rule: ruleOf(conditionsOf(question, section)) }));
  const kept = new Set<string>(ruled.filter(({ rule }) => !mayUse(rule)).map(({ section }) => section));
  const isKept = (name: string): boolean => kept.has(SECTION_OF[name as keyof Question]);
  const gone = new Set(
    Object.keys(question)
      .filter(isKept)
      .map((name) => SECTION_OF[name as keyof Question]) as string[],
  );
  return {
    question: Object.fromEntries(Object.entries(question).filter(([name]) => !isKept(name))),
    rules: ruled,
    withheld: ruled.filter(({ section }) => gone.has(section)),
  };
}

/**
 * What was said on the way, as the same reader is shown it. Answers of the requesting State may be about any section: they are kept back with
 * whichever is. What the requested State said is its own.
 */
export function wordsShown(words: readonly SaidWords[], withheld: readonly WithheldSection[]): readonly SaidWords[] {
  if (withheld.length === 0) return words;
  return words.map((said) => (isOfRequesting(said) ? { ...said, text: Sealed.of(''), isWithheld: true } : said));
}

/** The rule that keeps back the files of the request: like its words, they may be of any section. */
export function ruleOverFiles({ withheld }: Pick<QuestionReading, 'withheld'>): UseRule | null {
  return withheld[0]?.rule ?? null;
}

function conditionsOf(question: Question, section: RestrictedSection): UseConditions {
  const { restrictions = {} } = question;
  const { whole = [], purposes } = restrictions;
  return { restrictions: section === 'whole' ? whole : ownRestrictionsOn(question, section), purposes };
}

function isOfRequesting({ event }: SaidWords): boolean {
  return ACTIONS.some((action) => {
    const move = moveOf(action);
    return move.event === `tracing_request.${event}` && move.by === 'requesting';
  });
}
