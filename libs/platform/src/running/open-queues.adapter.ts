import { join } from 'node:path';
import type { DatabaseAccess } from '../config/database-access.js';
import type { DeskConfig } from '../config/desk-config.dto.js';
import { readRedisAddress } from '../config/redis-address.js';
import { keepRunning } from '../embedded/keep-running.adapter.js';
import { findRedis, startPrivateRedis } from '../embedded/private-redis.adapter.js';
import type { DeskLog } from '../logging/desk-log.service.js';
import { openPostgresQueues } from '../queues/postgres-place.adapter.js';
import type { Queues } from '../queues/queues.js';
import { openRedisQueues } from '../queues/redis-place.adapter.js';
import { tellsOf } from './tells-of-servants.adapter.js';

/** The queues in use, in words for the start-up message, and how to end a server of our own. */
export interface OpenQueues {
  readonly queues: Queues;
  readonly says: string;
  /** Settles if a Redis of our own ends for good. */
  readonly ended: Promise<unknown>;
  leave(): Promise<void>;
}

/**
 * `REDIS_URL` if it is set; else, for a desk with its own database, a private Redis or Valkey where one is installed; else the database.
 * Wherever they are, they hold nothing that the database does not know.
 */
export async function openQueues(config: DeskConfig, access: DatabaseAccess, log: DeskLog): Promise<OpenQueues> {
  if (config.redisUrl !== null) {
    const queues = await openRedisQueues(config.redisUrl, log);
    return { queues, says: saysWhere(config.redisUrl), ended: never(), leave: nothing };
  }
  return (access.kind === 'embedded' ? await onPrivateRedis(config, log) : null) ?? onPostgres(access, log);
}

function saysWhere(redisUrl: string): string {
  const address = readRedisAddress(redisUrl);
  if ('problem' in address) return 'Redis';
  const hosts = address.shown.replace(/^.*:\/\//, '');
  return {
    server: `the Redis server at ${hosts}`,
    sentinel: `the Redis server that the sentinels at ${hosts} name`,
    cluster: `the Redis cluster at ${hosts}`,
  }[address.kind];
}

async function onPrivateRedis(config: DeskConfig, log: DeskLog): Promise<OpenQueues | null> {
  const found = findRedis(process.env['PATH'] ?? '');
  if (found === null) return null;
  try {
    const folder = join(config.dataDir, 'redis');
    const redis = await startPrivateRedis(found, folder);
    const queues = await openRedisQueues(redis.url, log);
    const kept = keepRunning(redis, () => startPrivateRedis(found, folder, redis.place), tellsOf(found.name, log));
    return { queues, says: `a private ${found.name}, started with the desk`, ended: kept.lost, leave: () => kept.stop() };
  } catch (error) {
    // An old or broken Redis on somebody's path is no reason not to work: there is another place.
    log.warn('queue.private_redis_not_used', { name: found.name }, error);
    return null;
  }
}

async function onPostgres(access: DatabaseAccess, log: DeskLog): Promise<OpenQueues> {
  return {
    queues: await openPostgresQueues(access, log),
    says: 'the database itself (no Redis found)',
    ended: never(),
    leave: nothing,
  };
}

function nothing(): Promise<void> {
  return Promise.resolve();
}

function never(): Promise<unknown> {
  return new Promise(() => undefined);
}
