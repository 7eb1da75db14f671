import type { AttachmentId } from '@tracedesk/attachments/core';
import type { IntendedUse } from '@tracedesk/confidentiality/core';
import type { ComponentPart } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';
import type { Confidence, ConfidenceBasis } from './confidence.js';
import type { PartialDate } from './partial-date.js';

/** Restrictions the providing State places on the use of what it tells (ITI 15(a) to (c)). */
export const RESTRICTIONS_ON_USE = ['15a', '15b', '15c'] as const;
export type RestrictionOnUse = (typeof RESTRICTIONS_ON_USE)[number];

export interface FindingRule {
  /** `item`: what a record shows. `no_record`: why there is none to show. */
  readonly of: 'item' | 'no_record';
  /** The answer points to another State: a follow-up request is advised. */
  readonly advisesFollowUp?: true;
  /** Without a record of one's own, what somebody stated may still help: it is told as hearsay. */
  readonly takesHearsay?: true;
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
  NO_RECORD_FOUND: { of: 'no_record', takesHearsay: true },
  RECORD_PERIOD_LAPSED: { of: 'no_record', takesHearsay: true },
  RECORDS_OF_DEFUNCT_COMPANY: { of: 'no_record', takesHearsay: true },
  INSUFFICIENT_IDENTIFICATION: { of: 'no_record' },
  NOT_MANUFACTURED_HERE: { of: 'no_record', takesHearsay: true },
  NOT_IMPORTED_HERE: { of: 'no_record', takesHearsay: true },
  DUPLICATE_SERIALS: { of: 'no_record' },
  COUNTERFEIT_MARK: { of: 'no_record', takesHearsay: true },
  CRAFT_OR_UNLICENSED: { of: 'no_record', takesHearsay: true },
} as const satisfies Record<string, FindingRule>;
export type Finding = keyof typeof FINDINGS;

interface KindRule {
  /** What a record of this kind can amount to for the trace. */
  readonly findings: readonly Finding[];
  /** It happens to a firearm once: two records of it that differ contradict each other. */
  readonly once?: true;
}

const ANY_FINDING = (Object.keys(FINDINGS) as Finding[]).filter((finding) => FINDINGS[finding].of === 'item');
const HELD = ['TRACED_TO_LAST_LEGAL_HOLDER', 'TRACED_TO_POINT_OF_DIVERSION'] as const;

/** The kinds of record an item can be taken from (ITI 12, 21), and what each can amount to. */
export const ITEM_KINDS = {
  manufacture: { findings: ['MANUFACTURED_NO_EXPORT_RECORD', 'TRACED_TO_POINT_OF_DIVERSION'], once: true },
  export: { findings: ['TRANSFERRED_TO_STATE', 'TRACED_TO_POINT_OF_DIVERSION'] },
  import: { findings: ['TRANSFERRED_TO_STATE', ...HELD] },
  domestic_sale: { findings: HELD },
  government_stock: { findings: ['GOVERNMENT_STOCK', 'TRANSFERRED_TO_STATE', ...HELD] },
  loss_or_theft: { findings: ['REPORTED_LOST_OR_STOLEN', 'TRACED_TO_POINT_OF_DIVERSION'] },
  deactivation: { findings: ['RECORDED_DEACTIVATED', ...HELD] },
  destruction: { findings: ['RECORDED_DESTROYED'], once: true },
  holder: { findings: ['GOVERNMENT_STOCK', ...HELD] },
  end_user: { findings: ['GOVERNMENT_STOCK', ...HELD] },
  document: { findings: ANY_FINDING },
  free_text: { findings: ANY_FINDING },
} as const satisfies Record<string, KindRule>;
export type ItemKind = keyof typeof ITEM_KINDS;

/** What an item is of where only its finding is said. */
const USUAL_KIND: Readonly<Partial<Record<Finding, ItemKind>>> = {
  TRACED_TO_LAST_LEGAL_HOLDER: 'holder',
  TRANSFERRED_TO_STATE: 'export',
  MANUFACTURED_NO_EXPORT_RECORD: 'manufacture',
  GOVERNMENT_STOCK: 'government_stock',
  REPORTED_LOST_OR_STOLEN: 'loss_or_theft',
  RECORDED_DESTROYED: 'destruction',
  RECORDED_DEACTIVATED: 'deactivation',
};

/** Whether a response with this finding may tell, beside it, what somebody stated. Where no firearm could be told from others, there is none it could be of. */
export function takesHearsay(finding: Finding): boolean {
  return 'takesHearsay' in FINDINGS[finding];
}

export function usualKindOf(finding: Finding | undefined): ItemKind {
  return (finding && USUAL_KIND[finding]) ?? 'free_text';
}

export function suits(kind: ItemKind, finding: Finding): boolean {
  const { findings }: KindRule = ITEM_KINDS[kind];
  return findings.includes(finding);
}

export function happensOnce(kind: ItemKind): boolean {
  return 'once' in ITEM_KINDS[kind];
}

export const PARTY_ROLES = [
  'maker',
  'exporter',
  'importer',
  'consignee',
  'carrier',
  'dealer',
  'holder',
  'end_user',
  'reporter_of_loss',
  'deactivator',
] as const;
export type PartyRole = (typeof PARTY_ROLES)[number];

/** Somebody the record names. Its own restrictions come on top of the item's: an export may travel on where its consignee may not. */
export interface ItemParty {
  readonly role: PartyRole;
  readonly name: string;
  readonly address?: string;
  readonly state?: StateCode;
  /** A person, not a company: personal data. */
  readonly isPerson: boolean;
  readonly restrictions: readonly RestrictionOnUse[];
}

/** Where the information comes from (ITI 11 to 13). */
export interface SourceRecord {
  readonly register: string;
  readonly reference?: string;
  /** The serial number as it stands in the record, beside the reading it is taken to match. */
  readonly serial?: string;
  /** An officer has confirmed that a record whose serial number is not the one read is of the same firearm. */
  readonly matchConfirmed?: boolean;
  /** The record of a company that no longer exists, kept by the State (ITI 13). */
  readonly ofDefunctCompany?: boolean;
}

/** Whether the information may be used in judicial proceedings. */
export const EVIDENTIAL_USES = ['permitted', 'with_permission', 'not_permitted'] as const;
export type EvidentialUse = (typeof EVIDENTIAL_USES)[number];

/** Marking schemes whose values are kept as given; none is translated into another. */
export const LABEL_SCHEMES = ['TLP', 'EUROPOL_HANDLING', 'INTERPOL', 'NATIONAL'] as const;
export type LabelScheme = (typeof LABEL_SCHEMES)[number];

export const RE_EXPORT_CONSENTS = ['shown', 'not_shown', 'not_needed'] as const;
export type ReExportConsent = (typeof RE_EXPORT_CONSENTS)[number];

/** What its giver attaches to a piece of information: it binds whoever reads it, and travels with it (ITI 15). */
export interface GivenConditions {
  /** An empty list says: no restriction beyond ITI 15 itself. */
  readonly restrictions: readonly RestrictionOnUse[];
  /** The authorities designated under 15(a). */
  readonly authorities?: readonly string[];
  /** The purposes permitted under 15(b); without them, all that are consistent with the instrument. */
  readonly purposes?: readonly IntendedUse[];
  readonly evidentialUse?: EvidentialUse;
}

/** The conditions alone, apart from what they are attached to. */
export function conditionsOf({ restrictions, authorities, purposes, evidentialUse }: GivenConditions): GivenConditions {
  return {
    restrictions,
    ...(authorities && { authorities }),
    ...(purposes && { purposes }),
    ...(evidentialUse && { evidentialUse }),
  };
}

/** One piece of information provided, with its own restrictions on use. Protected. */
export interface ResponseItem extends GivenConditions {
  readonly kind: ItemKind;
  /** What it amounts to for the trace; none where it only tells a stage on the way. */
  readonly finding?: Finding;
  readonly on?: PartialDate;
  /** The part it concerns; left out, the firearm as a whole. Parts have a way of their own. */
  readonly component?: ComponentPart;
  /** The State it comes from, and the one it points to: of the next transfer, of the holder. */
  readonly fromState?: StateCode;
  readonly state?: StateCode;
  readonly parties?: readonly ItemParty[];
  readonly details: string;
  readonly record?: SourceRecord;
  readonly confidence?: Confidence;
  /** What the confidence rests on. */
  readonly confidenceBasis?: readonly ConfidenceBasis[];
  /** Files of an item of kind `document`: read under its conditions. */
  readonly attachments?: readonly AttachmentId[];
  readonly endUserDocument?: string;
  readonly reExportConsent?: ReExportConsent;
  readonly label?: { readonly scheme: LabelScheme; readonly value: string };
  /** The number of an earlier item of the same request that this one corrects: `1.2`. The earlier one stays readable and no longer counts. */
  readonly replaces?: string;
}

/** The part whose way an item tells; null for the firearm's own, which its frame or receiver stands for (ITI 10). */
export function partOf({ component }: Pick<ResponseItem, 'component'>): ComponentPart | null {
  return component === undefined || component === 'frame_or_receiver' ? null : component;
}

/** All restrictions on a party's data: the item's and its own. */
export function restrictionsOn(item: ResponseItem, party: ItemParty): readonly RestrictionOnUse[] {
  return RESTRICTIONS_ON_USE.filter((one) => item.restrictions.includes(one) || party.restrictions.includes(one));
}

/** How the point of diversion was established: by following the arm, or by an authority's other means (indicator 16.4.2). */
export const DIVERSION_BASES = ['tracing', 'authority'] as const;
export type DiversionBasis = (typeof DIVERSION_BASES)[number];

/** Where and when the arm left the licit circuit: what a trace looks for (ITI 5). */
export interface PointOfDiversion {
  readonly on?: PartialDate;
  readonly state?: StateCode;
  readonly basis: DiversionBasis;
  readonly circumstances: string;
  /** Restrictions of its own; those of the items that lead to it bind it too. */
  readonly restrictions?: readonly RestrictionOnUse[];
  readonly purposes?: readonly IntendedUse[];
}
