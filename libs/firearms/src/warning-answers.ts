import type { FirearmDescription } from './firearm-description.js';
import { isStated, type Stated } from './stated.js';
import { TRACEABILITY_RULES, type TraceabilityFinding, type TraceabilityRule } from './traceability-check.js';

/** An officer's reason to send a request in spite of a warning. Protected. */
export interface Override {
  readonly because: string;
  /** What the warning was about when it was overridden: something else there has to be answered anew. */
  readonly seen: string;
}
export type Overrides = Readonly<Partial<Record<TraceabilityRule, Override>>>;

/** How a warning is answered: by the reason given in the description itself, or by an override. */
export type Answered = 'description' | 'override';

/** What a finding is about, as text: the field it names as it stands. */
export function seenIn(
  firearm: FirearmDescription,
  { rule, certainty }: Pick<TraceabilityFinding, 'rule' | 'certainty'>,
): string {
  const part = fieldIn(firearm, rule);
  return JSON.stringify([part === firearm ? firearm.serialNumber : part, certainty]);
}

/** Whether and how a finding is answered; `null` for one that is not. Not every finding asks for an answer. */
export function answerTo(finding: TraceabilityFinding, firearm: FirearmDescription, overrides: Overrides): Answered | null {
  if (
    'answeredByReason' in TRACEABILITY_RULES[finding.rule] &&
    isStated(fieldIn(firearm, finding.rule) as Stated<unknown> | undefined)
  )
    return 'description';
  return overrides[finding.rule]?.seen === seenIn(firearm, finding) ? 'override' : null;
}

/** Whether a finding asks for an answer before the request leaves. What is only possible is told, and stops nobody. */
export function asksForAnswer({ severity, certainty }: Pick<TraceabilityFinding, 'severity' | 'certainty'>): boolean {
  return severity === 'warning' && certainty !== 'possible';
}

/** Warnings that stand in the way of a submission: neither cured nor answered. */
export function unansweredWarnings(
  findings: readonly TraceabilityFinding[],
  firearm: FirearmDescription,
  overrides: Overrides,
): readonly TraceabilityRule[] {
  return findings
    .filter((finding) => asksForAnswer(finding) && answerTo(finding, firearm, overrides) === null)
    .map(({ rule }) => rule);
}

function fieldIn(firearm: FirearmDescription, rule: TraceabilityRule): unknown {
  const member = TRACEABILITY_RULES[rule].field.split('.')[2];
  return member === undefined ? firearm : firearm[member as keyof FirearmDescription];
}
