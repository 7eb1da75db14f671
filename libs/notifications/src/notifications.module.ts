import { Module } from '@nestjs/common';
import { DeadlinesModule } from '@tracedesk/deadlines';
import { DeskConfig } from '@tracedesk/platform';
import { AddressProofProcessor } from './address-proof.processor.js';
import { CalendarFeeds } from './calendar-feeds.repository.js';
import { Deliveries } from './deliveries.repository.js';
import { DeliveryProcessor } from './delivery.processor.js';
import { OwnMails } from './mail-preferences.repository.js';
import { Mailer, NoMailer } from './mailer.service.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';
import { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
import { KeepOwnMail } from './use-cases/keep-own-mail.service.js';
import { ListDeliveries } from './use-cases/list-deliveries.service.js';
import { ListNotices } from './use-cases/list-notices.service.js';
import { MakeCalendarFeed } from './use-cases/make-calendar-feed.service.js';
import { MarkAllNoticesRead } from './use-cases/mark-all-notices-read.service.js';
import { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';
import { ReadCalendarFeed } from './use-cases/read-calendar-feed.service.js';
import { Redeliver } from './use-cases/redeliver.service.js';
import { RevokeCalendarFeed } from './use-cases/revoke-calendar-feed.service.js';

const CONFIG = [{ token: DeskConfig, optional: true }];

/** What States are told. Platform is global: it brings the database, the log and the configuration. */
@Module({
  imports: [DeadlinesModule],
  providers: [
    CalendarFeeds,
    MakeCalendarFeed,
    ReadCalendarFeed,
    RevokeCalendarFeed,
    ListNotices,
    CountUnreadNotices,
    MarkNoticeRead,
    MarkAllNoticesRead,
    NoticeProcessor,
    OwnMails,
    KeepOwnMail,
    AddressProofProcessor,
    Deliveries,
    ListDeliveries,
    Redeliver,
    DeliveryProcessor,
    { provide: Mailer, inject: CONFIG, useFactory: mailerOf },
    { provide: PublicOrigin, inject: CONFIG, useFactory: (config?: DeskConfig) => new PublicOrigin(config?.publicOrigin ?? '') },
  ],
  exports: [
    MakeCalendarFeed,
    ReadCalendarFeed,
    RevokeCalendarFeed,
    ListNotices,
    CountUnreadNotices,
    MarkNoticeRead,
    MarkAllNoticesRead,
    NoticeProcessor,
    KeepOwnMail,
    AddressProofProcessor,
    ListDeliveries,
    Redeliver,
    DeliveryProcessor,
  ],
})
export class NotificationsModule {}

function mailerOf(config?: DeskConfig): Mailer {
  if (!config?.smtpUrl || !config.smtpFrom) return new NoMailer();
  const { smtpUrl: url, smtpFrom: from, smtpPassword: password, publicOrigin } = config;
  return new SmtpMailer({ url, from, password, host: new URL(publicOrigin).hostname });
}
