import { Injectable } from '@nestjs/common';
import type { Job } from '@tracedesk/platform';
import { ClockAgreement } from './clock-agreement.service.js';
import { DeadlineSweep } from './deadline-sweep.service.js';
import { ReminderSweep } from './reminder-sweep.service.js';

/** Answers a wake-up of queue `deadlines`. What it names does not matter: whatever is due by PostgreSQL's clock is done, nothing else; and nothing at all while the clocks disagree. */
@Injectable()
export class CheckDeadlineProcessor {
  constructor(
    private readonly sweep: DeadlineSweep,
    private readonly clocks: ClockAgreement,
    private readonly reminders: ReminderSweep,
  ) {}

  async handle(_wakeUp: Job): Promise<void> {
    if (!(await this.clocks.holds())) return;
    await this.sweep.sweep();
    await this.reminders.sweep();
  }
}
