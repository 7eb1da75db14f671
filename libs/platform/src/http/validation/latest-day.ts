const EARLIEST_ZONE_AHEAD_HOURS = 14;

let clockMayBeAhead = false;

/**
 * The latest day that has begun somewhere on earth. A DTO knows no State and no time zone, so this refuses only what is in the future
 * for everybody; the use case, which has the business time and the State, asks precisely.
 */
export function latestDay(now: Date): string {
  if (clockMayBeAhead) return '9999-12-31';
  return new Date(now.getTime() + EARLIEST_ZONE_AHEAD_HOURS * 3_600_000).toISOString().slice(0, 10);
}

/** A demonstration's business clock runs ahead of this machine's: there only the use case can tell. */
export function letClockRunAhead(ahead: boolean): void {
  clockMayBeAhead = ahead;
}
