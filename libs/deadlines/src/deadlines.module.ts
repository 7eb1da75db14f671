import { Module } from '@nestjs/common';
import { BilateralProfiles } from './bilateral-profiles.repository.js';
import { CalendarCoverage } from './calendar-coverage.service.js';
import { Calendars } from './calendars.repository.js';
import { CheckDeadlineProcessor } from './check-deadline.processor.js';
import { ClockAgreement } from './clock-agreement.service.js';
import { DeadlineSweep } from './deadline-sweep.service.js';
import { Deadlines } from './deadlines.service.js';
import { ReminderSweep } from './reminder-sweep.service.js';
import { DeskClock } from './desk-clock.service.js';
import { WakeUps } from './wake-ups.service.js';

const SERVICES = [
  Calendars,
  CalendarCoverage,
  BilateralProfiles,
  Deadlines,
  DeadlineSweep,
  ReminderSweep,
  CheckDeadlineProcessor,
  ClockAgreement,
  WakeUps,
  DeskClock,
];

/** Legal time. Platform and audit are global: they bring the database, the outbox, the queues and the log. */
@Module({ providers: SERVICES, exports: SERVICES })
export class DeadlinesModule {}
