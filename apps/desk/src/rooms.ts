import { ATTACHMENT_EVENTS, ATTACHMENT_MIGRATIONS, ATTACHMENT_PERMISSIONS } from '@tracedesk/attachments';
import { CONFIDENTIALITY_EVENTS, CONFIDENTIALITY_MIGRATIONS, CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import { AUDIT_MIGRATIONS } from '@tracedesk/audit';
import { DEADLINE_EVENTS, DEADLINE_MIGRATIONS } from '@tracedesk/deadlines';
import { DIRECTORY_EVENTS, DIRECTORY_MIGRATIONS, DIRECTORY_PERMISSIONS } from '@tracedesk/directory';
import { IDENTITY_EVENTS, IDENTITY_MIGRATIONS, IDENTITY_PERMISSIONS } from '@tracedesk/identity';
import { NOTIFICATION_EVENTS, NOTIFICATION_MIGRATIONS, NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import { PLATFORM_MIGRATIONS } from '@tracedesk/platform';
import { TRACING_EVENTS, TRACING_MIGRATIONS, TRACING_PERMISSIONS } from '@tracedesk/tracing';

// What each room brings to the house, put together once for the desk.

/** All tables there are; they are made in the order of time in their names. */
export const MIGRATIONS = [
  ...PLATFORM_MIGRATIONS,
  ...DIRECTORY_MIGRATIONS,
  ...IDENTITY_MIGRATIONS,
  ...AUDIT_MIGRATIONS,
  ...TRACING_MIGRATIONS,
  ...DEADLINE_MIGRATIONS,
  ...CONFIDENTIALITY_MIGRATIONS,
  ...NOTIFICATION_MIGRATIONS,
  ...ATTACHMENT_MIGRATIONS,
];

/** Everything that may be entered in the log. */
export const EVENTS = [
  ...DIRECTORY_EVENTS,
  ...IDENTITY_EVENTS,
  ...TRACING_EVENTS,
  ...DEADLINE_EVENTS,
  ...CONFIDENTIALITY_EVENTS,
  ...ATTACHMENT_EVENTS,
  ...NOTIFICATION_EVENTS,
];

/** Who may do what. */
export const PERMISSIONS = {
  ...DIRECTORY_PERMISSIONS,
  ...IDENTITY_PERMISSIONS,
  ...TRACING_PERMISSIONS,
  ...CONFIDENTIALITY_PERMISSIONS,
  ...ATTACHMENT_PERMISSIONS,
  ...NOTIFICATION_PERMISSIONS,
};
