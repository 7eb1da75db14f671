import { Injectable } from '@nestjs/common';
import { ClockAgreement, DeadlineSweep, ReminderSweep } from '@tracedesk/deadlines';
import { ContactPointReview } from '@tracedesk/directory';
import { DeskDatabase, DeskLog, IdempotencyKeys } from '@tracedesk/platform';

/** In wall time: the business clock of a demonstration may jump, the worker's pulse does not. */
export const SWEEP_EVERY_MS = 5_000;
/** A sweep that has not come by for so long is a worker that is dead without knowing it. */
export const ALARM_AFTER_MS = 30_000;
const TIDY_EVERY_ROUNDS = 12;

/** Repairs every wake-up that was lost, and removes what has expired. With this alone, and no queue, no deadline is missed unnoticed. */
@Injectable()
export class RepeatingSweep {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;
  private rounds = 0;
  private lastSweptAt = performance.now();

  constructor(
    private readonly sweep: DeadlineSweep,
    private readonly clocks: ClockAgreement,
    private readonly reminders: ReminderSweep,
    private readonly offices: ContactPointReview,
    private readonly database: DeskDatabase,
    private readonly keys: IdempotencyKeys,
    private readonly log: DeskLog,
  ) {}

  /** Sweeps now, and from now on every few seconds. */
  start(): void {
    if (this.timer) return;
    this.lastSweptAt = performance.now();
    this.timer = setInterval(() => this.tick(), SWEEP_EVERY_MS);
    this.tick();
  }

  /** Ends after the sweep at hand. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    await this.round;
  }

  millisecondsSinceSweep(): number {
    return performance.now() - this.lastSweptAt;
  }

  /** A round that takes longer than the pause is not joined by another. */
  private tick(): void {
    this.round ??= this.once().finally(() => {
      this.round = null;
    });
  }

  private async once(): Promise<void> {
    try {
      // Health tells it: the sweep's part fails as well, until they agree again.
      if (!(await this.clocks.holds())) return;
      const missed = await this.sweep.sweep();
      await this.reminders.sweep();
      this.lastSweptAt = performance.now();
      if (missed > 0) this.log.info('deadlines.swept', { missed });
      if (this.rounds++ % TIDY_EVERY_ROUNDS !== 0) return;
      await this.database.as('sweeper', (tx) => this.keys.forgetExpired(tx));
      await this.offices.ask();
    } catch (error) {
      // The database is away: the next round tries again, and `health` shows for how long.
      this.log.warn('deadlines.not_swept', { sinceMs: Math.round(this.millisecondsSinceSweep()) }, error);
    }
  }
}
