import { ApiProperty } from '@nestjs/swagger';
import {
  CLOCK_NAMES,
  PRIORITIES,
  PROFILE_ACT_NAMES,
  STANDINGS,
  TOLD,
  UNITS,
  asDeadlineProfile,
  escalationOf,
  periodsOf,
  type BilateralProfile,
  type DeadlineProfile,
  type Escalation,
  type PausePolicy,
  type Period,
} from '@tracedesk/deadlines';
import type { ProfileReading } from '@tracedesk/tracing';
import { ProfileSourceView } from './explanation.view.js';

const INSTANT = { type: String, format: 'date-time' } as const;
const NO_INSTANT = { ...INSTANT, nullable: true } as const;

export class PeriodView {
  @ApiProperty({ enum: UNITS }) readonly unit!: string;
  @ApiProperty({ type: 'integer', description: '0 calendar days: the same day.' }) readonly length!: number;
  @ApiProperty({ enum: ['receipt', 'act'] }) readonly start!: string;
}

export class ClockPeriodsView {
  @ApiProperty({ enum: CLOCK_NAMES }) readonly clock!: string;
  @ApiProperty({ type: PeriodView }) readonly routine!: Period;
  @ApiProperty({ type: PeriodView }) readonly urgent!: Period;
  @ApiProperty({ type: PeriodView, required: false }) readonly urgentDirect?: Period;
}

export class EscalationStepView {
  @ApiProperty({ type: 'integer', description: 'Per cent of the running time; 100 is the due instant.' }) readonly share!: number;
  @ApiProperty({ enum: TOLD, isArray: true }) readonly tells!: readonly string[];
}

export class EscalationView {
  @ApiProperty({ enum: PRIORITIES }) readonly priority!: string;
  @ApiProperty({ type: [EscalationStepView] }) readonly steps!: Escalation;
}

/** How long the clocks of a request are, and where that comes from. */
export class DeadlineProfileView {
  @ApiProperty({ example: 'ITI-DEFAULT' }) readonly id!: string;
  @ApiProperty({ type: 'integer' }) readonly version!: number;
  @ApiProperty({ type: ProfileSourceView }) readonly source!: DeadlineProfile['source'];
  @ApiProperty({ type: [String], description: 'Requests on these legal bases; empty: on any.' })
  readonly legalBases!: readonly string[];
  @ApiProperty({ type: [String], description: 'Requests of these priorities; empty: of any.' })
  readonly priorities!: readonly string[];
  @ApiProperty({ type: [ClockPeriodsView] }) readonly periods!: readonly ClockPeriodsView[];
  @ApiProperty({ enum: ['pauses', 'does_not_pause', 'capped'] }) readonly pauses!: string;
  @ApiProperty({ type: 'integer', required: false, description: 'With `capped`: so many days altogether.' })
  readonly capDays?: number;
  @ApiProperty({
    type: [EscalationView],
    description: 'Who is told as a period runs out. Of a miss both States are told always.',
  })
  readonly escalation!: readonly EscalationView[];
  @ApiProperty({ enum: ['recorded', 'reasons_expected'] }) readonly onMiss!: string;
  @ApiProperty({ description: 'False: known because records name it, never chosen for a new request.' })
  readonly selectable!: boolean;

  static of(profile: DeadlineProfile): DeadlineProfileView {
    const { id, version, source, appliesTo, periods, pauses, onMiss, selectable } = profile;
    return {
      id,
      version,
      source,
      legalBases: appliesTo.legalBases ?? [],
      priorities: appliesTo.priorities ?? [],
      periods: CLOCK_NAMES.map((clock) => {
        const { routine, urgent, urgent_direct: urgentDirect } = periodsOf({ periods }, clock);
        return { clock, routine, urgent, ...(urgentDirect && { urgentDirect }) };
      }),
      ...pausesOf(pauses),
      escalation: PRIORITIES.map((priority) => ({ priority, steps: escalationOf(profile, priority) })),
      onMiss,
      selectable,
    };
  }
}

/** What one State proposed to another, and what became of it. */
export class BilateralProfileView extends DeadlineProfileView {
  @ApiProperty({ example: 'QR' }) readonly proposingState!: string;
  @ApiProperty({ example: 'QM' }) readonly otherState!: string;
  @ApiProperty({ enum: STANDINGS }) readonly standing!: string;
  @ApiProperty({ type: 'integer', description: 'Of several that fit a request the lowest comes first.' })
  readonly precedence!: number;
  @ApiProperty(INSTANT) readonly proposedAt!: Date;
  @ApiProperty(NO_INSTANT) readonly answeredAt!: Date | null;
  @ApiProperty(NO_INSTANT) readonly endedAt!: Date | null;
  @ApiProperty({ enum: PROFILE_ACT_NAMES, isArray: true, description: 'What the reader may do about it now.' })
  readonly acts!: readonly string[];

  static seen(reading: BilateralProfile & { readonly acts?: ProfileReading['acts'] }): BilateralProfileView {
    const { proposingState, otherState, standing, terms, proposedAt, answeredAt, endedAt, acts = [] } = reading;
    const { precedence } = terms;
    const profile = DeadlineProfileView.of(asDeadlineProfile(reading));
    return { ...profile, proposingState, otherState, standing, precedence, proposedAt, answeredAt, endedAt, acts };
  }
}

export class DeadlineProfileListView {
  @ApiProperty({ type: [DeadlineProfileView] }) readonly shipped!: readonly DeadlineProfileView[];
  @ApiProperty({ type: [BilateralProfileView] }) readonly bilateral!: readonly BilateralProfileView[];
}

export class DeadlineProfileVersionsView {
  @ApiProperty({ type: [BilateralProfileView], description: 'The newest version first.' })
  readonly items!: readonly BilateralProfileView[];
}

function pausesOf(pauses: PausePolicy): { readonly pauses: string; readonly capDays?: number } {
  return typeof pauses === 'object' ? { pauses: 'capped', capDays: pauses.cappedDays } : { pauses };
}
