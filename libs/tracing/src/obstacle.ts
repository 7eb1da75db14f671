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
const OF_FINDING: Readonly<Partial<Record<Outcome, Obstacle>>> = {
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
const ON_RECORD: readonly Obstacle[] = ['no_answer', 'refused', 'wrong_state', 'no_record_kept'];

/** Findings about what the State asked has or did: nobody else can know them. The others are about the arm, and whoever reads the answer may come to them. */
const OF_OWN_RECORDS: readonly Outcome[] = [
  'NO_RECORD_FOUND',
  'RECORD_PERIOD_LAPSED',
  'RECORDS_OF_DEFUNCT_COMPANY',
  'NOT_MANUFACTURED_HERE',
  'NOT_IMPORTED_HERE',
];

/** Kinds of responses that tell nothing of where the arm went. */
const TRACES_NOTHING: readonly ResponseKind[] = ['refused', 'no_record'];

/** What one response amounts to. */
export interface Answer {
  readonly kind: ResponseKind;
  readonly finding: Finding | null;
}

/** What is known of a request that is about to be closed; its status, by the words of the lifecycle, and all that was answered, oldest first. */
export interface Standing {
  readonly status: string;
  readonly answers: readonly Answer[];
}

/** The standing of a request whose latest response, if any, came after those. */
export function standingOf(
  { status, latestResponse }: { readonly status: string; readonly latestResponse: Answer | null },
  earlier: readonly Answer[] = [],
): Standing {
  return { status, answers: latestResponse ? [...earlier, latestResponse] : earlier };
}

/** Whether a request closed with this outcome was closed without a trace. */
export function isWithoutTrace(outcome: Outcome): boolean {
  return OUTCOMES[outcome].of === 'no_record';
}

/**
 * Why the answers do not bear the outcome, or null. Where nobody answered nothing was found out. A trace wants an answer that told something; what a
 * State found, or did not find, in its own records it has to have said, by an answer or by sending the request on.
 */
export function outcomeDenial({ status, answers }: Standing, outcome: Outcome): Denial | null {
  return outcome === 'NOT_TRACED' || isBorne() ? null : no('OUTCOME_WITHOUT_ANSWER', 'outcome', undefined, { found: outcome });

  function isBorne(): boolean {
    if (status === 'misrouted' && ofFinding(outcome) === 'wrong_state') return true;
    if (!isWithoutTrace(outcome)) return answers.some(({ kind }) => !TRACES_NOTHING.includes(kind));
    return OF_OWN_RECORDS.includes(outcome) ? answers.some(({ finding }) => finding === outcome) : answers.length > 0;
  }
}

/** What stood in the way: what the asking State names, or what outcome and answers say by themselves; null if it has to be named, or if there was a trace. */
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
  if (named !== undefined && ON_RECORD.includes(named) && !saidIn(request).includes(named))
    return no('OBSTACLE_NOT_SO', 'obstacle', undefined, { found: named });
  return (named ?? evidentIn(request, outcome)) === null ? no('OBSTACLE_REQUIRED', 'obstacle', undefined, { outcome }) : null;
}

function evidentIn(request: Standing, outcome: Outcome): Obstacle | null {
  return outcome === 'NOT_TRACED' ? (saidIn(request).at(-1) ?? null) : ofFinding(outcome);
}

/** What the record says of what stood in the way, the latest last. Whoever answered once has answered, also where a later question was met by silence. */
function saidIn({ status, answers }: Standing): readonly (Obstacle | null)[] {
  const said = answers.map(({ kind, finding }) => (kind === 'refused' ? 'refused' : finding && ofFinding(finding)));
  if (status === 'misrouted') return [...said, 'wrong_state'];
  return said.length === 0 ? ['no_answer'] : said;
}

function ofFinding(finding: Outcome): Obstacle | null {
  return OF_FINDING[finding] ?? null;
}
