import { ApiProperty } from '@nestjs/swagger';
import { stateCode, type StateCode } from '@tracedesk/kernel';
import { Line, Narrative, OneOf, Uuid, WholeNumber } from '@tracedesk/platform';
import {
  PRACTICE_KINDS,
  type MarkingPractice,
  type PracticeDetails,
  type PracticeKind,
  type PracticeSearch,
} from '../marking-practice.js';
import { KnownState } from './known-state.decorator.js';

const LINE = 200;
const WORDS = 2_000;
const YEARS = { min: 1500, max: 2100 };

/** What is looked for: each that is given narrows the search. */
export class MarkingPracticesQuery {
  @OneOf(PRACTICE_KINDS, { optional: true })
  readonly kind?: PracticeKind;

  @KnownState({ optional: true })
  readonly state?: string;

  toSearch(): PracticeSearch {
    const { kind, state } = this;
    return { ...(kind && { kind }), ...(state && { state: stateCode(state) }) };
  }
}

/** The same with words: they may be those of a mark that was read on a weapon, so they are sent in a body, never in an address. */
export class SearchMarkingPracticesDto extends MarkingPracticesQuery {
  @Line(LINE, { optional: true, description: 'Every word stands somewhere in the practice.' })
  readonly q?: string;

  override toSearch(): PracticeSearch {
    return { ...super.toSearch(), ...(this.q && { q: this.q }) };
  }
}

/** The id in a practice's address. */
export class MarkingPracticeIdParam {
  @Uuid()
  readonly id!: string;
}

/** How the own State marks arms. A change says it anew: what is left out is not said. */
export class MarkingPracticeDto {
  @OneOf(PRACTICE_KINDS)
  readonly kind!: PracticeKind;

  @Narrative(WORDS, { example: 'A crowned V in an oval, 4 mm high, followed by two digits of the year.' })
  readonly looksLike!: string;

  @Line(LINE, { optional: true, nullable: true, example: 'V 04' })
  readonly example?: string | null;

  @Line(LINE, { optional: true, nullable: true, example: 'Left side of the frame, above the trigger' })
  readonly place?: string | null;

  @WholeNumber({ ...YEARS, optional: true, nullable: true })
  readonly sinceYear?: number | null;

  @WholeNumber({ ...YEARS, optional: true, nullable: true })
  readonly untilYear?: number | null;

  @Line(LINE, { example: 'Decree 12/1998 on the marking of firearms, annex B' })
  readonly source!: string;

  toDetails(): PracticeDetails {
    const { kind, looksLike, example = null, place = null, sinceYear = null, untilYear = null, source } = this;
    return { kind, looksLike, example, place, sinceYear, untilYear, source };
  }
}

/** A practice as the API shows it. Its pictures have an address of their own. */
export class MarkingPracticeView implements MarkingPractice {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ type: String, example: 'QM' }) readonly state!: StateCode;
  @ApiProperty({ enum: PRACTICE_KINDS }) readonly kind!: PracticeKind;
  @ApiProperty() readonly looksLike!: string;
  @ApiProperty({ type: String, nullable: true }) readonly example!: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly place!: string | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly sinceYear!: number | null;
  @ApiProperty({ type: 'integer', nullable: true }) readonly untilYear!: number | null;
  @ApiProperty() readonly source!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: String, format: 'date-time' }) readonly updatedAt!: Date;
}
