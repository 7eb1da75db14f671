import { ATTACHMENT_EVENTS, ATTACHMENT_PERMISSIONS } from '@tracedesk/attachments';
import { AuditModule } from '@tracedesk/audit';
import { CONFIDENTIALITY_EVENTS, CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import { DIRECTORY_EVENTS, DIRECTORY_PERMISSIONS, DirectoryModule } from '@tracedesk/directory';
import { IDENTITY_EVENTS, IDENTITY_PERMISSIONS, IdentityModule } from '@tracedesk/identity';
import { NOTIFICATION_EVENTS, NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import { startPart } from '@tracedesk/platform';
import { CorrectZones, TRACING_EVENTS, TRACING_PERMISSIONS } from '@tracedesk/tracing';
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

// The JSON interface alone, beside web and worker.
await startPart({
  name: 'api',
  roles: ['app'],
  withQueues: true,
  statuses: API_DENIAL_STATUS,
  modules: () => [AuditModule.forEvents(EVENTS), DirectoryModule, IdentityModule.forPermissions(PERMISSIONS), ApiAloneModule],
  afterListening: ({ app }) => void app.get(CorrectZones).execute(),
});
