import { createRedisBackend } from 'bullmq';
import { readRedisAddress } from '../config/redis-address.js';
import type { DeskLog } from '../logging/desk-log.service.js';
import { StartError } from '../embedded/start-error.js';
import { BullQueues, type QueuePlace } from './bull-queues.adapter.js';
import type { Queues } from './queues.js';
import { redisClients, type LookedAt, type RedisClients } from './redis-clients.adapter.js';

/** One hash tag for all keys, so that they lie on one node of a cluster. */
const PREFIX = '{desk}';
/** A key of that node which is never there: to ask whether the node answers. */
const ASKED_FOR = `${PREFIX}:asked-for`;
const OLDEST_VERSION = [6, 2] as const;
const PATIENCE_MS = 10_000;
const RETRY_MS = 100;
const LOOK_EVERY_MS = 10_000;

/** Queues on a Redis or Valkey that is there and keeps what it is given, each server of it. Throws StartError otherwise. */
export async function openRedisQueues(url: string, log: DeskLog): Promise<Queues> {
  const address = readRedisAddress(url);
  if ('problem' in address) throw new StartError('QUEUE_NOT_USABLE', address.problem);
  const clients = redisClients(address);
  const { control } = clients;
  try {
    await connect(control, address.shown);
    const objection = objectionTo(await clients.eachServer());
    if (objection !== null) throw new StartError('QUEUE_NOT_USABLE', objection);
  } catch (error) {
    clients.disconnect();
    throw error;
  }
  const fitness = new Fitness(clients, log);
  const place: QueuePlace = {
    backend: 'redis',
    adding: { connection: clients.adding(), prefix: PREFIX, skipWaitingForReady: false },
    working: { connection: clients.working(), prefix: PREFIX },
    factory: createRedisBackend,
    myTurn: () => Promise.resolve(),
    ping: async () => {
      await control.exists(ASKED_FOR);
    },
    objection: () => fitness.objection,
    time: async () => {
      const told: readonly unknown[] = await control.time();
      const [seconds, microseconds] = told;
      return new Date(Number(seconds) * 1_000 + Number(microseconds) / 1_000);
    },
    close: async () => {
      fitness.stop();
      clients.disconnect();
    },
  };
  return new BullQueues(place, log);
}

/** A server that starts together with the desk may be a moment late, and sentinels may be voting. */
async function connect(control: RedisClients['control'], shown: string): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  let told: unknown = null;
  control.on('error', (error: unknown) => void (told = error));
  for (;;) {
    try {
      if (control.status === 'wait' || control.status === 'end')
        void control.connect().catch((error: unknown) => void (told = error));
      await control.exists(ASKED_FOR);
      return;
    } catch (error) {
      const cause = isFinal(error) ? error : (told ?? error);
      if (Date.now() > until || isFinal(cause)) {
        const message = `Redis at ${shown} does not let the desk in (${reasonOf(cause)}): is it running, and is REDIS_URL right?`;
        throw new StartError('QUEUE_NOT_USABLE', message, {}, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** A wrong password does not become right by waiting. */
function isFinal(cause: unknown): boolean {
  return /WRONGPASS|NOAUTH|NOPERM/.test(innermost(cause).message);
}

function reasonOf(cause: unknown): string {
  const { code, message } = innermost(cause);
  if (message.startsWith('All sentinels')) return 'no sentinel tells where it is';
  return code ?? message.split(' ')[0] ?? 'no reason given';
}

/** A cluster says that no node let it in, and beside that why the last one did not. */
function innermost(cause: unknown): { readonly code?: string; readonly message: string } {
  const { lastNodeError } = cause as { readonly lastNodeError?: Error };
  return lastNodeError ?? (cause as Error);
}

/** Somebody may change a server's settings, or make it a replica, while the desk runs: looked at again and again. */
class Fitness {
  objection: string | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly clients: RedisClients,
    private readonly log: DeskLog,
  ) {
    this.timer = setInterval(() => void this.look(), LOOK_EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    // Away is told elsewhere; what was wrong before is still wrong then.
    const servers = await this.clients.eachServer().catch(() => null);
    if (servers === null) return;
    const found = objectionTo(servers);
    if (found !== null && found !== this.objection) this.log.error('queue.unfit', { found });
    this.objection = found;
  }
}

/** What makes one of the servers unfit to keep jobs, by its own words, and what would help; null if nothing does. */
function objectionTo(servers: readonly LookedAt[]): string | null {
  if (servers.length > 0 && servers.every(({ info }) => toldIn(info, 'role') === 'slave'))
    return 'The Redis server is a replica and takes no jobs: REDIS_URL must lead to the primary.';
  return servers.map(objectionToOne).find((objection) => objection !== null) ?? null;
}

function objectionToOne({ at, info }: LookedAt): string | null {
  const version = toldIn(info, 'redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1]))
    return `The Redis server at ${at} is version ${version}; the queues need ${OLDEST_VERSION.join('.')} or newer.`;
  const policy = toldIn(info, 'maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction')
    return `The Redis server at ${at} may throw keys away (maxmemory-policy ${policy}): set maxmemory-policy noeviction.`;
  return null;
}

function toldIn(info: string, name: string): string {
  return new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
}
