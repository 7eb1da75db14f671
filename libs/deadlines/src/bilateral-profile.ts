import { denied, type Denial, type StateCode } from '@tracedesk/kernel';
import type { Priority } from './clock.js';
import type { EscalationByPriority } from './escalation.js';
import type { DeadlineProfile } from './profile.js';

/** What two States agree on: every length, where it comes from, and for which of their requests it is. */
export interface ProfileTerms {
  readonly source: { readonly sentence: string; readonly citation: string };
  /** Legal bases and priorities it is for; none named: whatever the request says. */
  readonly legalBases: readonly string[];
  readonly priorities: readonly Priority[];
  /** Which of several that fit a request comes first: the lowest number. */
  readonly precedence: number;
  readonly periods: DeadlineProfile['periods'];
  readonly pauses: DeadlineProfile['pauses'];
  /** Whom the two States bring a period to as it runs out; left out, as everywhere else. */
  readonly escalation?: EscalationByPriority;
  readonly onMiss: DeadlineProfile['onMiss'];
}

export const STANDINGS = ['proposed', 'agreed', 'declined', 'withdrawn', 'replaced', 'ended'] as const;
export type Standing = (typeof STANDINGS)[number];

/** One version of a profile that one State proposed to another. Only an agreed one is ever chosen for a request. */
export interface BilateralProfile {
  /** `BILATERAL-QM-QR-1`: the pair in the order of the alphabet, and a running number within it. */
  readonly id: string;
  readonly version: number;
  readonly proposingState: StateCode;
  readonly otherState: StateCode;
  readonly standing: Standing;
  readonly terms: ProfileTerms;
  readonly proposedAt: Date;
  /** When the other State agreed or declined, or the proposal was withdrawn. */
  readonly answeredAt: Date | null;
  /** When it stopped to apply to new requests: ended by one State, or replaced by a later version. */
  readonly endedAt: Date | null;
}

/** What the two States may do about a version, and what it is then. Whatever is not here is not possible. */
export const PROFILE_ACTS = {
  agree: { from: 'proposed', by: 'other', to: 'agreed', event: 'deadline_profile.agreed' },
  decline: { from: 'proposed', by: 'other', to: 'declined', event: 'deadline_profile.declined' },
  withdraw: { from: 'proposed', by: 'proposing', to: 'withdrawn', event: 'deadline_profile.withdrawn' },
  end: { from: 'agreed', by: 'either', to: 'ended', event: 'deadline_profile.ended' },
} as const satisfies Record<
  string,
  { from: Standing; by: 'proposing' | 'other' | 'either'; to: Standing; event: `deadline_profile.${string}` }
>;
export type ProfileAct = keyof typeof PROFILE_ACTS;
export const PROFILE_ACT_NAMES = Object.keys(PROFILE_ACTS) as readonly ProfileAct[];

/** Why this State cannot do that about the profile as it stands, or null. */
export function actDenial(profile: BilateralProfile, act: ProfileAct, state: StateCode): Denial | null {
  const { from, by } = PROFILE_ACTS[act];
  if (profile.standing !== from) {
    return denied('PROFILE_ACT_NOT_OPEN', { details: { standing: profile.standing, version: profile.version } }).denial;
  }
  const party = state === profile.proposingState ? 'proposing' : 'other';
  return by === 'either' || by === party ? null : denied('PROFILE_ACT_OF_OTHER_STATE').denial;
}

/** The other one of the two States. */
export function counterpartOf(
  { proposingState, otherState }: Pick<BilateralProfile, 'proposingState' | 'otherState'>,
  own: StateCode,
): StateCode {
  return own === proposingState ? otherState : proposingState;
}

/** What this State may do about the profile now. */
export function actsOpenTo(profile: BilateralProfile, state: StateCode): readonly ProfileAct[] {
  return PROFILE_ACT_NAMES.filter((act) => actDenial(profile, act, state) === null);
}

/** The name of the n-th profile of a pair, the same whoever proposes. */
export function bilateralId(one: StateCode, other: StateCode, number: number): string {
  return ['BILATERAL', ...[one, other].sort(), number].join('-');
}

/** The profile as requests are counted by it. */
export function asDeadlineProfile({
  id,
  version,
  terms,
  standing,
  proposingState,
  otherState,
}: BilateralProfile): DeadlineProfile {
  const { source, legalBases, priorities, periods, pauses, escalation, onMiss } = terms;
  return {
    id,
    version,
    source: { kind: 'agreement', ...source },
    appliesTo: {
      pair: [proposingState, otherState],
      ...(legalBases.length > 0 && { legalBases }),
      ...(priorities.length > 0 && { priorities }),
    },
    selectable: standing === 'agreed',
    periods,
    pauses,
    ...(escalation && { escalation }),
    onMiss,
  };
}

/** In the order in which they are tried on a request: by precedence, the older agreement first where it is the same. */
export function inPrecedence(profiles: readonly BilateralProfile[]): readonly DeadlineProfile[] {
  const age = ({ answeredAt }: BilateralProfile): number => answeredAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return [...profiles]
    .sort((one, other) => one.terms.precedence - other.terms.precedence || age(one) - age(other))
    .map(asDeadlineProfile);
}
