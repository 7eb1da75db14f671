import { ApiProperty } from '@nestjs/swagger';

const INSTANT = { type: String, format: 'date-time' } as const;

export class CalendarFeedView {
  @ApiProperty({ ...INSTANT, nullable: true, description: 'Null: there is none.' }) readonly madeAt!: Date | null;
}

export class MadeCalendarFeedView {
  @ApiProperty({
    example: 'https://desk.example.org/calendar/3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.ics',
    description: 'A secret, told this once.',
  })
  readonly address!: string;
  @ApiProperty(INSTANT) readonly madeAt!: Date;
}
