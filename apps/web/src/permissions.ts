import { CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import type { PermissionTable } from '@tracedesk/identity';
import { NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import { TRACING_PERMISSIONS } from '@tracedesk/tracing';

/** What the pages ask about before they show a way somewhere. The guard decides by the merged table of all rooms; this hides dead ends. */
export const WEB_PERMISSIONS: PermissionTable = {
  ...TRACING_PERMISSIONS,
  ...NOTIFICATION_PERMISSIONS,
  ...CONFIDENTIALITY_PERMISSIONS,
};
