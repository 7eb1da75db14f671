import { Injectable } from '@nestjs/common';
import { Deadlines } from '@tracedesk/deadlines';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { deadlineOf, type DeadlineSummary } from '../request-summary.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Reads the clocks of a request: whose they are, when they are due, first and now, and what was missed. */
@Injectable()
export class ReadDeadlines {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly deadlines: Deadlines,
  ) {}

  async execute(actor: Officer, requestId: RequestId): Promise<Result<readonly DeadlineSummary[]>> {
    return this.work.run(
      actor,
      'tracing_request.read_deadlines',
      async (tx) => {
        if (!(await this.requests.find(tx, requestId))) return denied('REQUEST_NOT_FOUND');
        const readings = await this.deadlines.of(tx, requestId);
        return ok(readings.map((reading) => deadlineOf(reading, tx.now)));
      },
      { about: requestSubject(requestId) },
    );
  }
}
