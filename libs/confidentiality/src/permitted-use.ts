import { authorityKey } from '@tracedesk/directory/core';
import type { IntendedUse } from './intended-use.js';
import type { Purpose } from './purpose.js';

/** What the giver attached to a piece of information: for whom (ITI 15(a)), for which use (15(b)), and about courts. */
export interface UseConditions {
  readonly restrictions: readonly string[];
  /** The authorities of the receiving State designated under 15(a); without them, its authorised personnel. */
  readonly authorities?: readonly string[] | undefined;
  /** The purposes permitted under 15(b); without them, whatever is consistent with the instrument. */
  readonly purposes?: readonly IntendedUse[] | undefined;
  readonly evidentialUse?: 'permitted' | 'with_permission' | 'not_permitted' | undefined;
}

/** Why information may be used for a purpose, or may not, each with its paragraph. */
export const USE_RULES = {
  own: { may: true, paragraph: '15' },
  task: { may: true, paragraph: '15(a)' },
  consented: { may: true, paragraph: '15' },
  unconditional: { may: true, paragraph: '15' },
  consistent_purpose: { may: true, paragraph: '15(b)' },
  not_designated: { may: false, paragraph: '15(a)' },
  outside_purposes: { may: false, paragraph: '15(b)' },
  not_as_evidence: { may: false, paragraph: '15' },
} as const satisfies Record<string, { readonly may: boolean; readonly paragraph: string }>;
export type UseRule = keyof typeof USE_RULES;

/**
 * What each purpose of a disclosure amounts to. The task is the trace itself, for which the information was given, and its supervision looks
 * after that: no condition on further use touches them. `unnamed` is no purpose that a giver could have named.
 */
export const USE_OF_PURPOSE = {
  assigned_task: 'task',
  supervision: 'task',
  audit_review: 'unnamed',
  investigation: 'investigation',
  legal_proceedings: 'prosecution',
  diversion_analysis: 'diversion_analysis',
  embargo_monitoring: 'embargo_monitoring',
  statistics: 'statistics',
  other: 'unnamed',
} as const satisfies Record<Purpose, IntendedUse | 'task' | 'unnamed'>;

export interface UseFacts {
  /** The reader's State gave the information: nobody is bound by what one attaches oneself. */
  readonly isGiver: boolean;
  /** The authorities of their State that the reader belongs to. */
  readonly authorities: readonly string[];
  /** The giver has allowed this reader's State to use it in judicial proceedings, and the leave is in force. */
  readonly consentedAsEvidence: boolean;
}

/** Under which rule information may be used for what its reader says, or may not. */
export function useRuleOf(
  purpose: Purpose,
  conditions: UseConditions,
  { isGiver, authorities, consentedAsEvidence }: UseFacts,
): UseRule {
  if (isGiver) return 'own';
  if (!isDesignated(conditions, authorities)) return 'not_designated';
  const use = USE_OF_PURPOSE[purpose];
  if (use === 'task') return 'task';
  const { restrictions, purposes = [], evidentialUse = 'permitted' } = conditions;
  if (use === 'prosecution') {
    if (consentedAsEvidence) return 'consented';
    if (evidentialUse !== 'permitted') return 'not_as_evidence';
  }
  if (!restrictions.includes('15b')) return 'unconditional';
  if (purposes.length === 0) return 'consistent_purpose';
  return use !== 'unnamed' && purposes.includes(use) ? 'consistent_purpose' : 'outside_purposes';
}

/** Designated by name under 15(a), whatever the task: whoever belongs to none of these authorities is not one they are given to. */
export function isDesignated({ restrictions, authorities: designated = [] }: UseConditions, own: readonly string[]): boolean {
  if (!restrictions.includes('15a') || designated.length === 0) return true;
  const keys = new Set(own.map(authorityKey));
  return designated.some((name) => keys.has(authorityKey(name)));
}

export function mayUse(rule: UseRule): boolean {
  return USE_RULES[rule].may;
}
