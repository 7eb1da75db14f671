import { ApiProperty } from '@nestjs/swagger';
import { ACKNOWLEDGEMENT_FIGURES, ANSWER_FIGURES, RESPONSE_KINDS } from '@tracedesk/tracing';

const DAY = { type: String, format: 'date' } as const;
const counts = (names: readonly string[]): object => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
});

/** How one State kept its dates towards another. */
export class ComplianceFiguresView {
  @ApiProperty({ example: 'QM', description: 'The State that was asked.' }) readonly requestedState!: string;
  @ApiProperty({ example: 'QR', description: 'The State that asked.' }) readonly requestingState!: string;
  @ApiProperty({ type: 'integer' }) readonly requests!: number;
  @ApiProperty({ type: 'integer', description: 'Redirected: counted nowhere else.' }) readonly misrouted!: number;
  @ApiProperty(counts(ACKNOWLEDGEMENT_FIGURES)) readonly acknowledgement!: object;
  @ApiProperty({ ...counts(ANSWER_FIGURES), description: '`silent`: a date passed without a response. A refusal is a response.' })
  readonly answer!: object;
  @ApiProperty({ ...counts(RESPONSE_KINDS), description: 'What the responses were.' }) readonly kinds!: object;
}

/** The figures of a period, and the rows from which anybody works them out again. */
export class ComplianceReportView {
  @ApiProperty(DAY) readonly from!: string;
  @ApiProperty(DAY) readonly to!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: 'The instants `from`, `before` and `asOf`.' })
  readonly period!: object;
  @ApiProperty({ type: [ComplianceFiguresView] }) readonly figures!: readonly object[];
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: 'One per request: open fields only.',
  })
  readonly rows!: readonly object[];
}
