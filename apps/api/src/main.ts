import { ATTACHMENT_EVENTS, ATTACHMENT_MIGRATIONS, ATTACHMENT_PERMISSIONS } from '@tracedesk/attachments';
import { AUDIT_MIGRATIONS, AuditModule } from '@tracedesk/audit';
import { CONFIDENTIALITY_EVENTS, CONFIDENTIALITY_MIGRATIONS, CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import { DEADLINE_EVENTS, DEADLINE_MIGRATIONS } from '@tracedesk/deadlines';
import { DIRECTORY_EVENTS, DIRECTORY_MIGRATIONS, DIRECTORY_PERMISSIONS, DirectoryModule } from '@tracedesk/directory';
import { IDENTITY_EVENTS, IDENTITY_MIGRATIONS, IDENTITY_PERMISSIONS, IdentityModule } from '@tracedesk/identity';
import { NOTIFICATION_EVENTS, NOTIFICATION_MIGRATIONS, NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import { PLATFORM_MIGRATIONS, startPart } from '@tracedesk/platform';
import { CorrectZones, TRACING_EVENTS, TRACING_MIGRATIONS, TRACING_PERMISSIONS } from '@tracedesk/tracing';
import { ApiAloneModule } from './api.module.js';
import { API_DENIAL_STATUS } from './denial-status.js';

const EVENTS = [
  ...DIRECTORY_EVENTS,
  ...IDENTITY_EVENTS,
  ...TRACING_EVENTS,
  ...DEADLINE_EVENTS,
  ...CONFIDENTIALITY_EVENTS,
  ...ATTACHMENT_EVENTS,
  ...NOTIFICATION_EVENTS,
];
const PERMISSIONS = {
  ...DIRECTORY_PERMISSIONS,
  ...IDENTITY_PERMISSIONS,
  ...TRACING_PERMISSIONS,
  ...CONFIDENTIALITY_PERMISSIONS,
  ...ATTACHMENT_PERMISSIONS,
  ...NOTIFICATION_PERMISSIONS,
};

/** Whose tables it works on: a database that lacks one of them is refused. */
const NEEDS = [
  ...ATTACHMENT_MIGRATIONS,
  ...AUDIT_MIGRATIONS,
  ...CONFIDENTIALITY_MIGRATIONS,
  ...DEADLINE_MIGRATIONS,
  ...DIRECTORY_MIGRATIONS,
  ...IDENTITY_MIGRATIONS,
  ...NOTIFICATION_MIGRATIONS,
  ...PLATFORM_MIGRATIONS,
  ...TRACING_MIGRATIONS,
];

// The JSON interface alone, beside web and worker.
await startPart({
  name: 'api',
  roles: ['app'],
  withQueues: true,
  needs: NEEDS,
  statuses: API_DENIAL_STATUS,
  modules: () => [AuditModule.forEvents(EVENTS), DirectoryModule, IdentityModule.forPermissions(PERMISSIONS), ApiAloneModule],
  afterListening: ({ app }) => void app.get(CorrectZones).execute(),
});
