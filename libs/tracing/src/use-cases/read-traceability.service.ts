import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { TraceabilityReports, type TraceabilityReport } from '../traceability-reports.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** Shows the traceability check of a draft. Only the officer's word that it was read counts as reading it; the reasons for overrides are shown under a disclosure alone. */
@Injectable()
export class ReadTraceability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly reports: TraceabilityReports,
    private readonly disclosures: Disclosures,
  ) {}

  async execute(actor: Officer, requestId: RequestId, disclosureId?: string): Promise<Result<TraceabilityReport>> {
    return this.work.run(
      actor,
      'tracing_request.check',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        const { status } = stored.request;
        if (status !== 'draft') return denied('ACTION_NOT_OPEN', { details: { action: 'check', status } });
        const disclosure = disclosureId && (await this.disclosures.require(tx, disclosureId, actor, requestSubject(requestId)));
        if (disclosure && !disclosure.ok) return disclosure;
        return ok(await this.reports.of(tx, stored.request, Boolean(disclosure)));
      },
      { about: requestSubject(requestId), snapshot: true },
    );
  }
}
