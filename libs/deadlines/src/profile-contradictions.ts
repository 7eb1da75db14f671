import { denied, type Denial } from '@tracedesk/kernel';
import type { BilateralProfile, ProfileTerms } from './bilateral-profile.js';
import { CLOCK_NAMES, PRIORITIES, type Clock, type Unit } from './clock.js';
import type { Period, Urgency } from './profile.js';

/** A period that is longer than a year is no deadline. */
export const LONGEST = { hours: 8_784, calendar_days: 366, working_days: 262, months: 12 } as const satisfies Record<
  Unit,
  number
>;
export const LONGEST_CAP_DAYS = LONGEST.calendar_days;

/** How long a unit is when lengths of different units are put beside each other: working days at five a week, months at a twelfth of a year. */
const NOMINAL_HOURS = {
  hours: 1,
  calendar_days: 24,
  working_days: (7 / 5) * 24,
  months: (365.25 / 12) * 24,
} as const satisfies Record<Unit, number>;

/** What a request is received with is counted from its receipt; what is asked later, from the act that asks for it. */
const STARTS = {
  acknowledgement: 'receipt',
  response: 'receipt',
  information: 'act',
  clarification: 'act',
  consent: 'act',
} as const satisfies Record<Clock, Period['start']>;

const URGENCIES = ['routine', 'urgent', 'urgent_direct'] as const satisfies readonly Urgency[];
const NAMED = { routine: 'routine', urgent: 'urgent', urgent_direct: 'urgentDirect' } as const;

/** Why these terms cannot be a profile, or null: the first contradiction, with the field, what was found and what it was held against. */
export function termsDenial(terms: ProfileTerms): Denial | null {
  for (const contradiction of CONTRADICTIONS) {
    const denial = contradiction(terms);
    if (denial) return denial;
  }
  return null;
}

/** Two profiles of the same pair that no request could choose between. */
export function precedenceDenial(terms: ProfileTerms, others: readonly BilateralProfile[]): Denial | null {
  const rival = others.find(({ terms: other }) => other.precedence === terms.precedence && overlap(terms, other));
  if (!rival) return null;
  return no('PROFILE_PRECEDENCE_TAKEN', 'precedence', { found: terms.precedence, profile: rival.id });
}

type Contradiction = (terms: ProfileTerms) => Denial | null;

const CONTRADICTIONS: readonly Contradiction[] = [
  eachPeriod(({ unit, length }, clock, field) =>
    length === 0 && !(clock === 'acknowledgement' && unit === 'calendar_days')
      ? no('PROFILE_LENGTH_ZERO', `${field}.length`)
      : null,
  ),
  eachPeriod(({ unit, length }, _, field) =>
    length > LONGEST[unit]
      ? no('PROFILE_LENGTH_TOO_LONG', `${field}.length`, { found: length, most: LONGEST[unit], unit })
      : null,
  ),
  eachPeriod(({ start }, clock, field) =>
    start === STARTS[clock] ? null : no('PROFILE_START_CONTRADICTS', `${field}.start`, { found: start, wanted: STARTS[clock] }),
  ),
  eachClock(notLonger('urgent', 'routine', 'PROFILE_URGENT_LONGER')),
  eachClock(notLonger('urgent_direct', 'urgent', 'PROFILE_DIRECT_LONGER')),
  acknowledgedBeforeAnswered,
  cappedSensibly,
  eachShareOnce,
];

function eachPeriod(rule: (period: Period, clock: Clock, field: string) => Denial | null): Contradiction {
  return ({ periods }) =>
    first(
      CLOCK_NAMES.flatMap((clock) =>
        URGENCIES.map((urgency) => {
          const period = periods[clock]?.[urgency];
          return period ? rule(period, clock, fieldOf(clock, urgency)) : null;
        }),
      ),
    );
}

function eachClock(rule: (terms: ProfileTerms, clock: Clock) => Denial | null): Contradiction {
  return (terms) => first(CLOCK_NAMES.map((clock) => rule(terms, clock)));
}

function notLonger(
  shorter: Urgency,
  longer: Urgency,
  code: ContradictionCode,
): (terms: ProfileTerms, clock: Clock) => Denial | null {
  return ({ periods }, clock) => {
    const [one, other] = [periods[clock]?.[shorter], periods[clock]?.[longer]];
    if (!one || !other || nominalHours(one) <= nominalHours(other)) return null;
    return no(code, `${fieldOf(clock, shorter)}.length`, sides(one, other));
  };
}

function acknowledgedBeforeAnswered({ periods: { acknowledgement, response } }: ProfileTerms): Denial | null {
  return first(
    URGENCIES.map((urgency) => {
      const acknowledged = acknowledgement[urgency] ?? acknowledgement.urgent;
      const answered = response[urgency];
      if (!answered || nominalHours(acknowledged) <= nominalHours(answered)) return null;
      const field = acknowledgement[urgency] ? urgency : 'urgent';
      return no('PROFILE_ACKNOWLEDGEMENT_LONGER', `${fieldOf('acknowledgement', field)}.length`, sides(acknowledged, answered));
    }),
  );
}

/** A cap of nothing is a profile that does not pause, and should say so; one of more than a year is no cap. */
function cappedSensibly({ pauses }: ProfileTerms): Denial | null {
  if (typeof pauses !== 'object') return null;
  const { cappedDays } = pauses;
  if (cappedDays === 0) return no('PROFILE_CAP_ZERO', 'capDays');
  return cappedDays > LONGEST_CAP_DAYS
    ? no('PROFILE_CAP_TOO_LONG', 'capDays', { found: cappedDays, most: LONGEST_CAP_DAYS })
    : null;
}

/** A step is known by its share: two at the same would be one, and tell only half of those meant. */
function eachShareOnce({ escalation }: ProfileTerms): Denial | null {
  return first(
    PRIORITIES.map((priority) => {
      const shares = (escalation?.[priority] ?? []).map(({ share }) => share);
      const index = shares.findIndex((share, place) => shares.indexOf(share) < place);
      const found = shares[index];
      return found === undefined ? null : no('PROFILE_STEP_TWICE', `escalation.${priority}.${index}.share`, { found });
    }),
  );
}

function overlap(one: ProfileTerms, other: ProfileTerms): boolean {
  return share(one.legalBases, other.legalBases) && share(one.priorities, other.priorities);
}

/** None named means all. */
function share(one: readonly string[], other: readonly string[]): boolean {
  return one.length === 0 || other.length === 0 || one.some((word) => other.includes(word));
}

function nominalHours({ unit, length }: Period): number {
  return length * NOMINAL_HOURS[unit];
}

function sides(one: Period, other: Period): Denial['details'] {
  return { found: one.length, unit: one.unit, against: other.length, againstUnit: other.unit };
}

function fieldOf(clock: Clock, urgency: Urgency): string {
  return `periods.${clock}.${NAMED[urgency]}`;
}

function first(denials: readonly (Denial | null)[]): Denial | null {
  return denials.find((denial) => denial !== null) ?? null;
}

type ContradictionCode =
  | 'PROFILE_LENGTH_ZERO'
  | 'PROFILE_LENGTH_TOO_LONG'
  | 'PROFILE_START_CONTRADICTS'
  | 'PROFILE_URGENT_LONGER'
  | 'PROFILE_DIRECT_LONGER'
  | 'PROFILE_ACKNOWLEDGEMENT_LONGER'
  | 'PROFILE_CAP_ZERO'
  | 'PROFILE_CAP_TOO_LONG'
  | 'PROFILE_STEP_TWICE'
  | 'PROFILE_PRECEDENCE_TAKEN';

function no(code: ContradictionCode, field: string, details?: Denial['details']): Denial {
  return denied(code, { field, ...(details && { details }) }).denial;
}
