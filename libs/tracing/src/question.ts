import type { FirearmDescription, Stated } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';
import type { EarlierFact } from './follow-ups/earlier-fact.js';

/** A calendar date, `YYYY-MM-DD`; which day it is depends on the State that says it. */
export type LocalDate = string;

/** When an arm is illicit (ITI 6). The legal justification says how. */
export const ILLICIT_GROUNDS = ['6a', '6b', '6c', '6d', '6e'] as const;
export type IllicitGround = (typeof ILLICIT_GROUNDS)[number];

/** How the arm came into the State's hands; the words of indicator 16.4.2. */
export const FIND_MANNERS = ['seized', 'found', 'surrendered'] as const;
export type FindManner = (typeof FIND_MANNERS)[number];

export const INTENDED_USES = ['investigation', 'prosecution', 'diversion_analysis', 'embargo_monitoring', 'statistics'] as const;
export type IntendedUse = (typeof INTENDED_USES)[number];

export interface Illicitness {
  readonly grounds?: readonly IllicitGround[];
  readonly legalJustification?: Stated<string>;
}

export interface Find {
  /** Only the State in whose territorial jurisdiction the arm was found may ask (ITI 16). */
  readonly stateOfFind?: StateCode;
  readonly manner?: FindManner;
  readonly on?: LocalDate;
  readonly place?: string;
  readonly circumstances?: Stated<string>;
}

/** Whether the requesting State can guarantee confidentiality and the restrictions on use, said before anything is exchanged (ITI 15). */
export type Undertaking = { readonly guaranteed: true } | { readonly guaranteed: false; readonly because: string };

/** What the request says, as ITI 17 asks it: (a) why the arm is illicit and how it was found, (b) its description, (c) the intended use. Protected. */
export interface Question {
  readonly illicitness?: Illicitness;
  readonly find?: Find;
  readonly firearm?: FirearmDescription;
  readonly intendedUse?: Stated<{ readonly uses: readonly IntendedUse[]; readonly details?: string }>;
  readonly undertaking?: Undertaking;
  /** Why the request is urgent; asked only of urgent requests. */
  readonly urgentBecause?: string;
  /** What earlier answers about the weapon told and may be passed on (15). The desk puts it there; nobody types it. */
  readonly earlier?: readonly EarlierFact[];
}

/** The elements of ITI 17 that a request for additional information may cite (ITI 20). */
export const ELEMENTS_OF_17 = [
  '17a_legal_justification',
  '17a_circumstances',
  '17b_markings',
  '17b_type',
  '17b_calibre',
  '17b_other',
  '17c_intended_use',
] as const;
export type ElementOf17 = (typeof ELEMENTS_OF_17)[number];

/** What additional information may be asked about. A question beyond 17 is allowed and pauses no clock. */
export const ASKED_ELEMENTS = [...ELEMENTS_OF_17, 'beyond_17'] as const;
export type AskedElement = (typeof ASKED_ELEMENTS)[number];
