import { Injectable } from '@nestjs/common';
import { denied, ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { MarkingPractice, PracticeSearch } from '../marking-practice.js';
import { MarkingPractices } from '../marking-practices.repository.js';

/** How States mark arms, for whoever holds one and reads a mark. */
@Injectable()
export class ReadMarkingPractices {
  constructor(
    private readonly work: UnitOfWork,
    private readonly practices: MarkingPractices,
  ) {}

  async search(actor: Actor, search: PracticeSearch): Promise<readonly MarkingPractice[]> {
    return this.work.read(actor, (tx) => this.practices.search(tx, search));
  }

  async one(actor: Actor, id: string): Promise<Result<MarkingPractice>> {
    return this.work.read(actor, async (tx) => {
      const found = await this.practices.find(tx, id);
      return found ? ok(found) : denied('MARKING_PRACTICE_NOT_FOUND');
    });
  }
}
