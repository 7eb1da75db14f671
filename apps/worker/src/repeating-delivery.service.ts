import { Injectable } from '@nestjs/common';
import { AddressProofProcessor, DeliveryProcessor } from '@tracedesk/notifications';
import { DeskLog, type PartReport } from '@tracedesk/platform';

const SEND_EVERY_MS = 5_000;

/** Sends word of notices by e-mail, every few seconds. A pulse of its own: a mail server that hangs keeps no deadline waiting. */
@Injectable()
export class RepeatingDelivery {
  private timer: NodeJS.Timeout | null = null;
  private round: Promise<void> | null = null;

  constructor(
    private readonly deliveries: DeliveryProcessor,
    private readonly proofs: AddressProofProcessor,
    private readonly log: DeskLog,
  ) {}

  start(): void {
    if (this.deliveries.kind === null) {
      this.log.info('mail.none', { smtpUrl: null });
      return;
    }
    this.timer = setInterval(() => this.tick(), SEND_EVERY_MS);
    this.tick();
  }

  /** Ends after the message at hand; what is left is sent after the next start. */
  async stop(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    this.timer = null;
    this.deliveries.stop();
    await this.round;
  }

  /** Never a failure of the desk: every notice is in it, whatever the mail server does. */
  report(): PartReport {
    const { kind, lastAttempt } = this.deliveries;
    return kind === null ? { ok: true, kind: 'none' } : { ok: true, kind, lastAttempt };
  }

  private tick(): void {
    this.round ??= this.once().finally(() => {
      this.round = null;
    });
  }

  private async once(): Promise<void> {
    try {
      await this.proofs.sendDue();
      const sent = await this.deliveries.sendDue();
      if (sent > 0) this.log.info('deliveries.sent', { sent });
    } catch (error) {
      this.log.warn('deliveries.waiting', {}, error);
    }
  }
}
