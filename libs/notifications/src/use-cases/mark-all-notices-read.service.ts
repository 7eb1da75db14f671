import { Injectable } from '@nestjs/common';
import { ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { MEANT_FOR_READER, readerOf } from '../meant-for.repository.js';

/** Marks every notice that is meant for the reader as read, for the whole State, and says how many that were. */
@Injectable()
export class MarkAllNoticesRead {
  constructor(private readonly work: UnitOfWork) {}

  async execute(actor: Officer): Promise<Result<number>> {
    return this.work.run(actor, 'notice.read', async (tx) => {
      const marked = await tx.query<object>(
        `update notices set read_at = $4, read_by = $2
          where state = $1 and read_at is null and ${MEANT_FOR_READER}
         returning id`,
        [...readerOf(tx), tx.now],
      );
      return ok(marked.length);
    });
  }
}
