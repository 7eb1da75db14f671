import { ApiProperty } from '@nestjs/swagger';
import { CONSENT_STANDINGS, FACT_STANDINGS, ONWARD_RULES, type FollowUpFactNow, type FollowUpPreview } from '@tracedesk/tracing';
import { ConsentView } from './consent.view.js';
import { EarlierFactView, WITHHOLDING } from './content.view.js';
import { RequestSummaryView } from './request-summary.view.js';

const WITHHELD_BY = {
  type: String,
  enum: WITHHOLDING,
  nullable: true,
  description: 'The rule by which its giver keeps it from the purpose of the disclosure (ITI 15).',
} as const;

/** Where a fact comes from and why it is carried or withheld: a name and a rule, never what it says. */
export class FollowUpFactView {
  @ApiProperty({ format: 'uuid' }) readonly sourceRequestId!: string;
  @ApiProperty({ example: '1.1.2' }) readonly name!: string;
  @ApiProperty({ example: 'QN' }) readonly giver!: string;
  @ApiProperty({ enum: Object.keys(ONWARD_RULES) }) readonly rule!: string;
  @ApiProperty({ example: '15(c)' }) readonly paragraph!: string;
  @ApiProperty() readonly carried!: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: 'The consent it is carried by, or that was last asked for it and the State asked.',
  })
  readonly consentId!: string | null;
  @ApiProperty({ type: String, enum: CONSENT_STANDINGS, nullable: true }) readonly consentStatus!: string | null;
}

/** The same, as it stands now. */
export class FollowUpFactNowView extends FollowUpFactView {
  @ApiProperty({ type: String, nullable: true, example: 'TD-7K3F-92QX-4V8' }) readonly sourceReference!: string | null;
  @ApiProperty({
    enum: FACT_STANDINGS,
    description: 'Of a draft: whether it stays in, must be taken out, may be taken in, or stays out.',
  })
  readonly standing!: string;
  @ApiProperty({
    type: String,
    enum: Object.keys(ONWARD_RULES),
    nullable: true,
    description: 'Of a draft: the rule that holds now, where it is another one.',
  })
  readonly ruleNow!: string | null;
  @ApiProperty({ type: EarlierFactView, nullable: true, description: 'What it says: protected, shown under a disclosure alone.' })
  readonly fact!: EarlierFactView | null;
  @ApiProperty(WITHHELD_BY) readonly withheldBy!: string | null;
}

export class FollowUpFactsView {
  @ApiProperty({ type: [FollowUpFactNowView] }) readonly items!: readonly FollowUpFactNowView[];

  static of(facts: readonly FollowUpFactNow[]): FollowUpFactsView {
    return { items: facts.map((one) => ({ ...one, fact: one.fact?.reveal() ?? null })) };
  }
}

/** A fact of an earlier answer, weighed for the State asked next. Protected. */
export class WeighedFactView extends FollowUpFactView {
  @ApiProperty({ example: 'TD-7K3F-92QX-4V8' }) readonly sourceReference!: string;
  @ApiProperty({ type: EarlierFactView, nullable: true, description: 'What it says; null where it is kept back.' })
  readonly fact!: EarlierFactView | null;
  @ApiProperty(WITHHELD_BY) readonly withheldBy!: string | null;
}

/** What a request to the next State would carry, before it is drafted. Protected. */
export class FollowUpPreviewView {
  @ApiProperty({ format: 'uuid' }) readonly requestId!: string;
  @ApiProperty({ type: [String], example: ['QN'], description: 'Where the answers point, other than to States that were asked.' })
  readonly nextStates!: readonly string[];
  @ApiProperty({ type: String, nullable: true, example: 'QN' }) readonly requestedState!: string | null;
  @ApiProperty({ type: [WeighedFactView] }) readonly facts!: readonly WeighedFactView[];

  static of({ facts, ...preview }: FollowUpPreview): FollowUpPreviewView {
    return { ...preview, facts: facts.map((one) => ({ ...one, fact: one.fact?.reveal() ?? null })) };
  }
}

/** The draft of the next request, what it carries and what was kept back. */
export class FollowUpView {
  @ApiProperty({ type: RequestSummaryView }) readonly request!: RequestSummaryView;
  @ApiProperty({ type: [FollowUpFactView] }) readonly facts!: readonly FollowUpFactView[];
  @ApiProperty({
    type: [String],
    description: 'Parts of the question that were not taken over: a text in them tells what may not travel.',
  })
  readonly leftOut!: readonly string[];
  @ApiProperty({ type: [ConsentView], description: 'Asked for with this draft.' }) readonly consents!: readonly ConsentView[];
}
