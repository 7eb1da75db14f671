import { Injectable } from '@nestjs/common';
import { Deadlines } from '@tracedesk/deadlines';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import type { Once, Subject, Tx } from '@tracedesk/platform';
import type { Attempt, OnceKey } from './attempt.js';
import { requestSubject } from './move-traces.js';
import { summaryOf, type RequestSummary } from './request-summary.js';
import { TracingRequests, type Committed } from './tracing-requests.repository.js';

/** The last beat of every act: the request as its maker sees it, open fields only. */
@Injectable()
export class Summaries {
  constructor(
    private readonly requests: TracingRequests,
    private readonly deadlines: Deadlines,
  ) {}

  /** After a move; a move that was not saved stays a denial. */
  after(tx: Tx, actor: Officer, committed: Result<Committed>): Result<RequestSummary> {
    return committed.ok ? ok(summaryOf(committed.value.stored, actor, tx.now, committed.value.readings)) : committed;
  }

  /** As it is stored now. */
  async read(tx: Tx, actor: Officer, id: RequestId): Promise<Result<RequestSummary>> {
    const stored = await this.requests.find(tx, id);
    if (!stored) return denied('REQUEST_NOT_FOUND');
    return ok(summaryOf(stored, actor, tx.now, await this.deadlines.of(tx, id)));
  }

  /** What the unit of work needs so that an attempt, sent again, happens once and is answered with the request as it is then. */
  attempted(actor: Officer, { requestId, once }: Attempt): { readonly about: Subject; readonly once: Once<RequestSummary> } {
    return { about: requestSubject(requestId), once: { ...this.once(actor, once), resultId: requestId } };
  }

  once(actor: Officer, key: OnceKey): Once<RequestSummary> {
    return { ...key, idOf: ({ id }) => id, replay: (tx, id) => this.read(tx, actor, id as RequestId) };
  }
}
