import type { AttachmentId } from '@tracedesk/attachments/core';
import { KnownState } from '@tracedesk/directory';
import { COMPONENT_PARTS, type ComponentPart } from '@tracedesk/firearms/core';
import { idOf, stateCode, type StateCode } from '@tracedesk/kernel';
import { Flag, Line, ListOf, Narrative, Nested, OneOf, PartialDateField } from '@tracedesk/platform';
import { CONFIDENCES, CONFIDENCE_BASES, type Confidence, type ConfidenceBasis } from '../confidence.js';
import {
  EVIDENTIAL_USES,
  FINDINGS,
  ITEM_KINDS,
  LABEL_SCHEMES,
  PARTY_ROLES,
  RESTRICTIONS_ON_USE,
  RE_EXPORT_CONSENTS,
  usualKindOf,
  type EvidentialUse,
  type Finding,
  type ItemKind,
  type ItemParty,
  type LabelScheme,
  type PartyRole,
  type ReExportConsent,
  type ResponseItem,
  type RestrictionOnUse,
} from '../response-item.js';
import { INTENDED_USES, type IntendedUse } from '../question.js';
import { given } from './given.js';
import { AUTHORITIES, ITEM_FILES, ITEM_NUMBER, ITEM_PARTIES, LINE, NARRATIVE } from './limits.js';

/** Somebody the record names, with restrictions of its own on top of the item's. */
export class ItemPartyDto {
  @OneOf(PARTY_ROLES, { example: 'consignee' })
  readonly role!: PartyRole;

  @Line(LINE, { example: 'Havn & Son' })
  readonly name!: string;

  @Line(LINE, { optional: true })
  readonly address?: string;

  @KnownState({ optional: true, example: 'QN' })
  readonly state?: string;

  @Flag({ optional: true, description: 'A person, not a company: personal data.' })
  readonly isPerson?: boolean;

  @ListOf(RESTRICTIONS_ON_USE, { max: RESTRICTIONS_ON_USE.length, optional: true, example: ['15c'] })
  readonly restrictions?: readonly RestrictionOnUse[];
}

/** Where the information comes from (ITI 11 to 13). */
export class SourceRecordDto {
  @Line(LINE, { example: 'Export register' })
  readonly register!: string;

  @Line(LINE, { optional: true, example: '2009/311' })
  readonly reference?: string;

  @Line(LINE, { optional: true, description: 'The serial number as it stands in the record.' })
  readonly serial?: string;

  @Flag({ optional: true, description: 'A serial number that is not the one read was looked at, and is of the same firearm.' })
  readonly matchConfirmed?: boolean;

  @Flag({ optional: true, description: 'The record of a company that no longer exists (ITI 13).' })
  readonly ofDefunctCompany?: boolean;
}

/** A marking of the giver's own scheme, kept as given. */
export class LabelDto {
  @OneOf(LABEL_SCHEMES, { example: 'TLP' })
  readonly scheme!: LabelScheme;

  @Line(LINE, { example: 'AMBER+STRICT' })
  readonly value!: string;
}

/** One piece of information, with its own restrictions on use (ITI 15(a) to (c)); an empty list says: none beyond ITI 15 itself. */
export class ResponseItemDto {
  @OneOf(Object.keys(ITEM_KINDS), { optional: true, example: 'export', description: 'Left out: the kind usual for the finding.' })
  readonly kind?: ItemKind;

  @OneOf(Object.keys(FINDINGS), { optional: true, example: 'TRANSFERRED_TO_STATE' })
  readonly finding?: Finding;

  @PartialDateField({ past: true, optional: true, example: '2009-05-11' })
  readonly on?: string;

  @OneOf(COMPONENT_PARTS, {
    optional: true,
    example: 'upper_receiver',
    description:
      'The part it concerns, whose way is its own. Left out: the firearm as a whole, as its frame or receiver (ITI 10).',
  })
  readonly component?: ComponentPart;

  @KnownState({ optional: true, description: 'The State it comes from.', example: 'QM' })
  readonly fromState?: string;

  @KnownState({ optional: true, description: 'The State the item points to: of the next transfer, of the holder.' })
  readonly state?: string;

  @ListOf(() => ItemPartyDto, { max: ITEM_PARTIES, optional: true })
  readonly parties?: readonly ItemPartyDto[];

  @Narrative(NARRATIVE)
  readonly details!: string;

  @Nested(() => SourceRecordDto, { optional: true })
  readonly record?: SourceRecordDto;

  @OneOf(CONFIDENCES, { optional: true, example: 'confirmed' })
  readonly confidence?: Confidence;

  @ListOf(Object.keys(CONFIDENCE_BASES), {
    max: Object.keys(CONFIDENCE_BASES).length,
    min: 1,
    optional: true,
    description: 'What the confidence rests on; no confidence exceeds what the best of it carries.',
  })
  readonly confidenceBasis?: readonly ConfidenceBasis[];

  @ListOf('uuid', {
    max: ITEM_FILES,
    min: 1,
    optional: true,
    description:
      'Files of the own State to this request, in an item of kind document: handed over with it, and read under its conditions.',
  })
  readonly attachments?: readonly string[];

  @Line(LINE, { optional: true, description: 'End-user certificate or similar, by its reference.' })
  readonly endUserDocument?: string;

  @OneOf(RE_EXPORT_CONSENTS, {
    optional: true,
    description: 'Whether the consent of the first exporter to a re-export was shown.',
  })
  readonly reExportConsent?: ReExportConsent;

  @ListOf(RESTRICTIONS_ON_USE, { max: RESTRICTIONS_ON_USE.length, example: ['15a'] })
  readonly restrictions!: readonly RestrictionOnUse[];

  @ListOf({ line: LINE }, { max: AUTHORITIES, optional: true, description: 'The authorities designated under 15(a).' })
  readonly authorities?: readonly string[];

  @ListOf(INTENDED_USES, {
    max: INTENDED_USES.length,
    min: 1,
    optional: true,
    description: 'The purposes permitted, under 15(b) only. Left out: all that are consistent with the instrument.',
  })
  readonly purposes?: readonly IntendedUse[];

  @OneOf(EVIDENTIAL_USES, { optional: true, description: 'Whether it may be used in judicial proceedings.' })
  readonly evidentialUse?: EvidentialUse;

  @Nested(() => LabelDto, { optional: true })
  readonly label?: LabelDto;

  @Line(ITEM_NUMBER, { optional: true, example: '1.1', description: 'The number of an earlier item that this one corrects.' })
  readonly replaces?: string;
}

export function toItem({ kind, fromState, state, parties, record, label, ...rest }: ResponseItemDto): ResponseItem {
  const {
    finding,
    on,
    component,
    details,
    confidence,
    confidenceBasis,
    attachments,
    endUserDocument,
    reExportConsent,
    restrictions,
    authorities,
    purposes,
    evidentialUse,
    replaces,
  } = rest;
  return given({
    kind: kind ?? usualKindOf(finding),
    finding,
    on,
    component,
    fromState: codeOf(fromState),
    state: codeOf(state),
    parties: parties?.map(toParty),
    details,
    record: record && given({ ...record }),
    confidence,
    confidenceBasis,
    attachments: attachments?.map((id) => idOf<AttachmentId>(id)),
    endUserDocument,
    reExportConsent,
    restrictions,
    authorities,
    purposes,
    evidentialUse,
    label: label && { scheme: label.scheme, value: label.value },
    replaces,
  });
}

function toParty({ role, name, address, state, isPerson = false, restrictions = [] }: ItemPartyDto): ItemParty {
  return given({ role, name, address, state: codeOf(state), isPerson, restrictions });
}

function codeOf(state: string | undefined): StateCode | undefined {
  return state === undefined ? undefined : stateCode(state);
}
