import { DeadlineError } from './errors.js';
import type { Clock, Priority } from './clock.js';

/**
 * How long each clock is, and where that comes from. A profile without a legal source is a policy and must be shown as one.
 * It is frozen in the request at submission: later profiles do not rewrite history.
 */
export interface DeadlineProfile {
  readonly id: string;
  readonly version: number;
  /** The source, told to whoever asks where a date comes from. */
  readonly source: {
    /** Key of the sentence in the language catalogue. */
    readonly key: string;
    /** The same sentence in plain English, for exports that outlive the catalogue. */
    readonly sentence: string;
    /** Paragraphs of the ITI that the clock serves; they set no number themselves. */
    readonly paragraphs: readonly string[];
    readonly kind: 'policy' | 'law' | 'agreement';
  };
  readonly unit: 'calendar_days';
  readonly lengths: Readonly<Record<Clock, Readonly<Record<Priority, number>>>>;
}

/** The system's own policy, used where no convention or agreement of the two States sets a number. */
export const ITI_DEFAULT = {
  id: 'ITI-DEFAULT',
  version: 1,
  source: {
    key: 'deadline.source.ITI-DEFAULT',
    sentence: 'System policy; the ITI sets no number (paras 18–19)',
    paragraphs: ['18', '19'],
    kind: 'policy',
  },
  unit: 'calendar_days',
  lengths: {
    acknowledgement: { routine: 7, urgent: 3 },
    response: { routine: 30, urgent: 3 },
    information: { routine: 14, urgent: 14 },
    clarification: { routine: 14, urgent: 14 },
  },
} as const satisfies DeadlineProfile;

const PROFILES: ReadonlyMap<string, DeadlineProfile> = new Map([[ITI_DEFAULT.id, ITI_DEFAULT]]);

export const PROFILE_IDS: readonly string[] = [...PROFILES.keys()];

/** The profile that a stored request names. A name the desk does not know is a surprise: profiles are never removed. */
export function profileNamed(id: string): DeadlineProfile {
  const profile = PROFILES.get(id);
  if (!profile) {
    throw new DeadlineError('PROFILE_UNKNOWN', `The deadline profile ${id} is not one of ${PROFILE_IDS.join(', ')}.`, {
      profile: id,
    });
  }
  return profile;
}
