import { Module } from '@nestjs/common';
import { CheckDeadlineProcessor } from './check-deadline.processor.js';
import { DeadlineSweep } from './deadline-sweep.service.js';
import { Deadlines } from './deadlines.service.js';
import { DeskClock } from './desk-clock.service.js';

/** Legal time. Platform and audit are global: they bring the database, the outbox, the queues and the log. */
@Module({
  providers: [Deadlines, DeadlineSweep, CheckDeadlineProcessor, DeskClock],
  exports: [Deadlines, DeadlineSweep, CheckDeadlineProcessor, DeskClock],
})
export class DeadlinesModule {}
