import { ApiProperty } from '@nestjs/swagger';
import { CLOCK_NAMES } from '@tracedesk/deadlines';

const INSTANT = { type: String, format: 'date-time' } as const;

/** Where the lengths of a profile come from. Only what was read in the provision itself is called law. */
export class ProfileSourceView {
  @ApiProperty({ enum: ['policy', 'law', 'agreement'] }) readonly kind!: string;
  @ApiProperty({ example: 'System policy; the ITI sets no number (paras 18–19)' }) readonly sentence!: string;
  @ApiProperty({ example: 'ITI 18, 19' }) readonly citation!: string;
  @ApiProperty({
    enum: CLOCK_NAMES,
    isArray: true,
    required: false,
    description: 'The clocks whose lengths it sets; left out: all.',
  })
  readonly clocks?: readonly string[];
}

export class ExplainedProfileView {
  @ApiProperty({ example: 'ITI-DEFAULT' }) readonly id!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: ProfileSourceView }) readonly source!: ProfileSourceView;
}

/** How a due date was worked out. */
export class ExplanationView {
  @ApiProperty({ enum: CLOCK_NAMES }) readonly clock!: string;
  @ApiProperty({ example: 'QM' }) readonly actingState!: string;
  @ApiProperty({ example: 'Europe/Paris' }) readonly timeZone!: string;
  @ApiProperty({ type: ExplainedProfileView }) readonly profile!: ExplainedProfileView;
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true, required: ['line'], properties: { line: { type: 'string' } } },
    description: 'The steps in the order in which a person would work the date out. `line` says which step it is.',
  })
  readonly lines!: readonly object[];
  @ApiProperty({ ...INSTANT, description: 'What the derivation gives.' }) readonly dueAt!: string;
  @ApiProperty({ ...INSTANT, description: 'What the record holds: the same, or one of the two is wrong.' })
  readonly storedDueAt!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'All the date is computed from: the zone and the intervals, each count with its term, pause rule and calendar.',
  })
  readonly derivation!: object;
}
