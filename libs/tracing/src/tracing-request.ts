import type { Branded, RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import type { InformationRounds } from './information-rounds.js';
import type { Answer, Obstacle } from './obstacle.js';
import type { AskedElement, LocalDate, Question } from './question.js';
import type { LimitationGround, Outcome } from './response.js';

export type Reference = Branded<'Reference'>;

/** The two States of a request. */
export type Party = 'requesting' | 'requested';

/** The four public stages. A draft has none: only its own State knows of it. */
export const STAGES = ['submitted', 'acknowledged', 'responded', 'closed'] as const;
export type Stage = (typeof STAGES)[number];

/** Which public stage each status belongs to. */
export const STAGE_OF = {
  draft: null,
  submitted: 'submitted',
  acknowledged: 'acknowledged',
  information_requested: 'acknowledged',
  delayed: 'acknowledged',
  responded: 'responded',
  clarification_requested: 'responded',
  closed: 'closed',
  misrouted: 'closed',
  withdrawn: 'closed',
} as const satisfies Record<string, Stage | null>;
export type RequestStatus = keyof typeof STAGE_OF;
export const STATUSES = Object.keys(STAGE_OF) as readonly RequestStatus[];

export const PRIORITIES = ['routine', 'urgent'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** The instrument a request rests on. Ammunition, parts and components lie outside the ITI. */
export const LEGAL_BASES = ['ITI', 'FIREARMS_PROTOCOL_12', 'ECOWAS_19', 'EU_2023_977', 'BILATERAL', 'OTHER'] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

/** One State's question to another about an illicit firearm found on its territory (ITI 16), and where it stands. */
export interface TracingRequest {
  readonly id: RequestId;
  readonly reference: Reference;
  readonly requestingState: StateCode;
  /** `null` only while the draft names no State yet. */
  readonly requestedState: StateCode | null;
  readonly status: RequestStatus;
  readonly priority: Priority;
  readonly legalBasis: LegalBasis;
  /** Whether the contact point asked can open the records itself: a profile may count an urgent question so in hours, whenever its period begins. */
  readonly directlyAccessible: boolean;
  /** Grows by one at every change; a move on an older version is a conflict. */
  readonly version: number;
  /** `null` while it is not opened: only a draft's own State needs it for a move (to submit). */
  readonly question: Sealed<Question> | null;
  /** Each State's own file reference, shown to both. */
  readonly requestingReference: string | null;
  readonly requestedReference: string | null;
  /** When the requested State expects to respond: it informs, it moves no clock (ITI 19). */
  readonly expectedResponseOn: LocalDate | null;
  /** The date of the last delay; it stands when information is supplied. */
  readonly delayedUntil: LocalDate | null;
  /** What additional information is asked about now; beyond the elements of ITI 17 the response clock runs on. */
  readonly askedElement: AskedElement | null;
  readonly informationRounds: InformationRounds;
  /** Elements of ITI 17 that the requesting State has declared not available: asked for again, they pause no clock. */
  readonly notAvailable: readonly AskedElement[];
  readonly clarificationRounds: number;
  readonly responses: number;
  readonly latestResponse: LatestResponse | null;
  readonly submittedAt: Date | null;
  readonly respondedAt: Date | null;
  readonly closedAt: Date | null;
  readonly closedOnSilence: boolean;
  readonly outcome: Outcome | null;
  /** What stood in the way, of a request closed without a trace. */
  readonly obstacle: Obstacle | null;
  readonly followUp: FollowUp | null;
  /** The State that a redirect named; the requested State may not know which. Reopening takes the redirect back. */
  readonly believedState: BelievedState | null;
}

export type BelievedState = StateCode | 'unknown';

/** The open part of the newest response. */
export interface LatestResponse extends Answer {
  readonly ground: LimitationGround | null;
}

/** What becomes of the trace after closing: the next request of the chain, or none. */
export type FollowUp = { readonly kind: 'linked'; readonly requestId: RequestId } | { readonly kind: 'waived' };

/** Which party a State is to a request, or `null`: a third State. A draft has only its own State as party. */
export function partyOf(
  request: Pick<TracingRequest, 'requestingState' | 'requestedState' | 'status'>,
  state: StateCode,
): Party | null {
  if (request.requestingState === state) return 'requesting';
  if (request.requestedState === state && request.status !== 'draft') return 'requested';
  return null;
}

/** A new draft: nothing in it is asked yet, and only its own State knows of it. */
export function draftRequest(
  draft: Pick<TracingRequest, 'id' | 'reference' | 'requestingState' | 'question'> & Partial<TracingRequest>,
): TracingRequest {
  return {
    requestedState: null,
    priority: 'routine',
    legalBasis: 'ITI',
    directlyAccessible: false,
    requestingReference: null,
    ...draft,
    status: 'draft',
    version: 1,
    requestedReference: null,
    expectedResponseOn: null,
    delayedUntil: null,
    askedElement: null,
    informationRounds: {},
    notAvailable: [],
    clarificationRounds: 0,
    responses: 0,
    latestResponse: null,
    submittedAt: null,
    respondedAt: null,
    closedAt: null,
    closedOnSilence: false,
    outcome: null,
    obstacle: null,
    followUp: null,
    believedState: null,
  };
}
