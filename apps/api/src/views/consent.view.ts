import { ApiProperty } from '@nestjs/swagger';
import { CONSENT_ACTS, CONSENT_STATUSES, CONSENT_USES, RECIPIENT_KINDS, type ConsentWords } from '@tracedesk/confidentiality';

const INSTANT = { type: String, format: 'date-time' } as const;
const MAYBE_INSTANT = { ...INSTANT, nullable: true } as const;

class RecipientView {
  @ApiProperty({ enum: RECIPIENT_KINDS }) readonly kind!: string;
  @ApiProperty({ required: false, example: 'QS', description: 'Of kind state. The name of an authority is protected.' })
  readonly state?: string;
}

class ConsentDeadlineView {
  @ApiProperty({ enum: ['runs', 'paused', 'settled', 'off'] }) readonly state!: string;
  @ApiProperty({ example: 'QN' }) readonly actingState!: string;
  @ApiProperty({ example: 'UTC' }) readonly timeZone!: string;
  @ApiProperty(INSTANT) readonly dueAt!: Date;
  @ApiProperty(MAYBE_INSTANT) readonly settledAt!: Date | null;
  @ApiProperty(MAYBE_INSTANT) readonly missedAt!: Date | null;
  @ApiProperty() readonly overdue!: boolean;
  @ApiProperty({ example: 'ITI-DEFAULT' }) readonly profile!: string;
}

/** Leave to use information beyond what was given with it: what both States see without a disclosure. */
export class ConsentView {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ format: 'uuid', description: 'The request under which the information was given.' })
  readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX4' }) readonly reference!: string;
  @ApiProperty({ example: 'QR' }) readonly askingState!: string;
  @ApiProperty({ example: 'QN' }) readonly givingState!: string;
  @ApiProperty({ enum: ['asking', 'giving'], description: "The reader's side." }) readonly side!: string;
  @ApiProperty({ enum: CONSENT_USES }) readonly use!: string;
  @ApiProperty({ type: RecipientView }) readonly recipient!: RecipientView;
  @ApiProperty({ enum: CONSENT_STATUSES }) readonly status!: string;
  @ApiProperty({ description: 'Granted, and neither withdrawn nor ended.' }) readonly inForce!: boolean;
  @ApiProperty({ type: [String], example: ['1.1'] }) readonly asked!: readonly string[];
  @ApiProperty({ type: [String], example: ['1.1'] }) readonly granted!: readonly string[];
  @ApiProperty(INSTANT) readonly askedAt!: Date;
  @ApiProperty(MAYBE_INSTANT) readonly decidedAt!: Date | null;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly endsOn!: string | null;
  @ApiProperty(MAYBE_INSTANT) readonly endsAt!: Date | null;
  @ApiProperty(MAYBE_INSTANT) readonly withdrawnAt!: Date | null;
  @ApiProperty({ type: 'integer', description: 'How often a use was entered.' }) readonly uses!: number;
  @ApiProperty(MAYBE_INSTANT) readonly lastUsedAt!: Date | null;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: ConsentDeadlineView, nullable: true }) readonly deadline!: ConsentDeadlineView | null;
  @ApiProperty({ enum: CONSENT_ACTS, isArray: true, description: 'What the reader may do now.' })
  readonly acts!: readonly string[];
}

export class ConsentListView {
  @ApiProperty({ type: [ConsentView] }) readonly items!: readonly ConsentView[];
}

class SaidView {
  @ApiProperty({ example: 'granted' }) readonly act!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ example: 'conditions' }) readonly name!: string;
  @ApiProperty() readonly text!: string;
}

/** What was said about a consent, in the order it was said. Protected. */
export class ConsentWordsView {
  @ApiProperty({ type: [SaidView] }) readonly items!: readonly SaidView[];

  static of(words: readonly ConsentWords[]): ConsentWordsView {
    return { items: words.map(({ text, ...said }) => ({ ...said, text: text.reveal() })) };
  }
}
