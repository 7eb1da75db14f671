import { DeadlineError } from './errors.js';
import type { DeadlineProfile } from './profile.js';
import { ECOWAS_19, EU_2006_960_LEGACY, EU_2023_977, ITI_DEFAULT } from './shipped-profiles.js';

/** Those of this release. Agreed ones of two States come before them. */
export const SHIPPED_PROFILES: readonly DeadlineProfile[] = [ITI_DEFAULT, ECOWAS_19, EU_2023_977, EU_2006_960_LEGACY];

export const PROFILE_IDS: readonly string[] = SHIPPED_PROFILES.map(({ id }) => id);

/** Whether the release brings it: then nothing has to be looked up. */
export function isShipped(id: string): boolean {
  return PROFILE_IDS.includes(id);
}

/** The profile that a stored request names. A name the desk does not know is a surprise: profiles are never removed. */
export function profileNamed(id: string, agreed: readonly DeadlineProfile[] = []): DeadlineProfile {
  const profile = [...SHIPPED_PROFILES, ...agreed].find((known) => known.id === id);
  if (!profile) {
    throw new DeadlineError('PROFILE_UNKNOWN', `The deadline profile ${id} is not one of ${PROFILE_IDS.join(', ')}.`, {
      profile: id,
    });
  }
  return profile;
}
