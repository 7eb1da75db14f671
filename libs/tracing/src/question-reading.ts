import { mayUse, type UseConditions, type UseRule } from '@tracedesk/confidentiality/core';
import { Sealed, type StateCode } from '@tracedesk/kernel';
import type { EarlierFact } from './follow-ups/earlier-fact.js';
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
  /** Facts of earlier answers that another State told and does not permit for the purpose, without what they say. */
  readonly withheldFacts: readonly WithheldFact[];
}

export interface WithheldFact extends Pick<EarlierFact, 'giver' | 'kind' | 'conditions'> {
  readonly rule: UseRule;
}

/** Under which rule something with these conditions is shown; without a giver, the State that asks gave it. */
export type RuleOf = (conditions: UseConditions, giver?: StateCode) => UseRule;

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
export function questionReadingOf(question: Question, ruleOf: RuleOf): QuestionReading {
  const ruled = RESTRICTED_SECTIONS.map((section) => ({ section, rule: ruleOf(conditionsOf(question, section)) }));
  const kept = new Set<string>(ruled.filter(({ rule }) => !mayUse(rule)).map(({ section }) => section));
  const isKept = (name: string): boolean => kept.has(SECTION_OF[name as keyof Question]);
  const gone = new Set(
    Object.keys(question)
      .filter(isKept)
      .map((name) => SECTION_OF[name as keyof Question]) as string[],
  );
  const { earlier, ...shown } = Object.fromEntries(Object.entries(question).filter(([name]) => !isKept(name))) as Question;
  const facts = (earlier ?? []).map((fact) => ({ fact, rule: factRule(fact, ruleOf) }));
  return {
    question: { ...shown, ...(earlier && { earlier: facts.filter(({ rule }) => mayUse(rule)).map(({ fact }) => fact) }) },
    rules: ruled,
    withheld: ruled.filter(({ section }) => gone.has(section)),
    withheldFacts: facts.flatMap(({ fact: { giver, kind, conditions }, rule }) =>
      mayUse(rule) ? [] : [{ giver, kind, ...(conditions && { conditions }), rule }],
    ),
  };
}

/** A fact that travelled on is bound by what its own giver attached, whoever passed it on: every condition has to permit the use. */
function factRule({ giver, conditions = [] }: EarlierFact, ruleOf: RuleOf): UseRule {
  const rules = conditions.map((one) => ruleOf(one, giver));
  return rules.find((rule) => !mayUse(rule)) ?? rules[0] ?? ruleOf({ restrictions: [] }, giver);
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
