import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, type PartReport } from '@tracedesk/platform';
import { uncoveredStates, type Coverage } from './calendar.js';

/** A calendar changes once in a year. */
const LOOKED_FOR_MS = 60_000;

/**
 * Which States that take part have no holidays entered for all of the next 90 days: their dates in working days may come out too early.
 * Never a failure of the desk, and no secret: every State reads every calendar.
 */
@Injectable()
export class CalendarCoverage {
  private uncovered: readonly StateCode[] = [];
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: DeskDatabase,
    private readonly log: DeskLog,
  ) {}

  /** For health: a warning, or none. Looked up at most once a minute. */
  async report(): Promise<PartReport> {
    if (performance.now() - this.lookedAt > LOOKED_FOR_MS) {
      const uncovered = await this.look();
      if (uncovered.join() !== this.uncovered.join()) this.log.warn('calendars.uncovered', { states: uncovered.join(' ') });
      this.uncovered = uncovered;
      this.lookedAt = performance.now();
    }
    return { ok: true, warning: warningOf(this.uncovered) };
  }

  private async look(): Promise<readonly StateCode[]> {
    return this.database.as('sweeper', async (tx) => uncoveredStates(await tx.query<Coverage>(COVERAGE), tx.now));
  }
}

function warningOf(states: readonly StateCode[]): string | null {
  return states.length === 0 ? null : `no holidays are entered for all of the next 90 days: ${states.join(', ')}`;
}

const COVERAGE = `
  select states.code as state, coalesce(newest.time_zone, states.time_zone) as "timeZone", newest.covered_until::text as "coveredUntil"
    from states
    left join lateral (
      select time_zone, covered_until from calendars where calendars.state = states.code order by version desc limit 1
    ) newest on true
   where states.active
   order by states.code`;
