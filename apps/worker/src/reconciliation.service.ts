import { Injectable } from '@nestjs/common';
import { WakeUps } from '@tracedesk/deadlines';
import { DeskLog } from '@tracedesk/platform';

const RECONCILE_EVERY_MS = 5 * 60_000;
/** While the queue or the database is away. */
const RETRY_MS = 5_000;

/** Gives an emptied queue its wake-ups back: at the start, and every few minutes. Whatever falls due in between, the repeating sweep finds. */
@Injectable()
export class Reconciliation {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    private readonly wakeUps: WakeUps,
    private readonly log: DeskLog,
  ) {}

  start(): void {
    this.round = this.once();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await this.round;
  }

  private async once(): Promise<void> {
    let pause = RECONCILE_EVERY_MS;
    const started = performance.now();
    try {
      const instants = await this.wakeUps.reconcile();
      this.log.info('wake_ups.reconciled', { instants, ms: Math.round(performance.now() - started) });
    } catch (error) {
      this.log.warn('wake_ups.not_reconciled', { retryMs: RETRY_MS }, error);
      pause = RETRY_MS;
    }
    if (!this.stopped) this.timer = setTimeout(() => this.start(), pause);
  }
}
