import { Injectable } from '@nestjs/common';
import { DeskDatabase, DeskLog, Queues } from '@tracedesk/platform';

/** Farther apart than this, one of the two clocks is wrong, and nobody here can tell which. */
export const MOST_APART_MS = 60_000;
const MEASURED_FOR_MS = 5_000;

/**
 * Whether the database's clock can be believed: the queue's server has another. A deadline marked too early stays in the log for ever and is told to two
 * States; one marked late is marked with its own instant. So nothing is marked by itself while the two are more than a minute apart.
 * A queue that is away, or has no clock of its own, contradicts nobody. See docs/adr on clocks that disagree.
 */
@Injectable()
export class ClockAgreement {
  private apartMs: number | null = null;
  private measuredAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly database: DeskDatabase,
    private readonly queues: Queues,
    private readonly log: DeskLog,
  ) {}

  /** Measured at most every five seconds. */
  async holds(): Promise<boolean> {
    if (performance.now() - this.measuredAt > MEASURED_FOR_MS) {
      this.apartMs = await this.measure();
      this.measuredAt = performance.now();
      if (!this.agrees) this.log.error('clocks.disagree', { apartMs: this.apartMs });
    }
    return this.agrees;
  }

  /** As last measured: how far the queue's clock is ahead of the database's. Null where there is none to compare. */
  get lastApartMs(): number | null {
    return this.apartMs;
  }

  get agrees(): boolean {
    return this.apartMs === null || Math.abs(this.apartMs) <= MOST_APART_MS;
  }

  private async measure(): Promise<number | null> {
    const queue = await this.queues.time().catch(() => null);
    if (queue === null) return null;
    // Wall time: the business time of a demonstration is moved on purpose.
    const [row] = await this.database.as('sweeper', (tx) => tx.query<{ now: Date }>('select clock_timestamp() as now'));
    return Math.round(queue.getTime() - row!.now.getTime());
  }
}
