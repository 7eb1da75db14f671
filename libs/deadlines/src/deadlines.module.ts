import { Module } from '@nestjs/common';
import { Calendars } from './calendars.repository.js';
import { CheckDeadlineProcessor } from './check-deadline.processor.js';
import { DeadlineSweep } from './deadline-sweep.service.js';
import { Deadlines } from './deadlines.service.js';
import { DeskClock } from './desk-clock.service.js';

/** Legal time. Platform and audit are global: they bring the database, the outbox, the queues and the log. */
@Module({
  providers: [Calendars, Deadlines, DeadlineSweep, CheckDeadlineProcessor, DeskClock],
  exports: [Calendars, Deadlines, DeadlineSweep, CheckDeadlineProcessor, DeskClock],
})
export class DeadlinesModule {}
