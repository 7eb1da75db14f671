import type { StateCode } from '@tracedesk/kernel';
import type { Priority } from './clock.js';
import type { DeadlineProfile, ProfileScope } from './profile.js';
import { SHIPPED_PROFILES } from './profiles.js';
import { bindsBoth } from './regions.js';
import { ITI_DEFAULT } from './shipped-profiles.js';

export interface RequestFacts {
  readonly legalBasis: string;
  readonly priority: Priority;
  readonly states: readonly [requesting: StateCode, requested: StateCode];
}

/**
 * The profile a request is submitted under: what the two States agreed (the first that fits, in the order given), else a convention that the
 * request invokes and that binds both, else the system's policy. A scope that says nothing is nobody's: only the policy applies without being
 * named by a fact.
 */
export function profileFor(facts: RequestFacts, agreed: readonly DeadlineProfile[] = []): DeadlineProfile {
  const particular = [...agreed, ...SHIPPED_PROFILES].find(
    ({ selectable, appliesTo }) => selectable && saysSomething(appliesTo) && covers(appliesTo, facts),
  );
  return particular ?? ITI_DEFAULT;
}

function saysSomething({ legalBases, region, pair }: ProfileScope): boolean {
  return legalBases !== undefined || region !== undefined || pair !== undefined;
}

function covers({ legalBases, priorities, region, pair }: ProfileScope, { legalBasis, priority, states }: RequestFacts): boolean {
  if (legalBases && !legalBases.includes(legalBasis)) return false;
  if (priorities && !priorities.includes(priority)) return false;
  if (pair && !(pair.includes(states[0]) && pair.includes(states[1]) && states[0] !== states[1])) return false;
  return !region || bindsBoth(region, states);
}
