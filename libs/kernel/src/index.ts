// Words that several rooms share. Everything here is pure.
export { assertNever } from './assert-never.js';
export { ROLES, capacityOf, type Actor, type DeskProcess, type Officer, type Role } from './actor.js';
export { CodedError } from './coded-error.js';
export {
  idOf,
  isUuid,
  type BatchId,
  type Branded,
  type CaseId,
  type ConsentId,
  type DeadlineId,
  type DeliveryId,
  type DisclosureId,
  type EntryId,
  type NoticeId,
  type PersonId,
  type RequestId,
  type ResponseId,
  type SessionId,
} from './ids.js';
export { isMailbox, mailbox, mailboxIn, MAILBOX_MAX, type Mailbox } from './mailbox.js';
export { boundsOf, clockOf, dayIn, isTimeZone, zoneOrUtc, type DayBounds, type LocalClock } from './local-day.js';
export { denied, ok, type Denial, type DenialDetails, type Denied, type Result } from './result.js';
export { isSameSecret } from './same-secret.js';
export { Sealed } from './sealed.js';
export { dateWritten, dayWritten } from './written-date.js';
export { isStateCode, stateCode, type StateCode } from './state-code.js';
