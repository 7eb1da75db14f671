import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';
import type { DatabaseAccess } from '../config/database-access.js';
import { SCHEMA, type ProcessRole, type StateRole } from './roles.js';
import { StatementNames } from './statement-name.js';
import { ownZoneData } from '../zones/zone-data.adapter.js';

/** What this process needs of the database. */
export interface DatabaseOptions {
  readonly access: DatabaseAccess;
  /** The rows of the rooms, for those who use TypeORM's query builder. */
  readonly entities?: readonly (EntitySchema | (new () => object))[];
  readonly poolSizes?: Readonly<Partial<Record<StateRole | ProcessRole, number>>>;
}

/** Few, for each is a PostgreSQL process of several MB: two cores are busy with eight. */
const POOL_SIZES = { app: 8, administration: 2, sweeper: 2, relay: 1 } as const;
const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 30_000;

const names = new StatementNames();

/** A client that prepares every statement with parameters: TypeORM has no word for it, so it is told here, below it. */
class PreparingClient extends pg.Client {
  // pg's own signature is a dozen overloads; only the one with text and values is of interest.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  override query(config: any, values?: any, callback?: any): any {
    if (typeof config === 'string' && Array.isArray(values) && values.length > 0) {
      const name = names.of(config);
      if (name !== null) return super.query({ name, text: config, values }, callback as never);
    }
    return super.query(config as never, values as never, callback as never);
  }
}

class PreparingPool extends pg.Pool {
  constructor(options: pg.PoolConfig) {
    super({ ...options, Client: PreparingClient });
  }
}

/** Each connection tells with which zone data its process counts days: the others see it and can warn of a difference. */
const ZONE_DATA_MARK = `tz${ownZoneData()}`;

/** TypeORM as a role that acts for States. Its `driver` option takes any module shaped like pg. */
export function stateDataSource({ access, entities, poolSizes }: DatabaseOptions, role: StateRole): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: { ...pg, Pool: PreparingPool },
    url: access.urlFor(role),
    entities: [...(entities ?? [])],
    schema: SCHEMA,
    poolSize: poolSizes?.[role] ?? POOL_SIZES[role],
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    applicationName: `tracedesk ${role} ${ZONE_DATA_MARK}`,
    // Pipelined: statements that do not wait for each other travel together, where a unit of work asks for several at once.
    extra: { idleTimeoutMillis: IDLE_TIMEOUT_MS, pipeline: true },
    installExtensions: false,
    logging: false,
    poolErrorHandler: connectionLost,
  });
}

export function processPool({ access, poolSizes }: DatabaseOptions, role: ProcessRole): pg.Pool {
  const pool = new PreparingPool({
    connectionString: access.urlFor(role),
    max: poolSizes?.[role] ?? POOL_SIZES[role],
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: `tracedesk ${role} ${ZONE_DATA_MARK}`,
  });
  pool.on('error', connectionLost);
  return pool;
}

/** An idle connection that breaks is replaced at the next use, where an outage is then noticed and told. */
function connectionLost(): void {
  // nothing to do
}
