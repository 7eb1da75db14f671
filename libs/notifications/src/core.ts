// The pure part of the room: what notices there are and what they say.
export { NOTICE_KINDS, noticeFrom, type NewNotice, type Notice, type NoticeKind } from './notice.js';
