import type { Sealed, StateCode } from '@tracedesk/kernel';
import type { Candidate } from './candidates.js';
import { isHearsay } from './confidence.js';
import type { LapsedPeriod } from './record-period.js';
import {
  FINDINGS,
  partOf,
  RESTRICTIONS_ON_USE,
  conditionsOf,
  type Finding,
  type FindingRule,
  type GivenConditions,
  type PointOfDiversion,
  type ResponseItem,
  type RestrictionOnUse,
} from './response-item.js';

/** What a response is. A refusal is a State's lawful response (ITI 22), not the absence of one. */
export const RESPONSE_KINDS = ['full', 'partial', 'restricted', 'refused', 'no_record'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** The closed list of grounds on which a State may delay, restrict or refuse (ITI 22). */
export const LIMITATION_GROUNDS = [
  '22_INVESTIGATION',
  '22_CONFIDENTIALITY_LAW',
  '22_NO_GUARANTEE',
  '22_NATIONAL_SECURITY',
] as const;
export type LimitationGround = (typeof LIMITATION_GROUNDS)[number];

/** Closing outcomes: the findings, and one for a request that established nothing because it was refused, unanswered or misrouted. */
export const OUTCOMES = { ...FINDINGS, NOT_TRACED: { of: 'no_record' } } as const satisfies Record<string, FindingRule>;
export type Outcome = keyof typeof OUTCOMES;

/** Whether closing with this outcome should lead to a request to the next State (ITI 5: along the lines of supply). */
export function advisesFollowUp(outcome: Outcome): boolean {
  return 'advisesFollowUp' in OUTCOMES[outcome];
}

export interface ResponseContent {
  readonly items: readonly ResponseItem[];
  /** Why the response is restricted or refused (ITI 23). */
  readonly reasons?: string;
  /** Restrictions on the use of the reasons themselves (ITI 15, 23). */
  readonly reasonsRestrictions?: readonly RestrictionOnUse[];
  readonly remarks?: string;
  readonly pointOfDiversion?: PointOfDiversion;
  /** Of records no longer kept: which, and of what year (ITI 12). */
  readonly lapsedPeriod?: LapsedPeriod;
  /** Firearms that could be meant where the one asked about cannot be told from others. */
  readonly candidates?: readonly Candidate[];
  /** The answering State answers, knowing that the requesting State cannot guarantee confidentiality (ITI 15). */
  readonly withoutGuarantee?: true;
  /** A request about this firearm was received before, from whomever. */
  readonly receivedBefore?: boolean;
}

/** The point of diversion is told no further than the items that lead to it: their restrictions and its own, together. */
export function restrictionsOnDiversion({ items, pointOfDiversion }: ResponseContent): readonly RestrictionOnUse[] {
  const own = pointOfDiversion?.restrictions ?? [];
  const leading = leadingTo(items);
  return RESTRICTIONS_ON_USE.filter((one) => own.includes(one) || leading.some(({ restrictions }) => restrictions.includes(one)));
}

/** All conditions that bind it, each by itself: a use is permitted only where every one permits it. */
export function conditionsOnDiversion({ items, pointOfDiversion }: ResponseContent): readonly GivenConditions[] {
  const { restrictions = [], purposes } = pointOfDiversion ?? {};
  return [conditionsOf({ restrictions, ...(purposes && { purposes }) }), ...leadingTo(items).map(conditionsOf)];
}

/** The items from which the point of diversion follows. */
export function leadingTo(items: readonly ResponseItem[]): readonly ResponseItem[] {
  return items.filter(({ finding }) => finding === 'TRACED_TO_POINT_OF_DIVERSION');
}

/**
 * Whether an item shows where the lawful way of the arm ended: a holder, a stock, a loss, the point of diversion itself. One that points on to the next
 * State does not yet, what was only told by somebody is no record, and a part is not the firearm.
 */
export function endsTheTrace(item: Pick<ResponseItem, 'finding' | 'confidenceBasis' | 'component'>): boolean {
  const { finding } = item;
  return (
    finding !== undefined &&
    FINDINGS[finding].of === 'item' &&
    !advisesFollowUp(finding) &&
    !isHearsay(item) &&
    partOf(item) === null
  );
}

/** The States that an answer points to: where the trace goes on (ITI 5: along the lines of supply). */
export function nextStatesOf({ items }: Pick<ResponseContent, 'items'>): readonly StateCode[] {
  const states = items.flatMap(({ finding, state }) => (finding && state && advisesFollowUp(finding) ? [state] : []));
  return [...new Set(states)];
}

/** What the requested State answers (ITI 21 to 23). Kind, finding and ground are open to both parties; the content is protected. */
export interface Response {
  readonly kind: ResponseKind;
  /** The finding code of a "no record" response. */
  readonly finding?: Finding;
  /** The ground of a restricted or refused response. */
  readonly ground?: LimitationGround;
  readonly content: Sealed<ResponseContent>;
}
