import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { CalendarDraft } from './calendar-rules.js';
import type { StateCalendar } from './calendar.js';

/** The stored calendars of States. Everybody reads them; a State adds its own versions only, and nobody changes one. */
@Injectable()
export class Calendars {
  /** The newest version of each of these States; a State that has entered none is not among them. */
  async current(tx: Tx, states: readonly StateCode[]): Promise<readonly StateCalendar[]> {
    return tx.query<StateCalendar>(CURRENT, [states]);
  }

  /** Adds a version of the own State's calendar; null when that version is there already. */
  async add(tx: Tx, version: number, draft: CalendarDraft): Promise<string | null> {
    const { timeZone, weekend, holidays, source, coveredUntil } = draft;
    const [row] = await tx.query<{ id: string }>(ADD, [
      tx.state,
      version,
      timeZone,
      weekend,
      JSON.stringify(holidays.map(({ on, name }) => ({ on, name }))),
      source,
      coveredUntil,
      tx.now,
    ]);
    return row?.id ?? null;
  }
}

const CURRENT = `
  select distinct on (state) state, version, time_zone as "timeZone", weekend, holidays, source, covered_until::text as "coveredUntil"
    from calendars
   where state = any ($1::text[])
   order by state, version desc`;

const ADD = `
  insert into calendars (state, version, time_zone, weekend, holidays, source, covered_until, created_at)
  values ($1, $2, $3, $4::integer[], $5::jsonb, $6, $7, $8)
  on conflict (state, version) do nothing
  returning id`;
