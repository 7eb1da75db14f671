import { Module } from '@nestjs/common';
import { NoticeProcessor } from './notice.processor.js';
import { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
import { ListNotices } from './use-cases/list-notices.service.js';
import { MarkAllNoticesRead } from './use-cases/mark-all-notices-read.service.js';
import { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';

/** What States are told. Platform is global: it brings the database and the log. */
@Module({
  providers: [ListNotices, CountUnreadNotices, MarkNoticeRead, MarkAllNoticesRead, NoticeProcessor],
  exports: [ListNotices, CountUnreadNotices, MarkNoticeRead, MarkAllNoticesRead, NoticeProcessor],
})
export class NotificationsModule {}
