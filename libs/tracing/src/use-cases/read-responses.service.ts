import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { Responses, type OpenedResponse } from '../responses.repository.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Reads what was answered, under a disclosure of the request. */
@Injectable()
export class ReadResponses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly disclosures: Disclosures,
    private readonly responses: Responses,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    disclosureId: string | undefined,
  ): Promise<Result<readonly OpenedResponse[]>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_responses',
      async (tx) => {
        if (!(await this.requests.find(tx, requestId))) return denied('REQUEST_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        return ok(await this.responses.open(tx, requestId));
      },
      { about },
    );
  }
}
