// What notices there are.
export { AUDIENCES, type Audience } from './audience.js';
export { NOTICE_KINDS, noticeFrom, type NewNotice, type Notice, type NoticeKind } from './notice.js';
// Reading them, and writing them from the queue.
export { CountUnreadNotices } from './use-cases/count-unread-notices.service.js';
export { ListNotices, MOST_NOTICES, type NoticeList, type NoticesWanted } from './use-cases/list-notices.service.js';
export { MarkAllNoticesRead } from './use-cases/mark-all-notices-read.service.js';
export { MarkNoticeRead } from './use-cases/mark-notice-read.service.js';
export { NoticeProcessor } from './notice.processor.js';
// Telling a State's office by e-mail that there is a notice.
export { DeliveryProcessor } from './delivery.processor.js';
// What became of the messages, and sending one again.
export { DELIVERY_ERRORS, DELIVERY_STATUSES, type DeliveryError, type DeliveryStatus } from './delivery.js';
export { DeliveriesQuery, DeliveryIdParam } from './dto/deliveries.dto.js';
export type { DeliveryReading } from './deliveries.repository.js';
export { ListDeliveries } from './use-cases/list-deliveries.service.js';
export { Redeliver } from './use-cases/redeliver.service.js';
// Being written to oneself: when, and at which address.
export { AddressProofProcessor } from './address-proof.processor.js';
export { AddressCodeDto, MailAddressDto, MailPreferencesDto } from './dto/mail-preferences.dto.js';
export { LONGEST_QUIET_HOURS, MAIL_WAYS, type MailPreferences, type MailWay } from './mail-preferences.js';
export type { OwnMail } from './mail-preferences.repository.js';
export { KeepOwnMail } from './use-cases/keep-own-mail.service.js';
// Due dates in one's own calendar.
export { feedTag, namesTag } from './calendar-feed.js';
export { MakeCalendarFeed, type MadeCalendarFeed } from './use-cases/make-calendar-feed.service.js';
export { ReadCalendarFeed } from './use-cases/read-calendar-feed.service.js';
export { RevokeCalendarFeed } from './use-cases/revoke-calendar-feed.service.js';
// What the room brings to the house.
export { NOTIFICATION_EVENTS } from './notification.events.js';
export { NOTIFICATION_MIGRATIONS } from './migrations.js';
export { NOTIFICATION_PERMISSIONS } from './permissions.js';
export { NotificationsModule } from './notifications.module.js';
