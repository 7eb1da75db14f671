import { Injectable } from '@nestjs/common';
import { BilateralProfiles, Deadlines, explain, type Explanation } from '@tracedesk/deadlines';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Tells both parties how the due date of one clock was worked out, and hands over what it takes to work it out again. */
@Injectable()
export class ExplainDeadline {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly deadlines: Deadlines,
    private readonly profiles: BilateralProfiles,
  ) {}

  async execute(actor: Officer, requestId: RequestId, clock: string): Promise<Result<Explanation>> {
    return this.work.run(
      actor,
      'tracing_request.explain_deadline',
      async (tx) => {
        if (!(await this.requests.find(tx, requestId))) return denied('REQUEST_NOT_FOUND');
        const readings = await this.deadlines.of(tx, requestId);
        const reading = readings.find((one) => one.clock === clock);
        if (!reading) return denied('DEADLINE_NOT_FOUND');
        return ok(explain(reading, await this.profiles.named(tx, reading.profile, reading.profileVersion)));
      },
      { about: requestSubject(requestId) },
    );
  }
}
