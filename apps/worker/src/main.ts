import { AuditModule } from '@tracedesk/audit';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import { startPart } from '@tracedesk/platform';
import { WorkerModule } from './worker.module.js';

// The worker alone, beside api and web. It serves nothing but its own health.
await startPart({
  name: 'worker',
  roles: ['sweeper', 'relay'],
  withQueues: true,
  modules: () => [AuditModule.forEvents(DEADLINE_EVENTS), WorkerModule],
});
