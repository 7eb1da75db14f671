import { inspect } from 'node:util';
import type { DynamicModule, Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CodedError } from '@tracedesk/kernel';
import { DATABASE_ROLES, type DatabaseAccess, type DatabaseRole } from '../config/database-access.js';
import { configSummary } from '../config/config-summary.adapter.js';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { ConfigError, readConfig, type Environment } from '../config/read-config.adapter.js';
import type { DatabaseModuleOptions } from '../database/database.module.js';
import { DeskDatabase } from '../database/desk-database.service.js';
import { checkDatabase, prepareDatabase, type Preparation, type Prepared } from '../database/installation.adapter.js';
import { freePort } from '../embedded/free-port.adapter.js';
import { installHealthRoutes } from '../health/health-routes.adapter.js';
import { operatorTokenOf } from '../health/operator-token.adapter.js';
import { Health } from '../health/health.service.js';
import { createHttpApp } from '../http/create-http-app.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { PlatformModule } from '../platform.module.js';
import { prepareQueueSchema } from '../queues/postgres-place.adapter.js';
import { openGround, type Ground } from './ground.adapter.js';
import { openQueues, type OpenQueues } from './open-queues.adapter.js';
import { refuseTakenPort } from './port.adapter.js';
import { runUntilStopped } from './until-stopped.adapter.js';
import { withNewestZoneData, zoneDataSource } from '../zones/launch-again.adapter.js';
import { ownZoneData, type KeptZoneData } from '../zones/zone-data.adapter.js';
import { zoneDataWarning } from '../zones/zone-data-version.js';

/** One program of the desk: which rooms it runs, and what it needs for them. */
export interface Part {
  readonly name: 'desk' | 'api' | 'web' | 'worker';
  /** The modules beside the platform's. */
  readonly modules: (config: DeskConfig) => readonly (Type | DynamicModule)[];
  readonly entities?: DatabaseModuleOptions['entities'];
  /** The database roles it plays, beside `queue` where the queues lie in the database. */
  readonly roles: readonly DatabaseRole[];
  /** Whether it adds or works jobs. */
  readonly withQueues: boolean;
  /** The migrations of all rooms, for the program that prepares the database; others find it prepared or refuse. */
  readonly migrations?: Preparation['migrations'];
  /** For a program that prepares nothing: the migrations whose tables it works on. */
  readonly needs?: Preparation['migrations'];
  readonly statuses?: Readonly<Record<string, number>>;
  readonly demonstrationBegins?: string;
  /** Gives a new demonstration its States, people and requests, before anybody is let in. */
  readonly fillDemonstration?: (started: Started) => Promise<void>;
  readonly afterListening?: (started: Started) => void;
}

export interface Started {
  readonly app: NestFastifyApplication;
  readonly config: DeskConfig;
  readonly log: DeskLog;
  readonly ground: Ground;
  /** In words: which queues are in use. */
  readonly queuesSay: string;
  readonly prepared: Prepared | null;
}

/** Starts a program and keeps it until it is told to end. Whatever hinders it is told in one sentence, and the process ends with 1. */
export async function startPart(part: Part): Promise<void> {
  try {
    const kept = await withNewestZoneData(readConfig(process.env).dataDir);
    await start(part, await settle(process.env), kept);
  } catch (error) {
    tellAndExit(error);
  }
}

/** Tells why a command cannot go on, in the error's own sentence where it has one, and ends the process. */
export function tellAndExit(error: unknown): never {
  const told = error instanceof CodedError;
  process.stderr.write(`${told ? error.message : inspect(error)}\n`);
  process.exit(1);
}

/** Prepares the database of a server and starts nothing: roles, schemas, what is missing of the migrations. */
export async function prepareDesk(
  environment: Environment,
  migrations: Preparation['migrations'],
): Promise<Prepared & { readonly shown: string }> {
  const config = readConfig(environment);
  if (config.databaseUrl === null)
    throw new ConfigError(['DATABASE_URL must name the server to prepare; a demonstration prepares its own.']);
  const ground = await openGround(config, { roles: DATABASE_ROLES, makePasswords: true });
  try {
    const prepared = await prepare({ migrations }, config, ground.access, new DeskLog(config.logLevel));
    return { ...(prepared ?? { created: false, migrationsRun: 0 }), shown: ground.access.shown };
  } finally {
    await ground.leave();
  }
}

/** Any free port, where 0 was asked for: links and the check of origins need the number. */
async function settle(environment: Environment): Promise<DeskConfig> {
  const config = readConfig(environment);
  return config.port === 0 ? readConfig({ ...environment, PORT: String(await freePort()) }) : config;
}

async function start(part: Part, config: DeskConfig, kept: KeptZoneData): Promise<void> {
  const log = new DeskLog(config.logLevel);
  if (kept.found === 'damaged') log.warn('zones.kept_not_used', { version: ownZoneData() });
  log.info('desk.starting', { part: part.name, ...configSummary(config) });
  await refuseTakenPort(config);
  const undo: (() => Promise<void>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of undo.toReversed()) await step();
  };
  try {
    const roles = [...part.roles, ...(part.withQueues && config.redisUrl === null ? (['queue'] as const) : [])];
    const ground = await openGround(config, {
      roles: part.migrations ? DATABASE_ROLES : roles,
      makePasswords: part.migrations !== undefined,
      log,
    });
    undo.push(() => ground.leave());
    if (ground.copyOf !== null) log.warn('desk.folder_is_a_copy', { of: ground.copyOf.path, since: ground.copyOf.since });
    const prepared = await prepare(part, config, ground.access, log);
    const open = part.withQueues ? await openQueues(config, ground.access, log) : null;
    if (open)
      undo.push(
        () => open.leave(),
        () => open.queues.close(),
      );
    const health = new Health();
    const app = await makeApp(part, config, log, ground, open, health);
    undo.push(() => app.close());
    undo.push(() => Promise.resolve(health.beginStopping()));
    const started: Started = { app, config, log, ground, queuesSay: open?.says ?? 'none in this process', prepared };
    if (config.demonstration && prepared?.created) await part.fillDemonstration?.(started);
    ground.finished();
    await app.listen(config.port, config.host);
    log.info('desk.started', { part: part.name, ms: Math.round(performance.now()) });
    runUntilStopped({ stop, lost: firstLost(ground, open) }, log);
    part.afterListening?.(started);
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
}

/** Whoever has an administrator's address prepares; anybody else looks whether it has been done. */
async function prepare(
  { migrations, needs, demonstrationBegins }: Pick<Part, 'migrations' | 'needs' | 'demonstrationBegins'>,
  config: DeskConfig,
  access: DatabaseAccess,
  log: DeskLog,
): Promise<Prepared | null> {
  const kind = config.demonstration ? 'demonstration' : 'server';
  if (migrations === undefined || new URL(access.administratorUrl).username === '') {
    await checkDatabase(access, kind, migrations ?? needs);
    return null;
  }
  const prepared = await prepareDatabase({
    access,
    kind,
    migrations,
    told: (migration) => log.info('database.migrated', { migration }),
    ...(demonstrationBegins === undefined ? {} : { demonstrationBegins }),
  });
  await prepareQueueSchema(access);
  return prepared;
}

async function makeApp(
  part: Part,
  config: DeskConfig,
  log: DeskLog,
  ground: Ground,
  open: OpenQueues | null,
  health: Health,
): Promise<NestFastifyApplication> {
  const platform = PlatformModule.forRoot({
    config,
    log,
    health,
    access: ground.access,
    queues: open?.queues ?? null,
    entities: part.entities ?? [],
  });
  const root: DynamicModule = { module: Root, imports: [platform, ...part.modules(config)] };
  const app = await createHttpApp(root, config, { log, statuses: part.statuses ?? {} });
  installHealthRoutes(app.getHttpAdapter().getInstance(), health, operatorTokenOf(config, log));
  const database = app.get(DeskDatabase);
  health.register('database', async () => ({ ok: true, kind: ground.access.kind, version: await database.version() }));
  health.register('zones', async () => ({
    ok: true,
    version: ownZoneData(),
    source: zoneDataSource(),
    warning: zoneDataWarning(ownZoneData(), await database.zoneData(), new Date()),
  }));
  if (open) {
    health.register('queue', async () => {
      const { backend, reachable, fit, polled, quietMs } = await open.queues.health();
      return { ok: reachable && fit && polled, kind: backend, reachable, fit, quietMs };
    });
  }
  return app;
}

class Root {}

async function firstLost(ground: Ground, open: OpenQueues | null): Promise<string> {
  return Promise.race([ground.ended.then(() => 'PostgreSQL'), ...(open ? [open.ended.then(() => 'Redis')] : [])]);
}
