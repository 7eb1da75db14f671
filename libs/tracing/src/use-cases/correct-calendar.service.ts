import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Calendars, Deadlines, calendarDenial, type CalendarDraft } from '@tracedesk/deadlines';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { RecomputedDeadlines } from '../recomputed-deadlines.service.js';
import { movesOf, touchedBy, type TouchedClock, type TouchedDeadline } from '../touched-deadlines.js';

/** The version that now holds, and what it moved. */
export interface CalendarCorrection {
  readonly version: number;
  readonly touched: readonly TouchedDeadline[];
}

/**
 * Enters the next version of the own State's calendar and works out anew what is open by it, in one transaction: each moved date is an
 * entry that both parties read. `replaces` is the version the administrator saw (0: none): somebody else's correction in between stops this one.
 */
@Injectable()
export class CorrectCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly calendars: Calendars,
    private readonly deadlines: Deadlines,
    private readonly recomputed: RecomputedDeadlines,
    private readonly log: AuditLog,
  ) {}

  /** What the correction would move. Nothing is changed. */
  async preview(actor: Officer, replaces: number, draft: CalendarDraft): Promise<Result<CalendarCorrection>> {
    return this.work.run(actor, 'calendar.preview', async (tx) => {
      const denial = await this.#denial(tx, replaces, draft);
      if (denial) return denial;
      return ok({ version: replaces + 1, touched: movesOf(await this.#touched(tx, replaces, draft)) });
    });
  }

  async execute(actor: Officer, replaces: number, draft: CalendarDraft): Promise<Result<CalendarCorrection>> {
    return this.work.run(actor, 'calendar.correct', async (tx) => {
      const denial = await this.#denial(tx, replaces, draft);
      if (denial) return denial;
      const version = replaces + 1;
      const id = await this.calendars.add(tx, version, draft);
      if (id === null) return denied('CALENDAR_VERSION_CONFLICT', { field: 'replaces', details: { version } });
      const touched = await this.#touched(tx, replaces, draft);
      for (const clock of touched) await this.recomputed.enter(tx, clock, { calendar_version: version });
      await this.log.append(tx, {
        class: 'alteration',
        action: 'calendar.corrected',
        object: { kind: 'calendar', id },
        facts: { version, touched: touched.length },
      });
      return ok({ version, touched: movesOf(touched) });
    });
  }

  async #denial(tx: Tx, replaces: number, draft: CalendarDraft): Promise<ReturnType<typeof denied> | null> {
    const denial = calendarDenial(draft, tx.now);
    if (denial) return { ok: false, denial };
    const version = (await this.calendars.current(tx, [tx.state]))[0]?.version ?? 0;
    return version === replaces ? null : denied('CALENDAR_VERSION_CONFLICT', { field: 'replaces', details: { version } });
  }

  async #touched(tx: Tx, replaces: number, draft: CalendarDraft): Promise<readonly TouchedClock[]> {
    const open = await this.deadlines.openAgainstOwnState(tx);
    return touchedBy(open, { ...draft, state: tx.state, version: replaces + 1 }, tx.now);
  }
}
