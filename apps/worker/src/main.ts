import { ATTACHMENT_MIGRATIONS } from '@tracedesk/attachments';
import { AUDIT_MIGRATIONS, AuditModule } from '@tracedesk/audit';
import { CONFIDENTIALITY_MIGRATIONS } from '@tracedesk/confidentiality';
import { DEADLINE_EVENTS, DEADLINE_MIGRATIONS } from '@tracedesk/deadlines';
import { DIRECTORY_MIGRATIONS } from '@tracedesk/directory';
import { IDENTITY_MIGRATIONS } from '@tracedesk/identity';
import { NOTIFICATION_MIGRATIONS } from '@tracedesk/notifications';
import { PLATFORM_MIGRATIONS, startPart } from '@tracedesk/platform';
import { TRACING_MIGRATIONS } from '@tracedesk/tracing';
import { WorkerModule } from './worker.module.js';

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

// The worker alone, beside api and web. It serves nothing but its own health.
await startPart({
  name: 'worker',
  roles: ['sweeper', 'relay'],
  withQueues: true,
  needs: NEEDS,
  modules: () => [AuditModule.forEvents(DEADLINE_EVENTS), WorkerModule],
});
