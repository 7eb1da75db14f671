import { Injectable } from '@nestjs/common';
import type { Job } from '@tracedesk/platform';
import { DeadlineSweep } from './deadline-sweep.service.js';

/** Answers a wake-up of queue `deadlines`. What it names does not matter: whatever is due by PostgreSQL's clock is done, nothing else. */
@Injectable()
export class CheckDeadlineProcessor {
  constructor(private readonly sweep: DeadlineSweep) {}

  async handle(_wakeUp: Job): Promise<void> {
    await this.sweep.sweep();
  }
}
