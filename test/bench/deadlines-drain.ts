import { createRedisBackend, Queue, Worker } from 'bullmq';
import { AuditLog, EventCatalogue } from '@tracedesk/audit';
import { DEADLINE_EVENTS, DeadlineSweep } from '@tracedesk/deadlines';
import { openTestDatabase, type TestDatabase } from '@tracedesk/testing/database';
import { expectEachOnce, give, LOG } from './deadlines-desk.js';
import { median, seconds, times, type BenchOptions, type Row } from './rows.js';

const GOAL_MS = 2_000;
const AT_A_TIME = 16;

export const sweepOf = (desk: TestDatabase): DeadlineSweep =>
  new DeadlineSweep(desk.database, new AuditLog(new EventCatalogue(DEADLINE_EVENTS), desk.stateKeys), desk.outbox, LOG);

/** Ten thousand due at the same instant, in turns with plain BullMQ doing as many jobs that do nothing. */
export async function drainRows(redisUrl: string | null, { short }: BenchOptions): Promise<Row[]> {
  const count = short ? 1_000 : 10_000;
  const swept: number[] = [];
  const plain: number[] = [];
  for (let turn = 0; turn < (short ? 1 : 3); turn += 1) {
    swept.push(await drain(count));
    if (redisUrl !== null) plain.push(await doNothing(redisUrl, count));
  }
  const [ours, theirs] = [median(swept), median(plain)];
  return [
    {
      name: `drain of ${count.toLocaleString('en')} due at once, with entries`,
      figure: seconds(ours),
      goal: `≤ ${GOAL_MS / 1_000} s`,
      beside: redisUrl === null ? '' : `plain BullMQ on Redis, as many no-op jobs, ${AT_A_TIME} at a time: ${seconds(theirs)}`,
      ratio: redisUrl === null ? '' : times(ours / theirs),
      reached: short ? null : ours <= GOAL_MS,
    },
  ];
}

async function drain(count: number): Promise<number> {
  const desk = await openTestDatabase();
  try {
    await give(desk, count, -1_000, 0);
    const sweep = sweepOf(desk);
    const started = performance.now();
    const entered = await sweep.sweep();
    const took = performance.now() - started;
    if (entered !== count) throw new Error(`The sweep says ${entered} of ${count} deadlines.`);
    await expectEachOnce(desk, count);
    return took;
  } finally {
    await desk.close();
  }
}

async function doNothing(url: string, count: number): Promise<number> {
  const name = 'nothing';
  const queue = new Queue(name, { connection: { url } }, createRedisBackend);
  const jobs = Array.from({ length: count }, () => ({ name, data: {}, opts: { removeOnComplete: true } }));
  await queue.addBulk(jobs);
  let done = 0;
  const started = performance.now();
  const { promise: all, resolve: finish } = withResolvers();
  const work = (): Promise<void> => Promise.resolve();
  const options = { connection: { url, maxRetriesPerRequest: null }, concurrency: AT_A_TIME };
  const worker = new Worker(name, work, options, createRedisBackend);
  worker.on('error', () => undefined);
  worker.on('completed', () => {
    done += 1;
    if (done === count) finish();
  });
  await all;
  const took = performance.now() - started;
  await worker.close();
  await queue.close();
  return took;
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((settle) => (resolve = settle));
  return { promise, resolve };
}
