// The pure part of the room: what notices there are and what they say.
export { AUDIENCES, type Audience } from './audience.js';
export { calendarText, feedTag, namesTag, type FeedEvent } from './calendar-feed.js';
export { NOTICE_KINDS, noticeFrom, type NewNotice, type Notice, type NoticeKind } from './notice.js';
