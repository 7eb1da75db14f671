import { ApiProperty } from '@nestjs/swagger';
import { CERTAINTIES, FAILURE_CAUSES, TRACEABILITY_RULES } from '@tracedesk/firearms';
import { AUDIENCES, NOTICE_KINDS } from '@tracedesk/notifications';
import type { TraceabilityReport } from '@tracedesk/tracing';
import { WhatNoticeIsAbout } from './what-notice-is-about.view.js';

const INSTANT = { type: String, format: 'date-time' } as const;

/** A sitting in which protected content of one subject is open to one person. */
export class DisclosureView {
  @ApiProperty({ format: 'uuid', description: 'For the header `Disclosure` of protected reads.' }) readonly id!: string;
  @ApiProperty(INSTANT) readonly expiresAt!: Date;
  @ApiProperty({ example: 'assigned', description: 'The rule it was permitted under.' }) readonly rule!: string;
}

export class TraceabilityFindingView {
  @ApiProperty({ enum: Object.keys(TRACEABILITY_RULES) }) readonly rule!: string;
  @ApiProperty({ enum: ['warning', 'advice'] }) readonly severity!: string;
  @ApiProperty({ example: 'question.firearm.calibre', description: 'What would have to change to cure it.' })
  readonly field!: string;
  @ApiProperty({ enum: Object.keys(FAILURE_CAUSES), description: 'The published cause of failure, which orders the findings.' })
  readonly cause!: string;
  @ApiProperty({ description: 'Where that cause is published.' }) readonly source!: string;
  @ApiProperty({ enum: CERTAINTIES, description: 'How sure the finding is.' }) readonly certainty!: string;
  @ApiProperty({
    enum: ['description', 'override'],
    nullable: true,
    description:
      'How it is answered: by the reason given in the description, or by an override. A certain or likely warning that is not stops the submission.',
  })
  readonly answered!: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'Why it was overridden: protected, shown under a disclosure alone.' })
  readonly because!: string | null;
}

/** An earlier question of the own State's about what may be the same weapon. */
export class AskedBeforeView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ example: 'TD-7K3F-92QX-4V8' }) readonly reference!: string;
  @ApiProperty({ type: String, nullable: true, example: 'QM' }) readonly requestedState!: string | null;
  @ApiProperty() readonly status!: string;
  @ApiProperty({ enum: CERTAINTIES }) readonly certainty!: string;
}

/** What would make the trace fail, for one version of a draft. */
export class TraceabilityReportView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ type: 'integer' }) readonly checkedVersion!: number;
  @ApiProperty({ type: [TraceabilityFindingView] }) readonly findings!: readonly TraceabilityFindingView[];
  @ApiProperty({
    type: [AskedBeforeView],
    description: 'A second look at a weapon: the serial number is the same but for look-alikes.',
  })
  readonly askedBefore!: readonly AskedBeforeView[];
  @ApiProperty({
    description: 'Whether the own State asked about the weapon since the check was last read: then it has to be read again.',
  })
  readonly askedSinceRead!: boolean;

  static of({ findings, ...report }: TraceabilityReport): TraceabilityReportView {
    return { ...report, findings: findings.map((one) => ({ ...one, because: one.because?.reveal() ?? null })) };
  }
}

/** Something happened to a request: which and what, never what was said. */
export class NoticeView extends WhatNoticeIsAbout {
  @ApiProperty({ format: 'uuid' }) readonly id!: string;
  @ApiProperty({ enum: NOTICE_KINDS }) readonly kind!: string;
  @ApiProperty({ type: String, nullable: true }) readonly clock!: string | null;
  @ApiProperty({ type: 'integer', nullable: true, example: 80, description: 'How many per cent of the period had run.' })
  readonly share!: number | null;
  @ApiProperty({ enum: AUDIENCES, description: 'For whom of the State it is meant.' }) readonly audience!: string;
  @ApiProperty(INSTANT) readonly createdAt!: Date;
  @ApiProperty({ ...INSTANT, nullable: true }) readonly readAt!: Date | null;
}

export class NoticeListView {
  @ApiProperty({ type: [NoticeView] }) readonly items!: readonly NoticeView[];
  @ApiProperty({ type: 'integer' }) readonly unread!: number;
}

export class NoticesReadView {
  @ApiProperty({ type: 'integer', description: 'How many were marked.' }) readonly read!: number;
}

/** What the business clock of a demonstration shows now. */
export class ClockView {
  @ApiProperty(INSTANT) readonly now!: Date;
}
