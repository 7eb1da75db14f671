import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { writeCursor } from '../list-cursor.js';
import type { ListQuery } from '../list-query.js';
import { summaryOf, type RequestSummary, type StoredRequest } from '../request-summary.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** One page of a list, and where the next one begins; null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** Lists the requests of the reader's State: open fields only, what is due first at the top; drafts by their last change. */
@Injectable()
export class ListRequests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
  ) {}

  async execute(actor: Officer, query: ListQuery): Promise<Page<RequestSummary>> {
    return this.work.read(actor, async (tx) => {
      const found = await this.requests.list(tx, query);
      const page = found.slice(0, query.limit);
      const last = page.at(-1);
      return {
        items: page.map((stored) => summaryOf(stored, actor, tx.now)),
        next: last && found.length > query.limit ? writeCursor({ at: orderOf(last), id: last.request.id }) : null,
      };
    });
  }
}

function orderOf({ request, nextDueAt, updatedAt }: StoredRequest): Date | null {
  return request.status === 'draft' ? updatedAt : nextDueAt;
}
