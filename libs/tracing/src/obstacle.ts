import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { Finding } from './response-item.js';
import { OUTCOMES, type Outcome, type ResponseKind } from './response.js';

/** What stood in the way of a trace, a closed list: it is counted, so that what fails most often can be mended. */
export const OBSTACLES = [
  'mark_wanting',
  'mark_erased',
  'mark_altered',
  'import_mark_unknown',
  'make_or_model_misread',
  'several_firearms',
  'record_period_lapsed',
  'no_record_kept',
  'unlicensed_manufacture',
  'no_answer',
  'refused',
  'wrong_state',
  'other',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];

/** What a finding says by itself of what stood in the way. */
const OF_FINDING: Readonly<Partial<Record<Finding, Obstacle>>> = {
  NO_RECORD_FOUND: 'no_record_kept',
  RECORD_PERIOD_LAPSED: 'record_period_lapsed',
  RECORDS_OF_DEFUNCT_COMPANY: 'no_record_kept',
  INSUFFICIENT_IDENTIFICATION: 'mark_wanting',
  NOT_MANUFACTURED_HERE: 'wrong_state',
  NOT_IMPORTED_HERE: 'wrong_state',
  DUPLICATE_SERIALS: 'several_firearms',
  COUNTERFEIT_MARK: 'mark_altered',
  CRAFT_OR_UNLICENSED: 'unlicensed_manufacture',
};

/** What the other State did or did not do: the record says it, and nobody may say otherwise. Silence is no refusal: only a State can refuse (ITI 22). */
const ON_RECORD: readonly Obstacle[] = ['no_answer', 'refused', 'wrong_state'];

/** What is known of a request that is about to be closed; its status, by the words of the lifecycle. */
interface Standing {
  readonly status: string;
  /** How many responses there were, this one among them. */
  readonly responses: number;
  readonly latestResponse: { readonly kind: ResponseKind; readonly finding: Finding | null } | null;
}

/** Whether a request closed with this outcome was closed without a trace. */
export function isWithoutTrace(outcome: Outcome): boolean {
  return OUTCOMES[outcome].of === 'no_record';
}

/**
 * Why the answers do not bear the outcome, or null. Where nobody answered nothing was found out: not even that there is no record, but for what a State
 * that sent the request on said of itself. A refusal or an answer without a record, if there was no other, leads to no trace.
 */
export function outcomeDenial({ status, responses, latestResponse }: Standing, outcome: Outcome): Denial | null {
  const isBorne =
    latestResponse === null
      ? outcome === 'NOT_TRACED' || (status === 'misrouted' && ofFinding(outcome) === 'wrong_state')
      : isWithoutTrace(outcome) || responses > 1 || !TRACES_NOTHING.includes(latestResponse.kind);
  return isBorne ? null : no('OUTCOME_WITHOUT_ANSWER', 'outcome', undefined, { found: outcome });
}

const TRACES_NOTHING: readonly ResponseKind[] = ['refused', 'no_record'];

/** What stood in the way: what the asking State names, or what outcome and answer say by themselves; null if it has to be named, or if there was a trace. */
export function obstacleOf(request: Standing, outcome: Outcome, named?: Obstacle): Obstacle | null {
  if (!isWithoutTrace(outcome)) return null;
  return named ?? evidentIn(request, outcome);
}

/**
 * Why a request cannot be closed so, or null: without a trace it is known what stood in the way, with one there is nothing to name; and of the other
 * State nothing is said that it did not do.
 */
export function obstacleDenial(request: Standing, outcome: Outcome, named?: Obstacle): Denial | null {
  if (!isWithoutTrace(outcome))
    return named === undefined ? null : no('OBSTACLE_NOT_APPLICABLE', 'obstacle', undefined, { outcome, found: named });
  const evident = evidentIn(request, outcome);
  if (named !== undefined && named !== evident && ON_RECORD.includes(named))
    return no('OBSTACLE_NOT_SO', 'obstacle', undefined, { found: named });
  return (named ?? evident) === null ? no('OBSTACLE_REQUIRED', 'obstacle', undefined, { outcome }) : null;
}

function evidentIn({ status, latestResponse }: Standing, outcome: Outcome): Obstacle | null {
  if (outcome !== 'NOT_TRACED') return ofFinding(outcome);
  if (status === 'misrouted') return 'wrong_state';
  if (status !== 'responded') return 'no_answer';
  if (latestResponse?.kind === 'refused') return 'refused';
  return latestResponse?.finding ? ofFinding(latestResponse.finding) : null;
}

function ofFinding(finding: Outcome): Obstacle | null {
  return (OF_FINDING as Readonly<Partial<Record<Outcome, Obstacle>>>)[finding] ?? null;
}
