import { ApiProperty } from '@nestjs/swagger';
import { DELIVERY_ERRORS, DELIVERY_STATUSES, NOTICE_KINDS } from '@tracedesk/notifications';
import { WhatNoticeIsAbout } from './what-notice-is-about.view.js';

const INSTANT = { type: String, format: 'date-time' } as const;
const NO_INSTANT = { ...INSTANT, nullable: true } as const;

export class RecipientView {
  @ApiProperty({ enum: ['office', 'person'] }) readonly kind!: string;
  @ApiProperty() readonly name!: string;
  @ApiProperty({ example: 't…@qm.example', description: 'Masked.' }) readonly address!: string;
  @ApiProperty({ description: 'Whether they answer today: nothing goes to one that does not.' }) readonly answers!: boolean;
}

/** One message that says there is a notice, and what became of it. */
export class DeliveryView extends WhatNoticeIsAbout {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: NOTICE_KINDS, description: 'Of its notice; the message does not say it.' }) readonly kind!: string;
  @ApiProperty({ type: String, nullable: true }) readonly clock!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 80 }) readonly share!: number | null;
  @ApiProperty({ type: RecipientView }) readonly recipient!: RecipientView;
  @ApiProperty({ enum: DELIVERY_STATUSES }) readonly status!: string;
  @ApiProperty({ type: 'integer', description: 'Of this round.' }) readonly attempts!: number;
  @ApiProperty({ type: 'integer', description: '1, and one more each time it was sent again on request.' })
  readonly round!: number;
  @ApiProperty({ enum: DELIVERY_ERRORS, nullable: true, description: "Never the mail server's words." })
  readonly lastError!: string | null;
  @ApiProperty(INSTANT) readonly createdAt!: Date;
  @ApiProperty({ ...NO_INSTANT, description: 'While it waits: not before.' }) readonly nextAttemptAt!: Date | null;
  @ApiProperty(NO_INSTANT) readonly sentAt!: Date | null;
}

export class DeliveryPageView {
  @ApiProperty({ type: [DeliveryView] }) readonly items!: readonly DeliveryView[];
  @ApiProperty({ type: String, nullable: true, description: '`cursor` of the next page; null on the last.' })
  readonly next!: string | null;
}
