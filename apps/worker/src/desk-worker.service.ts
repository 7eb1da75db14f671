import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AttachmentWorkshop } from '@tracedesk/attachments';
import { CalendarCoverage, CheckDeadlineProcessor, ClockAgreement } from '@tracedesk/deadlines';
import { NoticeProcessor } from '@tracedesk/notifications';
import { Health, OutboxRelay, Queues, type PartReport } from '@tracedesk/platform';
import { Reconciliation } from './reconciliation.service.js';
import { RepeatingDelivery } from './repeating-delivery.service.js';
import { ALARM_AFTER_MS, RepeatingSweep } from './repeating-sweep.service.js';

/** Everything that happens without a person: wake-ups, notices, e-mail, files, the outbox, and the sweep that needs none of them. */
@Injectable()
export class DeskWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly queues: Queues,
    private readonly relay: OutboxRelay,
    private readonly sweep: RepeatingSweep,
    private readonly deliveries: RepeatingDelivery,
    private readonly reconciliation: Reconciliation,
    private readonly clocks: ClockAgreement,
    private readonly calendars: CalendarCoverage,
    private readonly checkDeadline: CheckDeadlineProcessor,
    private readonly notices: NoticeProcessor,
    private readonly attachments: AttachmentWorkshop,
    private readonly health: Health,
  ) {}

  onApplicationBootstrap(): void {
    this.health.register('sweep', () => recent(this.sweep.millisecondsSinceSweep()));
    this.health.register('clocks', () => ({ ok: this.clocks.agrees, apartMs: this.clocks.lastApartMs }));
    this.health.register('relay', () => recent(this.relay.millisecondsSinceDrain()));
    this.health.register('calendars', () => this.calendars.report());
    this.health.register('mail', () => this.deliveries.report());
    // One at a time: a wake-up sweeps everything that is due, so a second beside it would find nothing to do.
    this.queues.work('deadlines', (job) => this.checkDeadline.handle(job), { concurrency: 1 });
    this.queues.work('notices', (job) => this.notices.handle(job), { concurrency: 4 });
    // One image at a time: each may take all the memory that an image may take.
    this.queues.work('attachments', (job) => this.attachments.handle(job), { concurrency: 1 });
    this.attachments.start();
    this.relay.start();
    this.sweep.start();
    this.reconciliation.start();
    this.deliveries.start();
  }

  /** No job half done: all of them end what they are at, while the database still answers. */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all([
      this.sweep.stop(),
      this.deliveries.stop(),
      this.reconciliation.stop(),
      this.relay.stop(),
      this.attachments.stop(),
    ]);
    await this.queues.close();
  }
}

function recent(milliseconds: number): PartReport {
  return { ok: milliseconds <= ALARM_AFTER_MS, sinceMs: Math.round(milliseconds) };
}
