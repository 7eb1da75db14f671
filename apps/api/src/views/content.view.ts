import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { mayUse, USE_RULES, type UseRule } from '@tracedesk/confidentiality';
import { COMPONENT_PARTS } from '@tracedesk/firearms';
import {
  CONFLICT_SUBJECTS,
  EVIDENTIAL_USES,
  CandidateDto,
  FINDINGS,
  INTENDED_USES,
  ITEM_KINDS,
  LIMITATION_GROUNDS,
  PointOfDiversionDto,
  QuestionDto,
  RECORD_PERIODS,
  RESPONSE_ACTS,
  RESPONSE_KINDS,
  RESTRICTED_SECTIONS,
  RESTRICTIONS_ON_USE,
  SERIAL_MATCHES,
  ResponseItemDto,
  asSent,
  conflictsIn,
  numberedItems,
  type OpenedQuestion,
  type ReadResponse,
} from '@tracedesk/tracing';

/** The rules that keep something back from a purpose. */
export const WITHHOLDING = (Object.keys(USE_RULES) as UseRule[]).filter((rule) => !mayUse(rule));
const INSTANT = { type: String, format: 'date-time' } as const;

/** Words that a move brought: a reason, an answer. */
export class WordsView {
  @ApiProperty({ example: 'withdrawn' }) readonly event!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ example: 'reason' }) readonly name!: string;
  @ApiProperty() readonly text!: string;
  @ApiProperty({ enum: RESTRICTIONS_ON_USE, isArray: true, description: 'Restrictions on the use of these words (ITI 15).' })
  readonly restrictions!: readonly string[];
  @ApiProperty({ description: 'Kept back with a section of the question: the text is empty.' }) readonly withheld!: boolean;
}

/** A section of the question that the requesting State does not permit for the purpose of the disclosure: it is kept back (ITI 15). */
export class WithheldSectionView {
  @ApiProperty({ enum: RESTRICTED_SECTIONS }) readonly section!: string;
  @ApiProperty({ enum: WITHHOLDING }) readonly rule!: string;
  @ApiProperty({ example: '15(b)' }) readonly paragraph!: string;
  @ApiProperty({ enum: INTENDED_USES, isArray: true, description: 'The purposes permitted.' })
  readonly purposes!: readonly string[];
}

class EarlierPartyView {
  @ApiProperty({ example: 'consignee' }) readonly role!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ required: false }) readonly address?: string;
  @ApiProperty({ required: false, example: 'QN' }) readonly state?: string;
}

/** What a giver attached to a piece of information: it binds whoever the information reaches (ITI 15). */
export class GivenConditionsView {
  @ApiProperty({ enum: RESTRICTIONS_ON_USE, isArray: true }) readonly restrictions!: readonly string[];
  @ApiProperty({ type: [String], required: false, description: 'The authorities designated under 15(a).' })
  readonly authorities?: readonly string[];
  @ApiProperty({ enum: INTENDED_USES, isArray: true, required: false, description: 'The purposes permitted under 15(b).' })
  readonly purposes?: readonly string[];
  @ApiProperty({ enum: EVIDENTIAL_USES, required: false }) readonly evidentialUse?: string;
}

/** What a giver said when it consented that a fact goes on: it binds whoever the fact reaches (ITI 15). */
export class CarriedConsentView {
  @ApiProperty({ required: false, format: 'date', description: 'The last day of the leave, in the calendar of the giver.' })
  readonly endsOn?: string;
  @ApiProperty({ required: false, description: 'What the giver attached, in its own words.' }) readonly words?: string;
  @ApiProperty({ required: false, description: 'The giver attached words that tell what may not go to this State.' })
  readonly wordsKept?: boolean;
}

const CONDITIONS: ApiPropertyOptions = {
  type: [GivenConditionsView],
  required: false,
  description: 'What its giver attached, each by itself: a use is permitted only where every one permits it.',
};

/** What an earlier answer told and its giver lets travel on: put there by the desk. */
export class EarlierFactView {
  @ApiProperty({ example: 'QM' }) readonly giver!: string;
  @ApiProperty({ example: 'export' }) readonly kind!: string;
  @ApiProperty({ required: false, example: '2009' }) readonly on?: string;
  @ApiProperty({ required: false, enum: COMPONENT_PARTS, description: 'The part it concerns.' }) readonly component?: string;
  @ApiProperty({ required: false, description: 'It rests on nothing but what somebody stated.' }) readonly isHearsay?: boolean;
  @ApiProperty({ required: false, example: 'QM' }) readonly fromState?: string;
  @ApiProperty({ required: false, example: 'QN' }) readonly state?: string;
  @ApiProperty({ required: false, type: EarlierPartyView }) readonly party?: EarlierPartyView;
  @ApiProperty(CONDITIONS) readonly conditions?: readonly GivenConditionsView[];
  @ApiProperty({ required: false, type: CarriedConsentView, description: 'Where it is here by consent of its giver.' })
  readonly consent?: CarriedConsentView;
}

/** A fact of an earlier answer that its giver does not permit for the purpose of the disclosure. */
export class WithheldFactView {
  @ApiProperty({ example: 'QM' }) readonly giver!: string;
  @ApiProperty({ example: 'export' }) readonly kind!: string;
  @ApiProperty({ enum: WITHHOLDING }) readonly rule!: string;
  @ApiProperty({ example: '15(b)' }) readonly paragraph!: string;
  @ApiProperty(CONDITIONS) readonly conditions?: readonly GivenConditionsView[];
}

/** What was asked. Protected: only under a disclosure. */
export class QuestionView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ type: QuestionDto }) readonly question!: object;
  @ApiProperty({ type: [EarlierFactView], description: 'What earlier answers about the weapon told.' })
  readonly earlier!: readonly EarlierFactView[];
  @ApiProperty({ type: [WordsView] }) readonly words!: readonly WordsView[];
  @ApiProperty({ type: [WithheldSectionView], description: 'Sections left out for the purpose stated; files go with them.' })
  readonly withheld!: readonly WithheldSectionView[];

  @ApiProperty({ type: [WithheldFactView], description: 'Facts of earlier answers kept back for the purpose stated.' })
  readonly earlierWithheld!: readonly WithheldFactView[];

  /** From here on the content is what the reader was promised: it leaves its seal. */
  static of({ requestId, question, words, withheld, withheldFacts }: OpenedQuestion): QuestionView {
    const { earlier = [], ...asked } = question.reveal();
    return {
      requestId,
      question: asSent(asked),
      earlier,
      words: words.map(({ isWithheld = false, ...said }) => ({ ...said, text: said.text.reveal(), withheld: isWithheld })),
      withheld: withheld.map(({ section, rule }) => ({
        section,
        rule,
        paragraph: USE_RULES[rule].paragraph,
        purposes: asked.restrictions?.purposes ?? [],
      })),
      earlierWithheld: withheldFacts.map((fact) => ({ ...fact, paragraph: USE_RULES[fact.rule].paragraph })),
    };
  }
}

/** An item under the number it is known by in corrections, consents and contradictions. */
export class NumberedItemView extends ResponseItemDto {
  @ApiProperty({ example: '1.2', description: 'The round of its response, and its place in it.' }) readonly number!: string;
  @ApiProperty({
    required: false,
    enum: SERIAL_MATCHES,
    description: 'How the serial number of the record compares with the one read.',
  })
  readonly serialMatch?: string;
}

/** An item that its giver does not permit for the purpose of the disclosure: what it tells is kept back (ITI 15). */
export class WithheldItemView {
  @ApiProperty({ example: '1.2' }) readonly number!: string;
  @ApiProperty({ enum: [...Object.keys(ITEM_KINDS), 'point_of_diversion'] }) readonly kind!: string;
  @ApiProperty({ enum: WITHHOLDING }) readonly rule!: string;
  @ApiProperty({ example: '15(b)' }) readonly paragraph!: string;
  @ApiProperty({ type: [String], description: 'The authorities designated under 15(a): it is shown to their people.' })
  readonly authorities!: readonly string[];
  @ApiProperty({
    enum: INTENDED_USES,
    isArray: true,
    description: 'The purposes permitted; read it under a disclosure for one of them.',
  })
  readonly purposes!: readonly string[];
}

/** Two items that tell the same event differently: both stand. */
export class ConflictView {
  @ApiProperty({ type: [String], example: ['1.1', '2.1'] }) readonly between!: readonly string[];
  @ApiProperty({ enum: CONFLICT_SUBJECTS, isArray: true }) readonly about!: readonly string[];
}

/** The period for keeping the records sought, held against the years that are known (ITI 12). */
export class PeriodView {
  @ApiProperty({ enum: Object.keys(RECORD_PERIODS) }) readonly records!: string;
  @ApiProperty({ type: 'integer', example: 30 }) readonly years!: number;
  @ApiProperty({ example: '12(a)' }) readonly paragraph!: string;
  @ApiProperty({ type: 'integer', description: 'The latest year known.' }) readonly year!: number;
  @ApiProperty({ enum: ['answer', 'firearm'], description: 'Said with the answer, or borne by the firearm.' })
  readonly from!: string;
  @ApiProperty({ type: 'integer', description: 'The year in which the period runs out.' }) readonly until!: number;
  @ApiProperty({ description: 'It had not run out when the answer was given.' }) readonly contradicted!: boolean;
}

/** One response with what it says. Protected. */
export class OpenedResponseView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: 'integer' }) readonly round!: number;
  @ApiProperty({ enum: RESPONSE_ACTS, description: 'Given, given while clarifying, or added after the fact.' })
  readonly act!: string;
  @ApiProperty({ enum: RESPONSE_KINDS }) readonly kind!: string;
  @ApiProperty({ type: String, nullable: true, enum: Object.keys(FINDINGS) }) readonly finding!: string | null;
  @ApiProperty({ type: String, nullable: true, enum: LIMITATION_GROUNDS }) readonly ground!: string | null;
  @ApiProperty(INSTANT) readonly respondedAt!: Date;
  @ApiProperty({ type: [NumberedItemView] }) readonly items!: readonly object[];
  @ApiProperty({ type: [WithheldItemView] }) readonly withheld!: readonly WithheldItemView[];
  @ApiProperty({ type: PointOfDiversionDto, required: false }) readonly pointOfDiversion?: object;
  @ApiProperty({ type: PeriodView, required: false }) readonly lapsedPeriod?: PeriodView;
  @ApiProperty({ type: [CandidateDto], required: false, description: 'Firearms that could be meant, under 15(a).' })
  readonly candidates?: readonly object[];
  @ApiProperty({ required: false }) readonly receivedBefore?: boolean;
  @ApiProperty({ required: false }) readonly reasons?: string;
  @ApiProperty({ required: false, enum: RESTRICTIONS_ON_USE, isArray: true }) readonly reasonsRestrictions?: readonly string[];
  @ApiProperty({ required: false }) readonly remarks?: string;

  static of({ content, withheld, serialMatches, period, ...open }: ReadResponse): OpenedResponseView {
    const { items, lapsedPeriod: _, ...rest } = content.reveal();
    const rules = new Map(withheld.map(({ number, rule }) => [number, rule]));
    const numbered = numberedItems([{ round: open.round, items }]);
    return {
      ...open,
      ...rest,
      ...(period && { lapsedPeriod: period }),
      items: numbered
        .filter(({ number }) => !rules.has(number))
        .map(({ number, item }) => ({
          number,
          ...item,
          ...(serialMatches.has(number) && { serialMatch: serialMatches.get(number) }),
        })),
      withheld: withheld.map(({ number, rule }) => {
        const item = numbered.find((each) => each.number === number)?.item;
        return {
          number,
          kind: item?.kind ?? 'point_of_diversion',
          rule,
          paragraph: USE_RULES[rule].paragraph,
          authorities: item?.authorities ?? [],
          purposes: item?.purposes ?? [],
        };
      }),
    };
  }
}

export class ResponseListView {
  @ApiProperty({ type: [OpenedResponseView] }) readonly items!: readonly OpenedResponseView[];
  @ApiProperty({ type: [ConflictView] }) readonly conflicts!: readonly ConflictView[];

  static of(responses: readonly ReadResponse[]): ResponseListView {
    const given = responses.map(({ round, content }) => ({ round, items: content.reveal().items }));
    return { items: responses.map((response) => OpenedResponseView.of(response)), conflicts: conflictsIn(numberedItems(given)) };
  }
}

/** One act of the request's history, from the log. */
export class TimelineEntryView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty(INSTANT) readonly occurredAt!: string;
  @ApiProperty({ example: 'alteration' }) readonly class!: string;
  @ApiProperty({ example: 'tracing_request.acknowledged' }) readonly action!: string;
  @ApiProperty({ example: 'QM' }) readonly state!: string;
  @ApiProperty({ example: 'contact_point', description: 'The role of the person, or the process.' }) readonly capacity!: string;
  @ApiProperty({ enum: ['done', 'denied'] }) readonly outcome!: string;
  @ApiProperty({ type: Object, additionalProperties: true }) readonly facts!: object;
  @ApiProperty({ format: 'uuid', required: false, description: 'Only where the own State acted.' }) readonly personId?: string;
  @ApiProperty({ type: 'integer', nullable: true, description: 'The number in the log; null until it is sequenced.' })
  readonly number!: number | null;
}

export class TimelineView {
  @ApiProperty({ type: [TimelineEntryView] }) readonly items!: readonly TimelineEntryView[];
}
