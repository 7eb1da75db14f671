import { denied, type CaseId, type Denied, type RequestId, type StateCode } from '@tracedesk/kernel';
import { isAfter, type PartialDate } from '../partial-date.js';
import type { FindManner, LocalDate } from '../question.js';
import type { DiversionBasis } from '../response-item.js';

/** How an arm left the licit circuit. For one that was made illicitly, that is the manufacture itself (indicator 16.4.2). */
export const KINDS_OF_DIVERSION = [
  'manufacture',
  'conversion',
  'reactivation',
  'loss_or_theft',
  'unauthorised_transfer',
  'embargo_violation',
  'government_stock',
  'other',
] as const;
export type KindOfDiversion = (typeof KINDS_OF_DIVERSION)[number];

/** What a case comes to. Finding the last legal holder is not yet finding where the arm became illicit. */
export type CaseConclusion =
  | {
      readonly kind: 'point_of_diversion';
      readonly basis: DiversionBasis;
      readonly event: KindOfDiversion;
      readonly state: StateCode;
      readonly on?: PartialDate;
    }
  | { readonly kind: 'last_legal_holder' }
  | { readonly kind: 'not_established' };
export const CONCLUSION_KINDS = ['point_of_diversion', 'last_legal_holder', 'not_established'] as const;

/** The open part of a conclusion: what the indicator counts. What, where and when are protected. */
export interface OpenConclusion {
  readonly kind: CaseConclusion['kind'];
  readonly basis: DiversionBasis | null;
}

/** All that one State does about one weapon: its requests, and what it concludes. It may need no request at all. */
export interface WeaponCase {
  readonly id: CaseId;
  readonly state: StateCode;
  readonly manner: FindManner;
  /** Of a seizure: in relation to a criminal offence. Only such seizures count in the indicator. */
  readonly criminalOffence: boolean;
  readonly uniquelyMarked: boolean;
  readonly ownReference: string | null;
  readonly requestIds: readonly RequestId[];
  readonly openedAt: Date;
  readonly conclusion: OpenConclusion | null;
  readonly concludedAt: Date | null;
  /** The case of the same weapon that took this one up: it counts no more, and nothing more is done with it. */
  readonly mergedInto: CaseId | null;
  readonly version: number;
}

/** What a conclusion is held against. */
export interface Established {
  /** A State answered one of the requests. */
  readonly answered: boolean;
  /** Answers there are, and no item of them shows where the lawful way ended: refusals, no record, several that could be meant, the next State to ask. */
  readonly leadsNowhere?: boolean;
  readonly today: LocalDate;
}

/** Why a case cannot come to that, or null. What rests on tracing rests on an item of an answer that leads there (indicator 16.4.2). */
export function conclusionDenial(conclusion: CaseConclusion, { answered, leadsNowhere, today }: Established): Denied | null {
  if (conclusion.kind === 'not_established') return null;
  const byTracing = conclusion.kind === 'last_legal_holder' || conclusion.basis === 'tracing';
  if (byTracing && !answered) return denied('CASE_WITHOUT_ANSWER', { field: 'basis', paragraph: '5' });
  if (byTracing && leadsNowhere) return denied('CASE_WITHOUT_TRACE', { field: 'basis', paragraph: '5' });
  if (conclusion.kind === 'point_of_diversion' && conclusion.on !== undefined && isAfter(conclusion.on, today))
    return denied('DATE_IN_FUTURE', { field: 'on', details: { today } });
  return null;
}
