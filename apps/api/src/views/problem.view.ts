import { ApiProperty } from '@nestjs/swagger';

/** One fault of what was sent. */
export class FaultView {
  @ApiProperty({ example: 'question.find.on', description: 'The full path of the field.' }) readonly field!: string;
  @ApiProperty({ example: 'DATE_IN_FUTURE' }) readonly code!: string;
  @ApiProperty({ description: "What it means, in the reader's language." }) readonly detail!: string;
  @ApiProperty({ required: false, description: 'What would be right, in English for programmers.' }) readonly help?: string;
  @ApiProperty({ required: false, type: Object, additionalProperties: true }) readonly details?: object;
}

/** RFC 9457 problem details, with a stable code. */
export class ProblemView {
  @ApiProperty({ format: 'uri-reference', example: '/problems/version-conflict' }) readonly type!: string;
  @ApiProperty() readonly title!: string;
  @ApiProperty({ example: 412 }) readonly status!: number;
  @ApiProperty() readonly detail!: string;
  @ApiProperty({ example: 'VERSION_CONFLICT', description: 'Stable: its meaning never changes.' }) readonly code!: string;
  @ApiProperty({ description: 'Finds this answer in the log.' }) readonly instance!: string;
  @ApiProperty({ required: false, example: 'question.find.circumstances' }) readonly field?: string;
  @ApiProperty({ required: false, example: '17(a)', description: 'The paragraph of the International Tracing Instrument.' })
  readonly paragraph?: string;
  @ApiProperty({ required: false, type: Object, additionalProperties: true }) readonly details?: object;
  @ApiProperty({ required: false, type: () => [FaultView] }) readonly errors?: readonly FaultView[];
}
