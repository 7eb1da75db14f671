import { randomUUID } from 'node:crypto';
import { Queue, type BackendFactory, type IQueueBackend } from 'bullmq';
import { StartError } from '../embedded/start-error.js';
import type { DeskLog } from '../logging/desk-log.service.js';
import {
  QUEUE_NAMES,
  Queues,
  type JobHandler,
  type JobOptions,
  type JobPayload,
  type QueueHealth,
  type QueueName,
} from './queues.js';
import { WorkedQueue } from './worked-queue.adapter.js';

/** Where BullMQ keeps the jobs: what differs between Redis and PostgreSQL, and nothing else. */
export interface QueuePlace {
  readonly backend: 'redis' | 'postgres';
  /** For adding: fails at once while the place is away. */
  readonly adding: { readonly connection: object; readonly prefix?: string; readonly skipWaitingForReady?: boolean };
  /** For working: waits while the place is away, for as long as it takes. */
  readonly working: { readonly connection: object; readonly prefix?: string };
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Resolves when this process may work the queues: at once, or when no other process does any more. */
  readonly myTurn: () => Promise<void>;
  readonly ping: () => Promise<void>;
  /** Why the place is unfit to keep jobs, as last looked; null while it is fit. */
  readonly objection: () => string | null;
  /** The place's own clock; null where it is the database's. */
  readonly time: () => Promise<Date | null>;
  readonly close: () => Promise<void>;
}

/** A handler that fails is tried again after 1, 2, 4 … seconds; then the sweep has long done its work. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_CLOSE_MS = 20_000;

/** BullMQ's queues, on either place. */
export class BullQueues extends Queues {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly worked: WorkedQueue[] = [];
  private closing = false;
  private closed: Promise<void> | null = null;
  private away = false;

  constructor(
    private readonly place: QueuePlace,
    private readonly log: DeskLog,
  ) {
    super();
    this.queues = new Map(QUEUE_NAMES.map((name) => [name, this.open(name)]));
  }

  override get backend(): 'redis' | 'postgres' {
    return this.place.backend;
  }

  override async add(
    queue: QueueName,
    job: string,
    payload: JobPayload,
    { jobId = randomUUID(), delayMs = 0 }: JobOptions = {},
  ): Promise<void> {
    if (this.closing) throw new TypeError('The queues are closing.');
    const objection = this.place.objection();
    if (objection !== null) throw new StartError('QUEUE_NOT_USABLE', objection);
    await this.queues.get(queue)!.add(job, payload, {
      // Left to itself, BullMQ counts ids up, with a sequence that the queue's role may not create.
      jobId,
      // PostgreSQL takes whole milliseconds only; rounded up, so that no job rings before its time.
      delay: Math.max(0, Math.ceil(delayMs)),
      attempts: ATTEMPTS,
      backoff: { type: 'exponential', delay: FIRST_PAUSE_MS },
      // A job that stayed, done or failed for good, would keep its id from being added again. The log tells of the failed one.
      removeOnComplete: true,
      removeOnFail: true,
    });
  }

  override work(queue: QueueName, handler: JobHandler, { concurrency = 1 }: { readonly concurrency?: number } = {}): void {
    void this.place.myTurn().then(
      () => this.begin(queue, handler, concurrency),
      (error: unknown) => this.log.error('queue.not_worked', { queue }, error),
    );
  }

  override async health(): Promise<QueueHealth> {
    const reachable = await this.place.ping().then(
      () => true,
      () => false,
    );
    const quietMs = this.worked.length > 0 ? Math.max(...this.worked.map((one) => one.quietMs)) : null;
    const polled = this.worked.every((one) => !one.isQuiet);
    return { backend: this.backend, reachable, fit: this.place.objection() === null, polled, quietMs };
  }

  override time(): Promise<Date | null> {
    return this.place.time();
  }

  /** May be called by several: all wait for the same end. */
  override close(): Promise<void> {
    return (this.closed ??= this.closeAll());
  }

  private async closeAll(): Promise<void> {
    this.closing = true;
    await inTime(Promise.all(this.worked.map((one) => one.close())), () => this.log.warn('queue.jobs_left_running'));
    await inTime(Promise.all([...this.queues.values()].map((queue) => queue.close())), () => undefined);
    await this.place.close();
  }

  private open(name: QueueName): Queue {
    const queue = new Queue(name, this.place.adding, this.place.factory as never);
    queue.on('error', (error) => this.noticeError(name, error));
    return queue;
  }

  private begin(name: QueueName, handler: JobHandler, concurrency: number): void {
    if (this.closing) return;
    const { working, factory, ping } = this.place;
    const onError = (error: Error): void => this.noticeError(name, error);
    const onReady = (): void => void (this.away = false);
    this.worked.push(new WorkedQueue({ name, handler, concurrency, working, factory, ping, onError, onReady }, this.log));
  }

  /** Every connection tells every second that the place is away: once is enough. */
  private noticeError(queue: QueueName, error: Error): void {
    if (this.closing || this.away) return;
    this.away = true;
    this.log.warn('queue.away', { queue, backend: this.backend }, error);
    setTimeout(() => (this.away = false), 10_000).unref();
  }
}

/** A place that is away must not keep the desk from stopping: what is undone is found again by the sweep. */
async function inTime(work: Promise<unknown>, late: () => void): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      late();
      resolve();
    }, LONGEST_CLOSE_MS);
  });
  await Promise.race([
    work.then(
      () => undefined,
      () => undefined,
    ),
    limit,
  ]);
  clearTimeout(timer);
}
