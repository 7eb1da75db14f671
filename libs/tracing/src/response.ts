import type { Sealed, StateCode } from '@tracedesk/kernel';
import type { LocalDate } from './question.js';

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

/** Restrictions the providing State places on the use of an item (ITI 15(a) to (c)). */
export const RESTRICTIONS_ON_USE = ['15a', '15b', '15c'] as const;
export type RestrictionOnUse = (typeof RESTRICTIONS_ON_USE)[number];

interface FindingRule {
  /** `item`: what a record shows. `no_record`: why there is none to show. */
  readonly of: 'item' | 'no_record';
  /** The answer points to another State: a follow-up request is advised. */
  readonly advisesFollowUp?: true;
}

/** Findings of an item or of "no record" (`domain.md` 2.6). */
export const FINDINGS = {
  TRACED_TO_POINT_OF_DIVERSION: { of: 'item' },
  TRACED_TO_LAST_LEGAL_HOLDER: { of: 'item' },
  TRANSFERRED_TO_STATE: { of: 'item', advisesFollowUp: true },
  MANUFACTURED_NO_EXPORT_RECORD: { of: 'item' },
  GOVERNMENT_STOCK: { of: 'item' },
  REPORTED_LOST_OR_STOLEN: { of: 'item' },
  RECORDED_DESTROYED: { of: 'item' },
  RECORDED_DEACTIVATED: { of: 'item' },
  NO_RECORD_FOUND: { of: 'no_record' },
  RECORD_PERIOD_LAPSED: { of: 'no_record' },
  RECORDS_OF_DEFUNCT_COMPANY: { of: 'no_record' },
  INSUFFICIENT_IDENTIFICATION: { of: 'no_record' },
  NOT_MANUFACTURED_HERE: { of: 'no_record' },
  NOT_IMPORTED_HERE: { of: 'no_record' },
  DUPLICATE_SERIALS: { of: 'no_record' },
  COUNTERFEIT_MARK: { of: 'no_record' },
  CRAFT_OR_UNLICENSED: { of: 'no_record' },
} as const satisfies Record<string, FindingRule>;
export type Finding = keyof typeof FINDINGS;

/** Closing outcomes: the findings, and one for a request that established nothing because it was refused, unanswered or misrouted. */
export const OUTCOMES = { ...FINDINGS, NOT_TRACED: { of: 'no_record' } } as const satisfies Record<string, FindingRule>;
export type Outcome = keyof typeof OUTCOMES;

/** Whether closing with this outcome should lead to a request to the next State (ITI 5: along the lines of supply). */
export function advisesFollowUp(outcome: Outcome): boolean {
  return 'advisesFollowUp' in OUTCOMES[outcome];
}

/** One piece of information provided, with its own restrictions on use. Protected. */
export interface ResponseItem {
  readonly finding: Finding;
  readonly on?: LocalDate;
  /** The State the item points to: of the next transfer, of the holder. */
  readonly state?: StateCode;
  readonly details: string;
  /** An empty list says: no restriction beyond ITI 15 itself. */
  readonly restrictions: readonly RestrictionOnUse[];
}

export interface ResponseContent {
  readonly items: readonly ResponseItem[];
  /** Why the response is restricted or refused (ITI 23). */
  readonly reasons?: string;
  readonly remarks?: string;
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
