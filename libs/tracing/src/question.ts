import type { IntendedUse } from '@tracedesk/confidentiality/core';
import type { FirearmDescription, Stated } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';
import type { EarlierFact } from './follow-ups/earlier-fact.js';
import type { RestrictionOnUse } from './response-item.js';

/** What the answer is for (ITI 17(c)); the same list from which its giver may permit uses (15(b)). */
export { INTENDED_USES, type IntendedUse } from '@tracedesk/confidentiality/core';

/** A calendar date, `YYYY-MM-DD`; which day it is depends on the State that says it. */
export type LocalDate = string;

/** When an arm is illicit (ITI 6). The legal justification says how. */
export const ILLICIT_GROUNDS = ['6a', '6b', '6c', '6d', '6e'] as const;
export type IllicitGround = (typeof ILLICIT_GROUNDS)[number];

/** How the arm came into the State's hands; the words of indicator 16.4.2. */
export const FIND_MANNERS = ['seized', 'found', 'surrendered'] as const;
export type FindManner = (typeof FIND_MANNERS)[number];

/** What the find belongs to. */
export const FIND_CONTEXTS = ['crime', 'conflict', 'embargo', 'peace_operation', 'parcel', 'online_trade'] as const;
export type FindContext = (typeof FIND_CONTEXTS)[number];

/** Who recorded the firearm where it was not an authority of the State itself. None of them can ask (ITI 16): they are sources of data. */
export const SOURCE_KINDS = ['peace_operation', 'expert_panel', 'organisation'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Why a request is urgent, in codes (`domain.md` 2.5); the words say the rest. */
export const URGENT_REASONS = [
  'threat_to_life',
  'suspect_in_custody',
  'terrorism_or_mass_casualty',
  'court_date',
  'destruction_of_firearm',
  'ongoing_shipment',
  'other',
] as const;
export type UrgentReason = (typeof URGENT_REASONS)[number];

/** What is asked about. Parts, components and ammunition lie outside the ITI (4). */
export const REQUEST_SUBJECTS = ['firearm', 'parts_or_components', 'ammunition'] as const;
export type RequestSubject = (typeof REQUEST_SUBJECTS)[number];

/** Languages a request is written in: the official ones of the United Nations. */
export const REQUEST_LANGUAGES = ['ar', 'zh', 'en', 'fr', 'ru', 'es'] as const;
export type RequestLanguage = (typeof REQUEST_LANGUAGES)[number];

export interface Illicitness {
  readonly grounds?: readonly IllicitGround[];
  /** The justification of the one ground; of several, each has its own. */
  readonly legalJustification?: Stated<string>;
  readonly justifications?: Readonly<Partial<Record<IllicitGround, Stated<string>>>>;
}

/** The recorded agreement of the State on whose territory a mission works. */
export interface HostConsent {
  readonly on: LocalDate;
  /** The authority that gave it. */
  readonly by: string;
  readonly reference?: string;
}

export interface DataSource {
  readonly kind: SourceKind;
  readonly name: string;
  /** The source's own number of the record. */
  readonly reference?: string;
  readonly hostConsent?: HostConsent;
}

/** Another State in whose jurisdiction the find could be seen to lie, as on a ship or at a border, and why this one asks. It is told who asked. */
export interface OtherPossibleState {
  readonly state: StateCode;
  readonly because: string;
}

export interface Find {
  /** Only the State in whose territorial jurisdiction the arm was found may ask (ITI 16). */
  readonly stateOfFind?: StateCode;
  readonly otherPossibleState?: OtherPossibleState;
  readonly manner?: FindManner;
  readonly on?: LocalDate;
  readonly place?: string;
  readonly circumstances?: Stated<string>;
  readonly contexts?: readonly FindContext[];
  /** The Security Council resolution of the embargo concerned. */
  readonly resolution?: Stated<string>;
  readonly source?: DataSource;
}

/** Whether the requesting State can guarantee confidentiality and the restrictions on use, said before anything is exchanged (ITI 15). */
export type Undertaking = { readonly guaranteed: true } | { readonly guaranteed: false; readonly because: string };

/** Steps that come before a foreign request: the domestic check, a query of iARMS, a look into INTERPOL's reference table (ITI 33 to 35). */
export const EARLIER_STEP_NAMES = ['domesticCheck', 'iarms', 'referenceTable'] as const;

/** What was done before another State is asked: the reference or the result, or why it was not done. */
export type EarlierSteps = Readonly<Partial<Record<(typeof EARLIER_STEP_NAMES)[number], Stated<string>>>>;

/** Parts of a request on which its State may place restrictions of its own. */
export const RESTRICTED_SECTIONS = ['whole', 'firearm', 'find', 'illicitness', 'intendedUse'] as const;
export type RestrictedSection = (typeof RESTRICTED_SECTIONS)[number];

/** What the requesting State places on the use of what it tells: on the whole, or on sections. */
export interface OwnRestrictions extends Readonly<Partial<Record<RestrictedSection, readonly RestrictionOnUse[]>>> {
  /** The purposes permitted for what is restricted under 15(b); without them, whatever is consistent with the instrument. */
  readonly purposes?: readonly IntendedUse[];
}

/** What the request says, as ITI 17 asks it: (a) why the arm is illicit and how it was found, (b) its description, (c) the intended use. Protected. */
export interface Question {
  /** A firearm, where nothing else is said. */
  readonly subject?: RequestSubject;
  readonly illicitness?: Illicitness;
  readonly find?: Find;
  readonly firearm?: FirearmDescription;
  readonly intendedUse?: Stated<{ readonly uses: readonly IntendedUse[]; readonly details?: string }>;
  readonly undertaking?: Undertaking;
  /** The requesting State's own restrictions on what it tells: they bind the requested State (15). */
  readonly restrictions?: OwnRestrictions;
  readonly earlierSteps?: EarlierSteps;
  readonly language?: RequestLanguage;
  /** Why the request is urgent; asked only of urgent requests. */
  readonly urgentReason?: UrgentReason;
  readonly urgentBecause?: string;
  /** What earlier answers about the weapon told and may be passed on (15). The desk puts it there; nobody types it. */
  readonly earlier?: readonly EarlierFact[];
}

/** The justification of one ground: its own, or what was said of all of them. */
export function justificationOf(
  { legalJustification, justifications }: Illicitness,
  ground: IllicitGround,
): Stated<string> | undefined {
  return justifications?.[ground] ?? legalJustification;
}

/** The restrictions that bind the requested State in using a section: those of the section and those of the whole request. */
export function ownRestrictionsOn(
  { restrictions = {} }: Question,
  section: Exclude<RestrictedSection, 'whole'>,
): readonly RestrictionOnUse[] {
  return [...new Set([...(restrictions.whole ?? []), ...(restrictions[section] ?? [])])].sort();
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
