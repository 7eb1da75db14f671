import { ATTACHMENT_PERMISSIONS } from '@tracedesk/attachments';
import { CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import { DIRECTORY_PERMISSIONS } from '@tracedesk/directory';
import { mayAct, type PermissionTable } from '@tracedesk/identity';
import { NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import type { Role } from '@tracedesk/kernel';
import { TRACING_PERMISSIONS } from '@tracedesk/tracing';
import { PLACES, type Place } from './views/page-context.js';

/** What the pages ask about before they show a way somewhere. The guard decides by the merged table of all rooms; this hides dead ends. */
export const WEB_PERMISSIONS: PermissionTable = {
  ...TRACING_PERMISSIONS,
  ...NOTIFICATION_PERMISSIONS,
  ...CONFIDENTIALITY_PERMISSIONS,
  ...ATTACHMENT_PERMISSIONS,
  ...DIRECTORY_PERMISSIONS,
};

const PERMISSION_OF = {
  incoming: 'tracing_request.list',
  outgoing: 'tracing_request.list',
  drafts: 'tracing_request.list',
  search: 'tracing_request.search',
  cases: 'weapon_case.list',
  consents: 'consent.list',
  notices: 'notice.list',
  directory: 'contact_point.list',
  reports: 'report.compliance',
  'deadline-profiles': 'deadline_profile.propose',
  new: 'tracing_request.draft',
} as const satisfies Record<Place, string>;

/** Where the navigation leads a role. */
export function placesOf(role: Role): readonly Place[] {
  return PLACES.filter((place) => mayAct(WEB_PERMISSIONS, role, PERMISSION_OF[place]));
}
