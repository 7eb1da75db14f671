import { Injectable } from '@nestjs/common';
import { ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { AddressedOffices } from '../addressed-offices.repository.js';
import { requestSubject } from '../move-traces.js';
import type { RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';

/** Reads the open fields of one request, with its clocks and what the reader may do now. */
@Injectable()
export class ReadRequest {
  constructor(
    private readonly work: UnitOfWork,
    private readonly summaries: Summaries,
    private readonly addressed: AddressedOffices,
  ) {}

  async execute(actor: Officer, requestId: RequestId): Promise<Result<RequestSummary>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read',
      async (tx) => {
        const read = await this.summaries.read(tx, actor, requestId);
        return read.ok ? ok({ ...read.value, contactPoint: await this.addressed.of(tx, requestId) }) : read;
      },
      { about },
    );
  }
}
