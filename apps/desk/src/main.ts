import { API_DENIAL_STATUS, ApiModule } from '@tracedesk/app-api';
import { WebModule } from '@tracedesk/app-web';
import { WorkerModule } from '@tracedesk/app-worker';
import { AuditModule } from '@tracedesk/audit';
import { DirectoryModule } from '@tracedesk/directory';
import { DemonstrationPeople, IdentityModule } from '@tracedesk/identity';
import { DATABASE_ROLES, startPart, type Started } from '@tracedesk/platform';
import { CorrectZones } from '@tracedesk/tracing';
import { DEMONSTRATION_BEGINS, loadDemonstrationRequests } from './demonstration/load-demonstration-requests.js';
import { EVENTS, MIGRATIONS, PERMISSIONS } from './rooms.js';
import { startMessage } from './start-message.js';

// Everything in one process, for one machine: what `npm start` runs.
await startPart({
  name: 'desk',
  roles: DATABASE_ROLES,
  withQueues: true,
  statuses: API_DENIAL_STATUS,
  migrations: MIGRATIONS,
  demonstrationBegins: DEMONSTRATION_BEGINS,
  modules: () => [
    AuditModule.forEvents(EVENTS),
    DirectoryModule,
    IdentityModule.forPermissions(PERMISSIONS),
    ApiModule,
    WebModule,
    WorkerModule,
  ],
  fillDemonstration,
  afterListening: (started) => {
    console.log(startMessage(started, started.app.get(DemonstrationPeople).known()));
    void started.app.get(CorrectZones).execute();
  },
});

async function fillDemonstration({ app }: Started): Promise<void> {
  await loadDemonstrationRequests(app, await app.get(DemonstrationPeople).create());
}
