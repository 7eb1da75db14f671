import type { StateCode } from '@tracedesk/kernel';
import type { Clock, CountStart, PausePolicy, Priority, Term, Unit } from './clock.js';
import { DEFAULT_ESCALATION, type Escalation, type EscalationByPriority } from './escalation.js';
import type { Region } from './regions.js';

/** How long a clock is. Hours end at the exact instant, the other units with a day of the acting State; 0 calendar days is the same day. */
export interface Period {
  readonly unit: Unit;
  readonly length: number;
  readonly start: CountStart;
}

export type PeriodsOfClock = Readonly<Record<Priority, Period>> & { readonly urgent_direct?: Period };

/** `urgent_direct`: an urgent question about records that the requested contact point can open itself. */
export type Urgency = Priority | 'urgent_direct';

export interface ProfileSource {
  readonly kind: 'policy' | 'law' | 'agreement';
  /** The sentence shown to people, in plain English for exports that outlive the catalogue. `deadline.source.<id>` is it in each language. */
  readonly sentence: string;
  readonly citation: string;
  /** The clocks whose lengths it sets; left out: all. What it does not set is the system's policy, and is shown as that. */
  readonly clocks?: readonly Clock[];
}

/** Where a length comes from that no provision and no agreement sets. */
export const BY_POLICY = {
  kind: 'policy',
  sentence: 'System policy; no provision sets this number',
  citation: 'ITI 18, 19',
} as const satisfies ProfileSource;

/** Which requests a profile is for. What is left out does not matter; all that is said must hold. */
export interface ProfileScope {
  readonly legalBases?: readonly string[];
  readonly priorities?: readonly Priority[];
  readonly region?: Region;
  /** In either direction. */
  readonly pair?: readonly [StateCode, StateCode];
}

/**
 * How long each clock is, and where that comes from. A profile without a legal source is a policy and is shown as one.
 * It is frozen in the request at submission, and its lengths in the clocks: later profiles do not rewrite history.
 */
export interface DeadlineProfile {
  readonly id: string;
  readonly version: number;
  readonly source: ProfileSource;
  readonly appliesTo: ProfileScope;
  /** False: known because records name it, never chosen for a new request. */
  readonly selectable: boolean;
  readonly periods: Readonly<Record<Exclude<Clock, 'consent'>, PeriodsOfClock>> & { readonly consent?: PeriodsOfClock };
  /** What asking for an element of paragraph 17 does to the response clock. */
  readonly pauses: PausePolicy;
  /** Whom a period is brought to as it runs out; without it `DEFAULT_ESCALATION`. */
  readonly escalation?: EscalationByPriority;
  /** What a missed clock asks of the State it ran against, besides being recorded and told to both. */
  readonly onMiss: 'recorded' | 'reasons_expected';
}

/** No instrument and no agreement says how long the giver of information may consider its consent (ITI 15): a policy, where a profile is silent. */
export const CONSENT_CALENDAR_DAYS = 14;

/** The term a clock begins with: everything the profile says about it, so that the count explains itself without the profile. */
export function termOf(profile: DeadlineProfile, clock: Clock, urgency: Urgency): Term {
  const byUrgency = periodsOf(profile, clock);
  const { unit, length, start } = (urgency === 'urgent_direct' && byUrgency.urgent_direct) || byUrgency[priorityOf(urgency)];
  return { unit, length, start, pauses: profile.pauses, escalation: escalationOf(profile, urgency) };
}

/** Whom a period of this urgency is brought to as it runs out: what the profile says, else the default. */
export function escalationOf(
  { escalation = DEFAULT_ESCALATION }: Pick<DeadlineProfile, 'escalation'>,
  urgency: Urgency,
): Escalation {
  return escalation[priorityOf(urgency)];
}

/** Where the length of this clock comes from: the source of its profile, or the system's policy where that says nothing of it. */
export function sourceOf({ source, periods }: Pick<DeadlineProfile, 'source' | 'periods'>, clock: Clock): ProfileSource {
  return periods[clock] && (source.clocks ?? [clock]).includes(clock) ? source : BY_POLICY;
}

/** How long a clock is for each urgency; of a consent by policy, where the profile says nothing of it. */
export function periodsOf({ periods }: Pick<DeadlineProfile, 'periods'>, clock: Clock): PeriodsOfClock {
  return periods[clock] ?? CONSENT_BY_POLICY;
}

const CONSENT_PERIOD: Period = { unit: 'calendar_days', length: CONSENT_CALENDAR_DAYS, start: 'act' };
const CONSENT_BY_POLICY: PeriodsOfClock = { routine: CONSENT_PERIOD, urgent: CONSENT_PERIOD };

function priorityOf(urgency: Urgency): Priority {
  return urgency === 'routine' ? 'routine' : 'urgent';
}
