import { Injectable } from '@nestjs/common';
import { Deadlines, ticks } from '@tracedesk/deadlines';
import { mayAct } from '@tracedesk/identity';
import { denied, ok, type Officer, type Result } from '@tracedesk/kernel';
import { DEFAULT_LANGUAGE, isLanguage, translator } from '@tracedesk/language';
import { UnitOfWork } from '@tracedesk/platform';
import { calendarText } from '../calendar-feed.js';
import { CalendarFeeds } from '../calendar-feeds.repository.js';
import { deadlineEvent } from '../deadline-event.js';
import { NOTIFICATION_PERMISSIONS } from '../permissions.js';

/** Reads a calendar by its secret address, and tells its person whether they have one. */
@Injectable()
export class ReadCalendarFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeeds,
    private readonly deadlines: Deadlines,
  ) {}

  /** Since when the person has an address; null: none. */
  async madeAt(actor: Officer): Promise<Date | null> {
    return this.work.read(actor, (tx) => this.feeds.madeAt(tx, actor));
  }

  /**
   * The dates that run against the State of whoever made the address. An address that never was, was revoked, or whose person may not sign
   * in or work on requests any more is one and the same nothing.
   */
  async execute(token: string): Promise<Result<string>> {
    const reader = await this.feeds.byToken(token);
    if (!reader || !mayAct(NOTIFICATION_PERMISSIONS, reader.role, 'calendar_feed.read')) return denied('NOT_FOUND');
    const t = translator(isLanguage(reader.language) ? reader.language : DEFAULT_LANGUAGE);
    const open = await this.work.read({ kind: 'process', name: 'door', state: reader.state }, (tx) =>
      this.deadlines.openAgainstOwnState(tx),
    );
    const events = open
      .filter(({ reading }) => ticks(reading))
      .map(({ request, reading }) =>
        deadlineEvent(request, reading, t('calendarFeed.summary', { reference: request.reference })),
      );
    return ok(calendarText(events));
  }
}
