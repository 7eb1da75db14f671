import { Injectable } from '@nestjs/common';
import { isTimeZone, type StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, type PartReport } from '@tracedesk/platform';
import { uncoveredStates, type Coverage } from './calendar.js';

/** A calendar changes once in a year. */
const LOOKED_FOR_MS = 60_000;

/**
 * Which States that take part have no holidays entered for all of the next 90 days: their dates in working days may come out too early;
 * and which name a time zone that is not known here, so that their days are counted in UTC.
 * Never a failure of the desk, and no secret: every State reads every calendar.
 */
@Injectable()
export class CalendarCoverage {
  private found: Found = { uncovered: [], withoutZone: [] };
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: DeskDatabase,
    private readonly log: DeskLog,
  ) {}

  /** For health: a warning, or none. Looked up at most once a minute. */
  async report(): Promise<PartReport> {
    if (performance.now() - this.lookedAt > LOOKED_FOR_MS) {
      const found = await this.look();
      if (found.uncovered.join() !== this.found.uncovered.join())
        this.log.warn('calendars.uncovered', { states: found.uncovered.join(' ') });
      if (found.withoutZone.join() !== this.found.withoutZone.join())
        this.log.warn('calendars.zone_unknown', { states: found.withoutZone.join(' ') });
      this.found = found;
      this.lookedAt = performance.now();
    }
    return { ok: true, warning: warningOf(this.found) };
  }

  private async look(): Promise<Found> {
    return this.database.as('sweeper', async (tx) => {
      const states = await tx.query<Coverage>(COVERAGE);
      const withoutZone = states.filter(({ timeZone }) => !isTimeZone(timeZone)).map(({ state }) => state);
      return { uncovered: uncoveredStates(states, tx.now), withoutZone };
    });
  }
}

interface Found {
  readonly uncovered: readonly StateCode[];
  readonly withoutZone: readonly StateCode[];
}

function warningOf({ uncovered, withoutZone }: Found): string | null {
  const warnings = [
    ...(uncovered.length === 0 ? [] : [`no holidays are entered for all of the next 90 days: ${uncovered.join(', ')}`]),
    ...(withoutZone.length === 0 ? [] : [`the time zone is not known, days are counted in UTC: ${withoutZone.join(', ')}`]),
  ];
  return warnings.length === 0 ? null : warnings.join('; ');
}

const COVERAGE = `
  select states.code as state, coalesce(newest.time_zone, states.time_zone) as "timeZone", newest.covered_until::text as "coveredUntil"
    from states
    left join lateral (
      select time_zone, covered_until from calendars where calendars.state = states.code order by version desc limit 1
    ) newest on true
   where states.active
   order by states.code`;
