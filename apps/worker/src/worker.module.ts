import { Module } from '@nestjs/common';
import { AttachmentWorkshopModule } from '@tracedesk/attachments';
import { DeadlinesModule } from '@tracedesk/deadlines';
import { ContactPointReview } from '@tracedesk/directory';
import { NotificationsModule } from '@tracedesk/notifications';
import { OutboxRelay } from '@tracedesk/platform';
import { DeskWorker } from './desk-worker.service.js';
import { Reconciliation } from './reconciliation.service.js';
import { RepeatingDelivery } from './repeating-delivery.service.js';
import { RepeatingSweep } from './repeating-sweep.service.js';

/**
 * The worker, as a part of the desk or alone in its process. Platform and audit are global and come from whoever starts it.
 * It acts as roles sweeper and relay and holds no State's key: of content it opens only the files that wait for it, each with a key granted for it.
 */
@Module({
  imports: [DeadlinesModule, NotificationsModule, AttachmentWorkshopModule],
  providers: [DeskWorker, ContactPointReview, Reconciliation, RepeatingSweep, RepeatingDelivery, OutboxRelay],
})
export class WorkerModule {}
