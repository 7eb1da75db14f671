import { Injectable } from '@nestjs/common';
import { Calendars, calendarless, uncoveredFrom, type StateCalendar } from '@tracedesk/deadlines';
import { Directory } from '@tracedesk/directory';
import { dayIn, denied, ok, type Officer, type Result, type StateCode } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';

export interface CalendarReading extends StateCalendar {
  /** The first of the next 90 days that no entered list of holidays covers; null when all are covered. */
  readonly uncoveredFrom: string | null;
}

/** Reads by which days a State counts. Every State may: the other's calendar decides its dates too. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly calendars: Calendars,
  ) {}

  async execute(actor: Officer, code: StateCode): Promise<Result<CalendarReading>> {
    return this.work.run(actor, 'calendar.read', async (tx) => {
      const state = await this.directory.state(tx, code);
      if (!state) return denied('STATE_NOT_FOUND');
      const [entered] = await this.calendars.current(tx, [code]);
      const calendar = entered ?? calendarless(code, state.timeZone);
      return ok({ ...calendar, uncoveredFrom: uncoveredFrom(calendar, dayIn(tx.now, calendar.timeZone)) });
    });
  }
}
