import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DeskDatabase } from '../database/desk-database.service.js';
import type { ProcessTx } from '../database/transaction.adapter.js';
import { DeskLog } from '../logging/desk-log.service.js';
import { DOORBELLS, Queues, type JobPayload, type QueueName } from '../queues/queues.js';

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
/** By wall time. A job still waiting in its queue is not doubled by that: its id is taken. */
const CARRIED_AGAIN_AFTER = '30 seconds';

/**
 * Carries rows of the outbox to the queues, after the commit that wrote them and never before. If it dies between the two, the job is
 * added again: handlers ask what is due, so twice is the same as once. What is no doorbell is carried again until its handler says that it is done. Several relays share the rows.
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
    const rows = await tx.query<DueRow>(CARRY, [BATCH, DOORBELLS, CARRIED_AGAIN_AFTER]);
    // The row's own id keeps a job from standing in the queue twice when this transaction fails after the adding, and when it is carried again.
    await Promise.all(
      rows.map(({ id, queue, job, job_id: ringsAs, payload, delay_ms: delayMs }) =>
        this.queues.add(queue, job, payload, { jobId: ringsAs ?? id, delayMs }),
      ),
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

const CARRY = `
  with due as (
    select id, queue = any ($2::text[]) as rings
      from outbox
     where carried_after <= now()
     order by carried_after, id
     limit $1
       for update skip locked
  ), rung as (
    delete from outbox using due where outbox.id = due.id and rings
    returning outbox.*
  ), kept as (
    update outbox
       set carried_after = now() + $3::interval
      from due
     where outbox.id = due.id and not rings
    returning outbox.*
  )
  select id, queue, job, job_id, payload, greatest(0, ceil(extract(epoch from due_at - desk_now()) * 1000))::float8 as delay_ms
    from (select * from rung union all select * from kept) as carried
   order by id`;
