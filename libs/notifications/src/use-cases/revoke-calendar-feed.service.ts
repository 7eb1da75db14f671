import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { CalendarFeeds } from '../calendar-feeds.repository.js';

/** Ends the person's secret calendar address at once. Where there is none, nothing happens. */
@Injectable()
export class RevokeCalendarFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeeds,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer): Promise<Result<void>> {
    return this.work.run(actor, 'calendar_feed.revoke', async (tx) => {
      if (!(await this.feeds.end(tx, actor))) return ok(undefined);
      await this.audit.append(tx, {
        class: 'authentication',
        action: 'calendar_feed.revoked',
        object: { kind: 'person', id: actor.personId },
      });
      return ok(undefined);
    });
  }
}
