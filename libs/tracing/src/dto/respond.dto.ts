import { KnownState } from '@tracedesk/directory';
import { Sealed, stateCode } from '@tracedesk/kernel';
import { Flag, ListOf, Narrative, Nested, OneOf, PartialDateField } from '@tracedesk/platform';
import type { Commands } from '../commands.js';
import {
  DIVERSION_BASES,
  FINDINGS,
  RESTRICTIONS_ON_USE,
  type DiversionBasis,
  type Finding,
  type PointOfDiversion,
  type RestrictionOnUse,
} from '../response-item.js';
import { INTENDED_USES, type IntendedUse } from '../question.js';
import { RESPONSE_KINDS, type LimitationGround, type ResponseKind } from '../response.js';
import { given } from './given.js';
import { GroundOf22 } from './ground-of-22.decorator.js';
import { CANDIDATES, NARRATIVE, RESPONSE_ITEMS } from './limits.js';
import { CandidateDto, LapsedPeriodDto, toCandidate, toLapsedPeriod } from './no-record.dto.js';
import { ResponseItemDto, toItem } from './response-item.dto.js';
import { WithoutGuarantee } from './without-guarantee.decorator.js';

/** Where and when the firearm left the licit circuit (ITI 5). */
export class PointOfDiversionDto {
  @PartialDateField({ past: true, optional: true, example: '2016-03' })
  readonly on?: string;

  @KnownState({ optional: true, example: 'QS' })
  readonly state?: string;

  @OneOf(DIVERSION_BASES, { description: 'Established by tracing, or by a competent authority by other means.' })
  readonly basis!: DiversionBasis;

  @Narrative(NARRATIVE)
  readonly circumstances!: string;

  @ListOf(RESTRICTIONS_ON_USE, {
    max: RESTRICTIONS_ON_USE.length,
    optional: true,
    description: 'Restrictions of its own (ITI 15); those of the items that lead to it bind it too.',
  })
  readonly restrictions?: readonly RestrictionOnUse[];

  @ListOf(INTENDED_USES, {
    max: INTENDED_USES.length,
    min: 1,
    optional: true,
    description: 'The purposes permitted, under 15(b) only.',
  })
  readonly purposes?: readonly IntendedUse[];
}

/** What the requested State answers (ITI 21 to 23). */
export class RespondDto {
  @OneOf(RESPONSE_KINDS, { example: 'full' })
  readonly kind!: ResponseKind;

  @OneOf(Object.keys(FINDINGS), { optional: true, description: 'Why there is no record to show; only of kind no_record.' })
  readonly finding?: Finding;

  @GroundOf22('The ground of ITI 22, a closed list; only of a restricted or refused response.')
  readonly ground?: LimitationGround;

  @ListOf(() => ResponseItemDto, {
    max: RESPONSE_ITEMS,
    optional: true,
    description:
      'What is told. Of kind no_record only hearsay: with a confidence that rests on a statement alone, and not where no firearm could be told from others.',
  })
  readonly items?: readonly ResponseItemDto[];

  @Nested(() => PointOfDiversionDto, { optional: true })
  readonly pointOfDiversion?: PointOfDiversionDto;

  @Nested(() => LapsedPeriodDto, { optional: true, description: 'Only with the finding RECORD_PERIOD_LAPSED.' })
  readonly lapsedPeriod?: LapsedPeriodDto;

  @ListOf(() => CandidateDto, {
    max: CANDIDATES,
    optional: true,
    description: 'With the finding DUPLICATE_SERIALS at least two; also with INSUFFICIENT_IDENTIFICATION.',
  })
  readonly candidates?: readonly CandidateDto[];

  @WithoutGuarantee()
  readonly withoutGuarantee?: boolean;

  @Flag({ optional: true, description: 'A request about this firearm was received before, from whomever.' })
  readonly receivedBefore?: boolean;

  @Narrative(NARRATIVE, { optional: true, description: 'The reasons of ITI 23.' })
  readonly reasons?: string;

  @ListOf(RESTRICTIONS_ON_USE, {
    max: RESTRICTIONS_ON_USE.length,
    optional: true,
    description: 'Restrictions on the use of the reasons themselves (ITI 15).',
  })
  readonly reasonsRestrictions?: readonly RestrictionOnUse[];

  @Narrative(NARRATIVE, { optional: true })
  readonly remarks?: string;

  toCommand(): Commands['respond'] {
    const content = given({
      items: (this.items ?? []).map(toItem),
      reasons: this.reasons,
      reasonsRestrictions: this.reasonsRestrictions,
      remarks: this.remarks,
      pointOfDiversion: this.pointOfDiversion && toPointOfDiversion(this.pointOfDiversion),
      lapsedPeriod: this.lapsedPeriod && toLapsedPeriod(this.lapsedPeriod),
      candidates: this.candidates?.map(toCandidate),
      receivedBefore: this.receivedBefore,
      withoutGuarantee: this.withoutGuarantee === true ? (true as const) : undefined,
    });
    return { response: given({ kind: this.kind, finding: this.finding, ground: this.ground, content: Sealed.of(content) }) };
  }
}

export function toPointOfDiversion({ state, ...dto }: PointOfDiversionDto): PointOfDiversion {
  const { on, basis, circumstances, restrictions, purposes } = dto;
  return given({ on, state: state === undefined ? undefined : stateCode(state), basis, circumstances, restrictions, purposes });
}
