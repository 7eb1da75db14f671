import type { DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Officer, PersonId, SessionId } from '@tracedesk/kernel';
import { idOf, stateCode } from '@tracedesk/kernel';
import { API_DENIAL_STATUS, ApiAloneModule, ApiModule } from '@tracedesk/app-api';
import { WebModule } from '@tracedesk/app-web';
import { ATTACHMENT_EVENTS, ATTACHMENT_PERMISSIONS } from '@tracedesk/attachments';
import { AuditModule } from '@tracedesk/audit';
import { CONFIDENTIALITY_EVENTS, CONFIDENTIALITY_PERMISSIONS } from '@tracedesk/confidentiality';
import { DEADLINE_EVENTS } from '@tracedesk/deadlines';
import { DIRECTORY_EVENTS, DIRECTORY_PERMISSIONS, DirectoryModule } from '@tracedesk/directory';
import {
  DemonstrationPeople,
  IDENTITY_EVENTS,
  IDENTITY_PERMISSIONS,
  IdentityModule,
  type DemonstrationFacts,
} from '@tracedesk/identity';
import { NOTIFICATION_EVENTS, NOTIFICATION_PERMISSIONS } from '@tracedesk/notifications';
import { createHttpApp, DeskConfig, DeskLog, Health, PlatformModule, Queues, type QueueHealth } from '@tracedesk/platform';
import { TRACING_EVENTS, TRACING_PERMISSIONS } from '@tracedesk/tracing';
export { TracingWalk, must, on, onceKey } from './tracing-walk.js';
export { trafficOf, type DatabaseTraffic } from './database-traffic.js';
import type { WalkedDesk } from './tracing-walk.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';

/** Which doors of the house are open: those of the desk, or of one of its programs alone. */
export type Doors = keyof typeof DOORS;
const DOORS = { api: [ApiAloneModule], web: [WebModule], desk: [ApiModule, WebModule] } as const;

export interface TestDeskOptions {
  readonly log?: DeskConfig['logLevel'];
  readonly doors?: Doors;
}

/** The rooms and the API (or the pages, or both) of a desk in this process, over a database of its own, with the demonstration's States and people. */
export interface TestDesk extends WalkedDesk {
  readonly database: TestDatabase;
  readonly app: NestFastifyApplication;
  readonly demonstration: DemonstrationFacts;
  close(): Promise<void>;
}

/** The rooms and the API over a database that has its own past. */
export type OpenDesk = Pick<TestDesk, 'database' | 'get' | 'close'>;

export async function openDeskOver(database: TestDatabase): Promise<OpenDesk> {
  const app = await appOver(database, 'silent', 'api');
  await app.init();
  return {
    database,
    get: <T>(service: abstract new (...given: never[]) => T) => app.get<T>(service, { strict: false }),
    async close() {
      await app.close();
      await database.close();
    },
  };
}

/** Opens it; it listens nowhere until `app.listen` is called. Close it in `afterAll`. */
export async function openTestDesk({ log = 'silent', doors = 'api' }: TestDeskOptions = {}): Promise<TestDesk> {
  const database = await openTestDatabase({ states: [] });
  const app = await appOver(database, log, doors);
  await app.init();
  const demonstration = await app.get(DemonstrationPeople, { strict: false }).create();
  return {
    database,
    app,
    demonstration,
    officer: (state, name = 'officer') => officerFrom(demonstration, state, name),
    get: <T>(service: abstract new (...given: never[]) => T) => app.get<T>(service, { strict: false }),
    async close() {
      await app.close();
      await database.close();
    },
  };
}

async function appOver(database: TestDatabase, logLevel: DeskConfig['logLevel'], doors: Doors): Promise<NestFastifyApplication> {
  const config = Object.assign(new DeskConfig(), {
    host: '127.0.0.1',
    port: 0,
    dataDir: database.keysFolder,
    keysDir: database.keysFolder,
    databaseUrl: null,
    redisUrl: null,
    logLevel,
    publicOrigin: 'http://127.0.0.1:3000',
    trustedProxies: [],
    databasePasswords: {},
  });
  const log = new DeskLog(logLevel);
  const root: DynamicModule = {
    module: TestRoot,
    imports: [
      PlatformModule.forRoot({
        config,
        log,
        health: new Health(),
        access: database.access,
        queues: new NoQueues(),
        entities: [],
      }),
      AuditModule.forEvents([
        ...DIRECTORY_EVENTS,
        ...IDENTITY_EVENTS,
        ...TRACING_EVENTS,
        ...DEADLINE_EVENTS,
        ...CONFIDENTIALITY_EVENTS,
        ...ATTACHMENT_EVENTS,
        ...NOTIFICATION_EVENTS,
      ]),
      DirectoryModule,
      IdentityModule.forPermissions({
        ...DIRECTORY_PERMISSIONS,
        ...IDENTITY_PERMISSIONS,
        ...TRACING_PERMISSIONS,
        ...CONFIDENTIALITY_PERMISSIONS,
        ...ATTACHMENT_PERMISSIONS,
        ...NOTIFICATION_PERMISSIONS,
      }),
      ...DOORS[doors],
    ],
  };
  return createHttpApp(root, config, { log, statuses: API_DENIAL_STATUS });
}

class TestRoot {}

/** Nobody answers doorbells here: the outbox keeps its rows, where a spec can look at them. */
class NoQueues extends Queues {
  readonly backend = 'postgres';
  async add(): Promise<void> {}
  work(): void {}
  async health(): Promise<QueueHealth> {
    return { backend: 'postgres', reachable: true, fit: true, polled: true, quietMs: null };
  }
  async time(): Promise<null> {
    return null;
  }
  async close(): Promise<void> {}
}

const NO_SESSION = idOf<SessionId>('00000000-0000-4000-8000-000000000000');

function officerFrom({ people }: DemonstrationFacts, state: string, name: string): Officer {
  const person = people.find((one) => one.state === state && one.name === name);
  if (!person) throw new Error(`The demonstration has no ${name} of ${state}.`);
  return {
    kind: 'person',
    personId: idOf<PersonId>(person.personId),
    state: stateCode(state),
    role: person.role,
    sessionId: NO_SESSION,
  };
}
