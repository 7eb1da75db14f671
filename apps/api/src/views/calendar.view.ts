import { ApiProperty } from '@nestjs/swagger';
import { CLOCK_NAMES } from '@tracedesk/deadlines';
import { HolidayDto } from '@tracedesk/tracing';

const INSTANT = { type: String, format: 'date-time' } as const;
const NO_DAY = { type: String, format: 'date', nullable: true } as const;

/** By which days a State counts. */
export class CalendarView {
  @ApiProperty({ example: 'QM' }) readonly state!: string;
  @ApiProperty({ type: 'integer', description: '0: the State has entered none; Saturday and Sunday are free.' })
  readonly version!: number;
  @ApiProperty({ example: 'Europe/Paris' }) readonly timeZone!: string;
  @ApiProperty({ type: [Number], example: [6, 7], description: 'Monday is 1.' }) readonly weekend!: readonly number[];
  @ApiProperty({ type: [HolidayDto] }) readonly holidays!: readonly HolidayDto[];
  @ApiProperty() readonly source!: string;
  @ApiProperty(NO_DAY) readonly coveredUntil!: string | null;
  @ApiProperty({ ...NO_DAY, description: 'A warning: the first of the next 90 days that is not covered.' })
  readonly uncoveredFrom!: string | null;
}

/** A date that a correction moves. */
export class TouchedDeadlineView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX4' }) readonly reference!: string;
  @ApiProperty({ enum: CLOCK_NAMES }) readonly clock!: string;
  @ApiProperty(INSTANT) readonly dueBefore!: string;
  @ApiProperty(INSTANT) readonly dueAt!: string;
  @ApiProperty({ description: 'Missed by the date before: it stays so.' }) readonly missed!: boolean;
}

export class CalendarCorrectionView {
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: [TouchedDeadlineView] }) readonly touched!: readonly TouchedDeadlineView[];
}
