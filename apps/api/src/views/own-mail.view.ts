import { ApiProperty } from '@nestjs/swagger';
import { MAIL_WAYS, type MailPreferences, type OwnMail } from '@tracedesk/notifications';

const NO_TEXT = { type: String, nullable: true } as const;

export class MailPreferencesView implements MailPreferences {
  @ApiProperty({ enum: MAIL_WAYS }) readonly byMail!: MailPreferences['byMail'];
  @ApiProperty({ type: 'integer', nullable: true, example: 8 }) readonly digestHour!: number | null;
  @ApiProperty({ ...NO_TEXT, example: '20:00' }) readonly quietFrom!: string | null;
  @ApiProperty({ ...NO_TEXT, example: '07:00' }) readonly quietUntil!: string | null;
  @ApiProperty() readonly urgentThrough!: boolean;
}

/** How the reader is written to; nobody else reads it. */
export class OwnMailView implements OwnMail {
  @ApiProperty({ type: MailPreferencesView }) readonly preferences!: MailPreferencesView;
  @ApiProperty({ ...NO_TEXT, description: 'Proved to be theirs; null: none.' }) readonly address!: string | null;
  @ApiProperty({ ...NO_TEXT, description: 'Waits for its code.' }) readonly askedAddress!: string | null;
  @ApiProperty({ example: 'Europe/Zurich', description: "Of the State's clock, by which the times are meant." })
  readonly timeZone!: string;
}
