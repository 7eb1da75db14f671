import { Module } from '@nestjs/common';
import { DeskConfig } from '@tracedesk/platform';
import { DeliveryProcessor } from './delivery.processor.js';
import { Mailer, NoMailer } from './mailer.service.js';
import { NoticeProcessor } from './notice.processor.js';
import { PublicOrigin } from './public-origin.js';
import { SmtpMailer } from './smtp-mailer.adapter.js';
import { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
import { ListNotices } from './use-cases/list-notices.service.js';
import { MarkAllNoticesRead } from './use-cases/mark-all-notices-read.service.js';
import { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';

const CONFIG = [{ token: DeskConfig, optional: true }];

/** What States are told. Platform is global: it brings the database, the log and the configuration. */
@Module({
  providers: [
    ListNotices,
    CountUnreadNotices,
    MarkNoticeRead,
    MarkAllNoticesRead,
    NoticeProcessor,
    DeliveryProcessor,
    { provide: Mailer, inject: CONFIG, useFactory: mailerOf },
    { provide: PublicOrigin, inject: CONFIG, useFactory: (config?: DeskConfig) => new PublicOrigin(config?.publicOrigin ?? '') },
  ],
  exports: [ListNotices, CountUnreadNotices, MarkNoticeRead, MarkAllNoticesRead, NoticeProcessor, DeliveryProcessor],
})
export class NotificationsModule {}

function mailerOf(config?: DeskConfig): Mailer {
  if (!config?.smtpUrl || !config.smtpFrom) return new NoMailer();
  const { smtpUrl: url, smtpFrom: from, smtpPassword: password, publicOrigin } = config;
  return new SmtpMailer({ url, from, password, host: new URL(publicOrigin).hostname });
}
