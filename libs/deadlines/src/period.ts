import { Temporal } from 'temporal-polyfill';

/** A demonstration that jumps further than this has lost its way. */
const LONGEST_DAYS = 3_660;
const DAY_MS = 86_400_000;

/** The length of an ISO 8601 period of days, hours, minutes and seconds (`P7D`, `PT36H`); null for anything else, backwards or endless. */
export function periodInMilliseconds(period: string): number | null {
  let milliseconds: number;
  try {
    const duration = Temporal.Duration.from(period);
    if (duration.years !== 0 || duration.months !== 0) return null;
    milliseconds = duration.total({ unit: 'milliseconds', relativeTo: Temporal.PlainDateTime.from('2000-01-01T00:00') });
  } catch {
    return null;
  }
  return milliseconds > 0 && milliseconds <= LONGEST_DAYS * DAY_MS ? milliseconds : null;
}
