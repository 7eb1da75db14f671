import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { DeskLog } from '../logging/desk-log.service.js';
import { StartError } from '../embedded/start-error.js';
import { BullQueues, type QueuePlace } from './bull-queues.adapter.js';
import type { Queues } from './queues.js';

/** One hash tag for all keys, so that they lie on one node of a cluster. */
const PREFIX = '{desk}';
const OLDEST_VERSION = [6, 2] as const;
const PATIENCE_MS = 10_000;
const RETRY_MS = 100;
const LOOK_EVERY_MS = 10_000;

/** Queues on a Redis or Valkey server that is there and keeps what it is given. Throws StartError otherwise. */
export async function openRedisQueues(url: string, log: DeskLog): Promise<Queues> {
  const control = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    retryStrategy: (times) => Math.min(times * 100, 2_000),
  });
  control.on('error', () => undefined);
  try {
    await connect(control);
    const objection = objectionTo(await control.info());
    if (objection !== null) throw new StartError('QUEUE_NOT_USABLE', objection);
  } catch (error) {
    control.disconnect();
    throw error;
  }
  const fitness = new Fitness(control, log);
  const connection = { url, retryStrategy: (times: number) => Math.min(times * 100, 2_000) };
  const place: QueuePlace = {
    backend: 'redis',
    // Without these two, adding waits for ever while Redis is away, and the outbox with it.
    adding: {
      connection: { ...connection, enableOfflineQueue: false, maxRetriesPerRequest: 1 },
      prefix: PREFIX,
      skipWaitingForReady: false,
    },
    working: { connection: { ...connection, maxRetriesPerRequest: null }, prefix: PREFIX },
    factory: createRedisBackend,
    myTurn: () => Promise.resolve(),
    ping: async () => void (await control.ping()),
    objection: () => fitness.objection,
    time: async () => {
      const [seconds = '0', microseconds = '0'] = (await control.time()).map(String);
      return new Date(Number(seconds) * 1_000 + Number(microseconds) / 1_000);
    },
    close: async () => {
      fitness.stop();
      control.disconnect();
    },
  };
  return new BullQueues(place, log);
}

/** A server that starts together with the desk may be a moment late. */
async function connect(control: Redis): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      if (control.status === 'wait' || control.status === 'end') await control.connect();
      await control.ping();
      return;
    } catch (cause) {
      if (Date.now() > until || isFinal(cause)) {
        const reason = reasonOf(cause);
        const message = `Redis at ${control.options.host}:${control.options.port} does not let the desk in (${reason}): is it running, and is REDIS_URL right?`;
        throw new StartError('QUEUE_NOT_USABLE', message, {}, { cause });
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** A wrong password does not become right by waiting. */
function isFinal(cause: unknown): boolean {
  return /WRONGPASS|NOAUTH|NOPERM/.test((cause as Error).message);
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as { code?: string; message: string };
  return code ?? message.split(' ')[0] ?? 'no reason given';
}

/** Somebody may change a server's settings, or make it a replica, while the desk runs: looked at again and again. */
class Fitness {
  objection: string | null = null;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly control: Redis,
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
    const info = await this.control.info().catch(() => null);
    if (info === null) return;
    const found = objectionTo(info);
    if (found !== null && found !== this.objection) this.log.error('queue.unfit', { found });
    this.objection = found;
  }
}

/** What makes a server unfit to keep jobs, by its own words, and what would help; null if nothing does. */
export function objectionTo(info: string): string | null {
  const told = (name: string): string => new RegExp(`^${name}:(.*)$`, 'm').exec(info)?.[1]?.trim() ?? '';
  const version = told('redis_version');
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < OLDEST_VERSION[0] || (major === OLDEST_VERSION[0] && minor < OLDEST_VERSION[1]))
    return `The Redis server is version ${version}; the queues need ${OLDEST_VERSION.join('.')} or newer.`;
  const policy = told('maxmemory_policy');
  if (policy !== '' && policy !== 'noeviction')
    return `The Redis server may throw keys away (maxmemory-policy ${policy}): set maxmemory-policy noeviction.`;
  if (told('role') === 'slave') return 'The Redis server is a replica and takes no jobs: REDIS_URL must lead to the primary.';
  return null;
}
