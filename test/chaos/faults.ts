import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, rmSync, unlinkSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findRedis } from '@tracedesk/platform';
import type { Count } from './deadlines.js';
import { World, type Scale } from './world.js';

export interface Fault {
  readonly name: string;
  readonly queues: 'redis' | 'postgres';
  /** Does its harm while deadlines fall due, and leaves the world working. */
  readonly harm: (world: World) => Promise<void>;
  /** Instead of two workers that run before anything is due. */
  readonly start?: (world: World) => Promise<void>;
  /** How long nothing may be seen to happen afterwards before what is not done counts as lost. */
  readonly patienceSeconds?: number;
  /** Why it cannot be tried on this machine, or null. */
  readonly missing?: () => string | null;
  /** Where PostgreSQL's files lie, and how they go away again. */
  readonly disk?: () => { readonly folder: string; readonly drop: () => void };
}

const HALF = 0.5;
/** BullMQ's lock lasts thirty seconds. */
const PAST_THE_LOCK_MS = 32_000;
const AWAY_MS = 2_500;
/** The job of a killed worker comes back after 62 to 65 seconds, with the second check for stalled jobs. */
const PATIENCE_SECONDS = 90;
const FLUSHES = 30;
const FLUSHED_EVERY_MS = 25;
const FAKETIME = [
  '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1',
  '/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1',
];
const library = FAKETIME.find((file) => existsSync(file));

const halfway = (world: World): Promise<void> => pause(world.scale.withinSeconds * HALF * 1_000);
const redisOf = ({ redis }: World): NonNullable<World['redis']> => {
  if (redis === null) throw new Error('This world has no Redis.');
  return redis;
};

/** Everything that dies, lies or is late around deadlines (issue list of the reliability page), each with how it is done to them. */
export const FAULTS: readonly Fault[] = [
  {
    // Again and again, so that it also hits jobs between the relay and their handler.
    name: 'Redis flushed',
    queues: 'redis',
    harm: async (world) => {
      await halfway(world);
      for (let times = 0; times < FLUSHES; times += 1) {
        await redisOf(world).ask('flushall');
        await pause(FLUSHED_EVERY_MS);
      }
    },
  },
  {
    name: 'Redis killed and restarted',
    queues: 'redis',
    harm: async (world) => {
      await halfway(world);
      await redisOf(world).kill();
      await pause(AWAY_MS);
      await redisOf(world).start();
    },
  },
  {
    name: 'Redis killed and its files deleted',
    queues: 'redis',
    harm: async (world) => {
      await halfway(world);
      await redisOf(world).kill();
      redisOf(world).forget();
      await redisOf(world).start();
    },
  },
  {
    name: 'Redis paused',
    queues: 'redis',
    harm: async (world) => {
      await halfway(world);
      redisOf(world).signal('SIGSTOP');
      await pause(AWAY_MS);
      redisOf(world).signal('SIGCONT');
    },
  },
  {
    name: 'Redis refuses writes',
    queues: 'redis',
    harm: async (world) => {
      await redisOf(world).ask('config', 'set', 'maxmemory', '1');
      await halfway(world);
      await pause(AWAY_MS);
      await redisOf(world).ask('config', 'set', 'maxmemory', '0');
    },
  },
  {
    name: 'a worker killed before it commits',
    queues: 'redis',
    start: async (world) => void (await Promise.all([world.work(1, { dies: 'before commit' }), world.work(1)])),
    harm: halfway,
  },
  {
    name: 'a worker killed after it commits, before the queue hears of it',
    queues: 'redis',
    start: async (world) => void (await Promise.all([world.work(1, { dies: 'after commit' }), world.work(1)])),
    harm: halfway,
  },
  {
    name: 'a worker frozen past its lock',
    queues: 'redis',
    harm: async (world) => {
      await halfway(world);
      world.workers[0]?.signal('SIGSTOP');
      await pause(PAST_THE_LOCK_MS);
      world.workers[0]?.signal('SIGCONT');
      await pause(AWAY_MS);
    },
  },
  {
    name: 'four workers and their sweeps race, two are killed',
    queues: 'redis',
    start: async (world) => void (await world.work(4)),
    harm: async (world) => {
      await halfway(world);
      await Promise.all(world.workers.slice(0, 2).map((worker) => worker.kill()));
    },
  },
  {
    name: 'one worker on the PostgreSQL backend killed, a second takes its turn',
    queues: 'postgres',
    harm: async (world) => {
      await halfway(world);
      await world.workers[0]?.kill();
    },
  },
  ...(['redis', 'postgres'] as const).map((queues) => ({
    name: `PostgreSQL killed and restarted (queues on ${queues})`,
    queues,
    harm: async (world: World) => {
      await halfway(world);
      await world.postgres.kill();
      await world.postgres.comeBack();
      await world.connect();
    },
  })),
  ...['+11d', '-1h'].map((shift) => ({
    name: `a worker's clock ${shift}`,
    queues: 'redis' as const,
    missing: () => (library === undefined ? 'libfaketime is not installed (Debian: faketime)' : null),
    start: async (world: World) => {
      const environment = { LD_PRELOAD: library, FAKETIME: shift, FAKETIME_DONT_FAKE_MONOTONIC: '1' };
      await world.work(2, { environment });
    },
    harm: halfway,
  })),
  {
    name: 'no worker for 24 hours',
    queues: 'redis',
    start: () => Promise.resolve(),
    harm: async (world) => {
      await world.sql.query(`select advance_desk_clock('24 hours')`);
      await world.work(2);
    },
  },
  {
    name: 'the disk full and freed',
    queues: 'redis',
    missing: () => (process.getuid?.() === 0 && canMount() ? null : 'a small file system cannot be mounted here (root only)'),
    disk: smallDisk,
    harm: fillDisk,
    patienceSeconds: 120,
  },
];

/** Tries one fault on a world of its own and says what became of the deadlines. */
async function tried(fault: Fault, scale: Scale): Promise<Count> {
  const disk = fault.disk?.();
  const world = await World.open(fault.queues, scale, disk?.folder);
  try {
    await (fault.start?.(world) ?? world.work(2));
    await world.schedule();
    await fault.harm(world);
    return await world.settled(fault.patienceSeconds ?? PATIENCE_SECONDS);
  } finally {
    await world.close();
    disk?.drop();
  }
}

/** Why this fault cannot be tried on this machine, or null. */
export function missingOf(fault: Fault): string | null {
  if (fault.queues === 'redis' && findRedis(process.env['PATH'] ?? '') === null)
    return 'no redis-server or valkey-server on the PATH';
  return fault.missing?.() ?? null;
}

/** What became of the deadlines, or why the fault could not be tried here. */
export type Tried = Count | { readonly notTried: string };

/** Tries faults, so many side by side, each on a world of its own. */
export async function triedAll(
  faults: readonly Fault[],
  scale: Scale,
  atOnce: number,
  told: (fault: Fault, result: Tried) => void = () => undefined,
): Promise<ReadonlyMap<string, Tried>> {
  const results = new Map<string, Tried>();
  const waiting = [...faults];
  const lane = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault; fault = waiting.shift()) {
      const notTried = missingOf(fault);
      const result = notTried === null ? await tried(fault, scale) : { notTried };
      results.set(fault.name, result);
      told(fault, result);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return results;
}

const DISK_MEGABYTES = 256;

function smallDisk(): { readonly folder: string; readonly drop: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-disk-'));
  mount(folder);
  return {
    folder: join(folder, 'postgres'),
    drop: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mount(folder: string): boolean {
  return spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m,mode=755`, 'tmpfs', folder]).status === 0;
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'tracedesk-disk-'));
  const mounted = mount(folder);
  if (mounted) spawnSync('umount', [folder]);
  rmSync(folder, { recursive: true, force: true });
  return mounted;
}

/** Not one more byte goes onto the disk for a while; a PostgreSQL that gave up is started again, as a supervisor does. */
async function fillDisk(world: World): Promise<void> {
  const disk = join(world.postgres.folder, '..');
  mkdirSync(disk, { recursive: true });
  const filler = join(disk, 'filler');
  fill(filler);
  const written = await world.sql.query(MORE_THAN_FITS).then(
    () => true,
    () => false,
  );
  if (written) throw new Error('The disk was not full: this fault would prove nothing.');
  await halfway(world);
  await pause(AWAY_MS);
  unlinkSync(filler);
  if (
    !(await world.sql.query('select 1').then(
      () => true,
      () => false,
    ))
  ) {
    await world.postgres.comeBack();
    await world.connect();
  }
}

const MORE_THAN_FITS = `create table filler as select repeat(md5(random()::text), 1000) as words from generate_series(1, 20000)`;

function fill(file: string): void {
  const handle = openSync(file, 'w');
  const block = Buffer.alloc(64 * 1024);
  try {
    for (;;) writeSync(handle, block);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(handle);
  }
}
