import { Worker, type BackendFactory, type IQueueBackend, type Job as BullJob } from 'bullmq';
import type { DeskLog } from '../logging/desk-log.service.js';
import type { JobHandler, JobPayload, QueueName } from './queues.js';

/** A worker that has not looked for a job for so long is dead without knowing it, or its server is away. */
export const QUIET_ALARM_MS = 30_000;
const LOOK_EVERY_MS = 5_000;
/** BullMQ's PostgreSQL backend would listen for up to an hour: then silence would tell nothing. */
const LONGEST_WAIT_SECONDS = 10;

export interface WorkedQueueOptions {
  readonly name: QueueName;
  readonly handler: JobHandler;
  readonly concurrency: number;
  readonly working: { readonly connection: object; readonly prefix?: string };
  readonly factory: BackendFactory<IQueueBackend, object>;
  /** Rejects while the server is away: then there is nothing to restart for. */
  readonly ping: () => Promise<void>;
  readonly onError: (error: Error) => void;
  readonly onReady: () => void;
  /** Absent: as said above. */
  readonly quietAfterMs?: number;
}

/**
 * One queue as this process works it. Each poll of the worker is noted; when none has come for thirty seconds, though the server answers and no handler
 * is busy, the worker is replaced: a blocking read that never settles again (BullMQ 4479) is not told by any event.
 */
export class WorkedQueue {
  private worker: Worker;
  private lastPolledAt = performance.now();
  private busy = 0;
  private wasQuiet = false;
  private closing = false;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly options: WorkedQueueOptions,
    private readonly log: DeskLog,
  ) {
    this.worker = this.open();
    this.timer = setInterval(() => void this.look(), Math.min(LOOK_EVERY_MS, this.quietAfterMs / 3));
    this.timer.unref();
  }

  /** How long nothing has been polled; none while a handler is busy. */
  get quietMs(): number {
    return this.busy > 0 ? 0 : Math.round(performance.now() - this.lastPolledAt);
  }

  get isQuiet(): boolean {
    return this.quietMs > this.quietAfterMs;
  }

  /** After the job at hand. */
  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.timer);
    await this.worker.close();
  }

  private get quietAfterMs(): number {
    return this.options.quietAfterMs ?? QUIET_ALARM_MS;
  }

  private open(): Worker {
    const { name, handler, concurrency, working, onError, onReady } = this.options;
    const work = async (job: BullJob): Promise<void> => {
      this.busy += 1;
      try {
        await handler({ id: job.id ?? '', name: job.name, data: job.data as JobPayload });
      } finally {
        this.busy -= 1;
        this.lastPolledAt = performance.now();
      }
    };
    const worker = new Worker(name, work, { ...working, concurrency }, this.watching() as never) as unknown as Worker;
    worker.on('error', onError);
    worker.on('ready', onReady);
    worker.on('failed', (job, error) =>
      this.log.warn('queue.job_failed', { queue: name, job: job?.name, jobId: job?.id, attempt: job?.attemptsMade }, error),
    );
    return worker;
  }

  /** The backend as it is, but that every settled poll is noted. */
  private watching(): BackendFactory<IQueueBackend, object> {
    return (...given) => {
      const backend = this.options.factory(...given);
      const wait = backend.waitForJob.bind(backend);
      backend.waitForJob = async (seconds) => {
        const found = await wait(Math.min(seconds, LONGEST_WAIT_SECONDS));
        this.lastPolledAt = performance.now();
        return found;
      };
      return backend;
    };
  }

  /** Quiet twice in a row: a process that was frozen looks quiet once, and polls a moment later. */
  private async look(): Promise<void> {
    const quiet = this.isQuiet;
    const again = quiet && this.wasQuiet;
    this.wasQuiet = quiet;
    if (!quiet || this.closing) return;
    this.log.error('queue.not_polled', { queue: this.options.name, quietMs: this.quietMs });
    if (!again || !(await this.answers())) return;
    this.replace();
  }

  private replace(): void {
    if (this.closing) return;
    this.log.error('queue.worker_restarted', { queue: this.options.name });
    const dead = this.worker;
    this.worker = this.open();
    this.lastPolledAt = performance.now();
    this.wasQuiet = false;
    // It does not wait for what never comes.
    void dead.close(true).catch(() => undefined);
  }

  private answers(): Promise<boolean> {
    return this.options.ping().then(
      () => true,
      () => false,
    );
  }
}
