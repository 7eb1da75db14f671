import { Injectable } from '@nestjs/common';
import { AuditLog, type TimelineEntry } from '@tracedesk/audit';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Reads what happened to a request, from the log, as the reader's State may see it. */
@Injectable()
export class ReadTimeline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, requestId: RequestId): Promise<Result<readonly TimelineEntry[]>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_timeline',
      async (tx) => {
        if (!(await this.requests.find(tx, requestId))) return denied('REQUEST_NOT_FOUND');
        return ok(await this.audit.timelineOf(tx, about));
      },
      { about },
    );
  }
}
