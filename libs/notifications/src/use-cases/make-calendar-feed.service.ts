import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { TOKEN_BYTES } from '@tracedesk/identity';
import { ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { CalendarFeeds } from '../calendar-feeds.repository.js';
import { PublicOrigin } from '../public-origin.js';

export interface MadeCalendarFeed {
  /** Told this once: only its hash is kept. */
  readonly address: string;
  readonly madeAt: Date;
}

/** Makes the person's secret calendar address, in the place of any before it. */
@Injectable()
export class MakeCalendarFeed {
  constructor(
    private readonly work: UnitOfWork,
    private readonly feeds: CalendarFeeds,
    private readonly audit: AuditLog,
    private readonly origin: PublicOrigin,
  ) {}

  async execute(actor: Officer): Promise<Result<MadeCalendarFeed>> {
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    return this.work.run(actor, 'calendar_feed.make', async (tx) => {
      await this.feeds.put(tx, actor, token);
      await this.audit.append(tx, {
        class: 'authentication',
        action: 'calendar_feed.made',
        object: { kind: 'person', id: actor.personId },
      });
      return ok({ address: `${this.origin.url.replace(/\/$/, '')}/calendar/${token}.ics`, madeAt: tx.now });
    });
  }
}
