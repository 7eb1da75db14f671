import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DeskDatabase } from '../database/desk-database.service.js';
import type { ProcessTx } from '../database/transaction.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { Queues, type JobPayload, type QueueName } from '../queues/queues.js';

interface DueRow {
  readonly id: string;
  readonly queue: QueueName;
  readonly job: string;
  readonly job_id: string | null;
  readonly payload: JobPayload;
  readonly delay_ms: number;
}

const BATCH = 100;
const POLL_MS = 200;
/** While the queue is down: business goes on, rows wait, and the log says so once a while rather than five times a second. */
const LONGEST_PAUSE_MS = 10_000;

/**
 * Carries rows of the outbox to the queues, after the commit that wrote them and never before. If it dies between the two, the job is
 * added again: handlers ask what is due, so twice is the same as once. Several relays share the rows.
 */
@Injectable()
export class OutboxRelay implements OnApplicationShutdown {
  private running: Promise<void> | null = null;
  private stopping = false;
  private wake: () => void = () => {};
  private lastDrainedAt = performance.now();

  constructor(
    private readonly database: DeskDatabase,
    private readonly queues: Queues,
    private readonly log: DeskLog,
  ) {}

  start(): void {
    if (this.running) return;
    this.stopping = false;
    this.lastDrainedAt = performance.now();
    this.running = this.run();
  }

  /** Ends after the batch at hand. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake();
    await this.running;
    this.running = null;
  }

  /** Looks now instead of at the next poll. */
  poke(): void {
    this.wake();
  }

  /** How long ago the outbox was last found empty or emptied: for health. */
  millisecondsSinceDrain(): number {
    return performance.now() - this.lastDrainedAt;
  }

  /** Carries over all rows there are and says how many. */
  async drain(): Promise<number> {
    let carried = 0;
    for (;;) {
      const batch = await this.database.as('relay', (tx) => this.carryBatch(tx));
      carried += batch;
      if (batch < BATCH) return carried;
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  private async carryBatch(tx: ProcessTx): Promise<number> {
    const rows = await tx.query<DueRow>(
      `delete from outbox where id = any (array(select id from outbox order by id limit $1 for update skip locked))
       returning id, queue, job, job_id, payload, greatest(0, ceil(extract(epoch from due_at - desk_now()) * 1000))::float8 as delay_ms`,
      [BATCH],
    );
    // The row's own id keeps a job without one from standing in the queue twice when this transaction fails after the adding.
    await Promise.all(
      rows.map((row) => this.queues.add(row.queue, row.job, row.payload, { jobId: row.job_id ?? row.id, delayMs: row.delay_ms })),
    );
    return rows.length;
  }

  private async run(): Promise<void> {
    let pause = POLL_MS;
    while (!this.stopping) {
      try {
        await this.drain();
        this.lastDrainedAt = performance.now();
        pause = POLL_MS;
      } catch (error) {
        this.log.warn('outbox.waiting', { pauseMs: pause }, error);
        pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      }
      await this.pauseOrPoke(pause);
    }
  }

  private async pauseOrPoke(milliseconds: number): Promise<void> {
    if (this.stopping) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.wake = () => {};
  }
}
