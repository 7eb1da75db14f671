/**
 * Why traces fail, as published (`domain.md` 4.2, 4.3), the heaviest first. The published shares overlap and differ in their base, so they
 * rank the causes and nothing is reckoned from them. `domain.md` marks each V2 (a secondary document says so): none is law.
 */
export const FAILURE_CAUSES = {
  /** Not a failure: the instrument or the practice of tracing leaves such arms out, whatever the description says. */
  outside_the_instrument: { source: 'ITI 4; MOSAIC 05.31' },
  /** Missing data, such as serial number and import: 40 percent in the United States, 70 in INTERPOL's experience. */
  missing_data: { source: '"Top Reasons Why Firearms Tracing Fail" (2011)' },
  /** Misread families of arms; falsified, altered or erased numbers; parts exchanged. */
  misread_marks: { source: '"Top Reasons Why Firearms Tracing Fail" (2011); UN Disarmament Yearbook 2011' },
  /** Records not kept or no longer there: 35 percent of failed requests in the United States. */
  records_missing: { source: '"Top Reasons Why Firearms Tracing Fail" (2011)' },
  /** Older than 40 years: about 20 percent of requests. */
  old_arms: { source: '"Top Reasons Why Firearms Tracing Fail" (2011)' },
  /** Asked before, or before one's own registers and INTERPOL's tools were. */
  order_of_steps: { source: 'MOSAIC 05.31; ITI 33-35' },
} as const satisfies Record<string, { readonly source: string }>;

export type FailureCause = keyof typeof FAILURE_CAUSES;

/** Heaviest first: the place in the table. */
export const CAUSES_BY_WEIGHT = Object.keys(FAILURE_CAUSES) as readonly FailureCause[];
