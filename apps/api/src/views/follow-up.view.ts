import { ApiProperty } from '@nestjs/swagger';
import { ONWARD_RULES } from '@tracedesk/tracing';
import { ConsentView } from './consent.view.js';
import { RequestSummaryView } from './request-summary.view.js';

/** Where a fact comes from and why it is carried or withheld: a name and a rule, never what it says. */
export class FollowUpFactView {
  @ApiProperty({ format: 'uuid' }) readonly sourceRequestId!: string;
  @ApiProperty({ example: '1.1.2' }) readonly name!: string;
  @ApiProperty({ example: 'QN' }) readonly giver!: string;
  @ApiProperty({ enum: Object.keys(ONWARD_RULES) }) readonly rule!: string;
  @ApiProperty({ example: '15(c)' }) readonly paragraph!: string;
  @ApiProperty() readonly carried!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly consentId!: string | null;
  @ApiProperty({ type: String, enum: ['granted', 'withdrawn', 'ended'], nullable: true }) readonly consentStatus!: string | null;
}

export class FollowUpFactsView {
  @ApiProperty({ type: [FollowUpFactView] }) readonly items!: readonly FollowUpFactView[];
}

/** The draft of the next request, what it carries and what was kept back. */
export class FollowUpView {
  @ApiProperty({ type: RequestSummaryView }) readonly request!: RequestSummaryView;
  @ApiProperty({ type: [FollowUpFactView] }) readonly facts!: readonly FollowUpFactView[];
  @ApiProperty({ type: [ConsentView], description: 'Asked for with this draft.' }) readonly consents!: readonly ConsentView[];
}
