import { allowsOnward, namesCover, type Consent, type InformationName, type IntendedUse } from '@tracedesk/confidentiality/core';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import { candidateValues, type Candidate } from './candidates.js';
import { numbersOf, runsOf } from './copied-runs.js';
import {
  conditionsOf,
  restrictionsOn,
  type GivenConditions,
  type ItemParty,
  type PointOfDiversion,
  type ResponseItem,
  type RestrictionOnUse,
} from './response-item.js';

/** Something an earlier answer told, that could go into a request to the next State: an item, one of its parties, or a point of diversion. */
export type ToldFact = ToldByItem | ToldDiversion;

interface Given {
  readonly requestId: RequestId;
  readonly name: InformationName;
  readonly giver: StateCode;
}

interface Told extends Given {
  readonly restrictions: readonly RestrictionOnUse[];
  /** What binds it, each by itself: it travels with the fact, and binds whoever it reaches. */
  readonly conditions: readonly GivenConditions[];
  /** Its giver has corrected it since: it travels nowhere, and stays guarded where it is restricted (18). */
  readonly isReplaced?: boolean;
}

export interface ToldByItem extends Told {
  readonly item: ResponseItem;
  /** The party it is about; without one, it is the item apart from its parties. */
  readonly party?: ItemParty;
}

export interface ToldDiversion extends Told {
  readonly diversion: PointOfDiversion;
}

/** The firearms that an answer said could be meant. They are no fact about the one asked for: the desk takes them into no request, and only guards them. */
export interface ToldCandidates extends Told {
  readonly candidates: readonly Candidate[];
}

/** Words beside the facts: the reasons of a response, and its remarks under each item that they may be about. They travel nowhere, and are guarded. */
export interface ToldProse extends Told {
  readonly prose: string;
}

/** Something told, and the party that it is about, where it is about one. */
export type GivenAbout = Given & Pick<ToldByItem, 'party'>;

/** Whether the giver has allowed that this goes to that State, now. */
export type Allowed = (fact: GivenAbout, to: StateCode) => boolean;

/** Whether this is leave of its giver's, given under its request, that it goes to that State now (15(c)). */
export function letsGo(consent: Consent, fact: GivenAbout, to: StateCode, now: Date): boolean {
  const { requestId, giver, name } = fact;
  const isOfIt = consent.requestId === requestId && consent.givingState === giver;
  return isOfIt && isMeantBy(consent.granted, fact) && allowsOnward(consent, { name, to, now });
}

/** Whether names of a consent mean it: an item's takes in whom the item names, but for those whom the giver restricted by themselves. */
export function isMeantBy(names: readonly InformationName[], { name, party }: Pick<GivenAbout, 'name' | 'party'>): boolean {
  return party && party.restrictions.length > 0 ? names.includes(name) : namesCover(names, name);
}

/** What was told, with the rule by which it may go to another State or may not. */
export type Ruled<T> = T & { readonly rule: OnwardRule };

/** Why a fact may go to another State, or may not, each with its paragraph. */
export const ONWARD_RULES = {
  giver_itself: { may: true, paragraph: '15' },
  consented: { may: true, paragraph: '15(c)' },
  unrestricted: { may: true, paragraph: '15' },
  consistent_purpose: { may: true, paragraph: '15(b)' },
  needs_consent: { may: false, paragraph: '15(c)' },
  designated_only: { may: false, paragraph: '15(a)' },
  outside_purposes: { may: false, paragraph: '15(b)' },
} as const satisfies Record<string, { readonly may: boolean; readonly paragraph: string }>;
export type OnwardRule = keyof typeof ONWARD_RULES;

/** Which purposes take in that another State is asked where an arm went (ITI 5). What is kept to the others goes nowhere by itself. */
const COVERS_TRACING = {
  investigation: true,
  diversion_analysis: true,
  prosecution: false,
  embargo_monitoring: false,
  statistics: false,
} as const satisfies Record<IntendedUse, boolean>;

/**
 * What the receiving State may do with a fact towards another State (ITI 15). 15(a) keeps it to authorities of the receiving State, 15(c) within it,
 * and 15(b) to purposes, of which one has to take tracing in, unless the giver consents. What goes on goes under all its conditions.
 */
export function onwardRuleOf(
  fact: GivenAbout & Pick<Told, 'restrictions' | 'conditions'>,
  to: StateCode,
  allowed: Allowed,
): OnwardRule {
  if (fact.giver === to) return 'giver_itself';
  const held = HOLDS.find(({ when }) => when(fact))?.rule;
  if (held) return allowed(fact, to) ? 'consented' : held;
  return fact.restrictions.includes('15b') ? 'consistent_purpose' : 'unrestricted';
}

/** What holds a fact back, the strictest first. */
const HOLDS: readonly {
  readonly rule: OnwardRule;
  readonly when: (fact: Pick<Told, 'restrictions' | 'conditions'>) => boolean;
}[] = [
  { rule: 'needs_consent', when: ({ restrictions }) => restrictions.includes('15c') },
  { rule: 'designated_only', when: ({ restrictions }) => restrictions.includes('15a') },
  { rule: 'outside_purposes', when: ({ conditions }) => conditions.some((one) => !coversTracing(one)) },
];

function coversTracing({ restrictions, purposes = [] }: GivenConditions): boolean {
  return !restrictions.includes('15b') || purposes.length === 0 || purposes.some((purpose) => COVERS_TRACING[purpose]);
}

export interface OnwardFacts {
  readonly permitted: readonly Ruled<ToldFact>[];
  readonly withheld: readonly Ruled<ToldFact>[];
}

/** The facts of earlier answers, parted into those that may go to that State and those that may not; what was corrected since is of neither, unless it is kept back. */
export function onwardFacts(facts: readonly ToldFact[], to: StateCode, allowed: Allowed): OnwardFacts {
  return {
    permitted: ruled(facts, to, allowed).filter(({ rule, isReplaced }) => ONWARD_RULES[rule].may && !isReplaced),
    withheld: withheldOf(facts, to, allowed),
  };
}

/** What may not go to that State of facts, of the firearms that could have been meant, and of the words beside them. */
export function withheldOf<T extends Told>(told: readonly T[], to: StateCode, allowed: Allowed): readonly Ruled<T>[] {
  return ruled(told, to, allowed).filter(({ rule }) => !ONWARD_RULES[rule].may);
}

function ruled<T extends Told>(told: readonly T[], to: StateCode, allowed: Allowed): readonly Ruled<T>[] {
  return told.map((each) => ({ ...each, rule: onwardRuleOf(each, to, allowed) }));
}

/** All that an item tells: itself, and each party it names, which may be restricted further. */
export function factsOf(given: Omit<ToldByItem, 'restrictions' | 'conditions' | 'party'>): readonly ToldByItem[] {
  const { item, name } = given;
  const own = conditionsOf(item);
  const parties = (item.parties ?? []).map((party, index) => ({
    ...given,
    name: `${name}.${index + 1}`,
    party,
    restrictions: restrictionsOn(item, party),
    conditions: [own, ...(party.restrictions.length > 0 ? [{ restrictions: party.restrictions }] : [])],
  }));
  return [{ ...given, restrictions: item.restrictions, conditions: [own] }, ...parties];
}

/** What is looked for in texts of what is withheld: its values, the numbers in its free text, and the stretches by which a copy of that is known. */
export function wordsOf(fact: ToldFact | ToldCandidates | ToldProse): {
  readonly values: readonly string[];
  readonly runs: readonly string[];
} {
  const prose = proseOf(fact);
  return { values: [...valuesOf(fact), ...prose.flatMap(numbersOf)], runs: prose.flatMap(runsOf) };
}

function proseOf(fact: ToldFact | ToldCandidates | ToldProse): readonly string[] {
  if ('prose' in fact) return [fact.prose];
  if ('diversion' in fact) return [fact.diversion.circumstances];
  if ('candidates' in fact || fact.party) return [];
  const { details, record, label } = fact.item;
  return [details, record?.register, label?.value].filter((text) => text !== undefined);
}

/** The values by which what is withheld would be recognised in a text: names, addresses, references, numbers of records and of arms. */
export function valuesOf(fact: ToldFact | ToldCandidates | ToldProse): readonly string[] {
  if ('candidates' in fact) return fact.candidates.flatMap(candidateValues);
  // Of a point of diversion only a State and a date are coded: neither is recognised in a text.
  if ('diversion' in fact || 'prose' in fact) return [];
  const { item, party } = fact;
  const values = party ? [party.name, party.address] : [item.record?.reference, item.record?.serial, item.endUserDocument];
  return values.filter((value) => value !== undefined);
}
