/** What tracing information is used for: the requesting State says it (ITI 17(c)), and the giver may keep what it tells to some of them (15(b)). */
export const INTENDED_USES = ['investigation', 'prosecution', 'diversion_analysis', 'embargo_monitoring', 'statistics'] as const;
export type IntendedUse = (typeof INTENDED_USES)[number];
