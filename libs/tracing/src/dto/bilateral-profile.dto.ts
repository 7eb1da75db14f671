import {
  LATEST_SHARE,
  TOLD,
  UNITS,
  type EscalationByPriority,
  type Period,
  type PeriodsOfClock,
  type PausePolicy,
  type ProfileTerms,
  type Told,
  type Unit,
} from '@tracedesk/deadlines';
import { stateCode } from '@tracedesk/kernel';
import { Line, ListOf, Nested, OneOf, StateCodeField, WholeNumber } from '@tracedesk/platform';
import type { ProposeProfileCommand } from '../use-cases/propose-profile.service.js';
import { NeededWith } from './goes-with.decorator.js';
import { LEGAL_BASES, PRIORITIES, type LegalBasis, type Priority } from '../tracing-request.js';

const SENTENCE = 240;
const MOST_UNITS = 100_000;
const MOST_PRECEDENCE = 99;
const MOST_STEPS = 12;
const PAUSES = ['pauses', 'does_not_pause', 'capped'] as const;
const ON_MISS = ['recorded', 'reasons_expected'] as const;

/** How long one clock is. */
export class PeriodDto {
  @OneOf(UNITS, { example: 'calendar_days' })
  readonly unit!: Unit;

  @WholeNumber({ min: 0, max: MOST_UNITS, example: 14 })
  readonly length!: number;

  @OneOf(['receipt', 'act'], {
    optional: true,
    description:
      'Counted from the receipt of the request, or from the act that asks for something; left out, as the clock needs it.',
  })
  readonly start?: Period['start'];
}

/** One clock for each urgency. */
export class UrgenciesDto {
  @Nested(() => PeriodDto)
  readonly routine!: PeriodDto;

  @Nested(() => PeriodDto)
  readonly urgent!: PeriodDto;

  @Nested(() => PeriodDto, { optional: true, description: 'Urgent, and the contact point can open the records itself.' })
  readonly urgentDirect?: PeriodDto;

  toPeriods(start: Period['start']): PeriodsOfClock {
    const period = ({ unit, length, start: said = start }: PeriodDto): Period => ({ unit, length, start: said });
    const { routine, urgent, urgentDirect } = this;
    return { routine: period(routine), urgent: period(urgent), ...(urgentDirect && { urgent_direct: period(urgentDirect) }) };
  }
}

export class PeriodsDto {
  @Nested(() => UrgenciesDto)
  readonly acknowledgement!: UrgenciesDto;

  @Nested(() => UrgenciesDto)
  readonly response!: UrgenciesDto;

  @Nested(() => UrgenciesDto)
  readonly information!: UrgenciesDto;

  @Nested(() => UrgenciesDto)
  readonly clarification!: UrgenciesDto;

  @Nested(() => UrgenciesDto, {
    optional: true,
    description: 'Consent to onward release (ITI 15); left out, the policy of the desk.',
  })
  readonly consent?: UrgenciesDto;

  toPeriods(): ProfileTerms['periods'] {
    const { acknowledgement, response, information, clarification, consent } = this;
    return {
      acknowledgement: acknowledgement.toPeriods('receipt'),
      response: response.toPeriods('receipt'),
      information: information.toPeriods('act'),
      clarification: clarification.toPeriods('act'),
      ...(consent && { consent: consent.toPeriods('act') }),
    };
  }
}

/** Who is told at a share of the running time. */
export class EscalationStepDto {
  @WholeNumber({ min: 1, max: LATEST_SHARE, example: 80, description: 'Per cent of the running time; 100 is the due instant.' })
  readonly share!: number;

  @ListOf(TOLD, { min: 1, max: TOLD.length, description: 'On the side that has to act, or on the one that waits.' })
  readonly tells!: readonly Told[];
}

/** Whom a period is brought to as it runs out, in any order. */
export class EscalationDto {
  @ListOf(() => EscalationStepDto, { min: 1, max: MOST_STEPS })
  readonly routine!: readonly EscalationStepDto[];

  @ListOf(() => EscalationStepDto, { min: 1, max: MOST_STEPS })
  readonly urgent!: readonly EscalationStepDto[];

  toEscalation(): EscalationByPriority {
    const steps = (dtos: readonly EscalationStepDto[]) => dtos.map(({ share, tells }) => ({ share, tells }));
    return { routine: steps(this.routine), urgent: steps(this.urgent) };
  }
}

/** How long the clocks of two States' requests are to be, as one of them proposes it. */
export class ProposeProfileDto {
  @StateCodeField({ example: 'QM', description: 'The State it is proposed to.' })
  readonly otherState!: string;

  @Line(40, {
    optional: true,
    example: 'BILATERAL-QM-QR-1',
    description: 'The profile whose next version this is. Left out: a new one.',
  })
  readonly profile?: string;

  @Line(SENTENCE, { example: 'Police cooperation agreement of 4 June 2024, art. 7(2)' })
  readonly sentence!: string;

  @Line(SENTENCE, { example: 'Treaty series 2024/118' })
  readonly citation!: string;

  @ListOf(LEGAL_BASES, { max: LEGAL_BASES.length, description: 'Requests on these bases; none: on any.' })
  readonly legalBases!: readonly LegalBasis[];

  @ListOf(PRIORITIES, { max: PRIORITIES.length, description: 'Requests of these priorities; none: of any.' })
  readonly priorities!: readonly Priority[];

  @WholeNumber({
    min: 1,
    max: MOST_PRECEDENCE,
    example: 10,
    description: 'Of several that fit a request the lowest comes first.',
  })
  readonly precedence!: number;

  @Nested(() => PeriodsDto)
  readonly periods!: PeriodsDto;

  @OneOf(PAUSES, { description: 'What asking for an element of ITI 17 does to the response clock.' })
  readonly pauses!: (typeof PAUSES)[number];

  @NeededWith('pauses', 'capped')
  @WholeNumber({ min: 0, max: MOST_UNITS, description: 'With `capped`: pauses count up to so many days altogether.' })
  readonly capDays?: number;

  @Nested(() => EscalationDto, {
    optional: true,
    description:
      'Who is told as a period runs out; left out, as of every profile that says nothing of it. Both are told of a miss.',
  })
  readonly escalation?: EscalationDto;

  @OneOf(ON_MISS, { description: 'What a missed clock asks of the State it ran against.' })
  readonly onMiss!: (typeof ON_MISS)[number];

  toCommand(): ProposeProfileCommand {
    return { otherState: stateCode(this.otherState), profile: this.profile ?? null, terms: this.#terms() };
  }

  #terms(): ProfileTerms {
    const { sentence, citation, legalBases, priorities, precedence, periods, escalation, onMiss } = this;
    return {
      source: { sentence, citation },
      legalBases,
      priorities,
      precedence,
      periods: periods.toPeriods(),
      pauses: this.#pauses(),
      ...(escalation && { escalation: escalation.toEscalation() }),
      onMiss,
    };
  }

  #pauses(): PausePolicy {
    return this.pauses === 'capped' ? { cappedDays: this.capDays ?? 0 } : this.pauses;
  }
}
