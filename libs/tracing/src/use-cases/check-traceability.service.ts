import { Injectable } from '@nestjs/common';
import { traceabilityCheck, type TraceabilityFinding } from '@tracedesk/firearms';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { requestSubject } from '../move-traces.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** What would make the trace fail, for this version of the draft. Rules and fields only, never what was written. */
export interface TraceabilityReport {
  readonly requestId: RequestId;
  readonly checkedVersion: number;
  readonly findings: readonly TraceabilityFinding[];
}

/** Reads the traceability check of a draft, and notes that it was read: without that the draft cannot be submitted as it stands. */
@Injectable()
export class CheckTraceability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
  ) {}

  async execute(actor: Officer, requestId: RequestId): Promise<Result<TraceabilityReport>> {
    return this.work.run(
      actor,
      'tracing_request.check',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        const { status, version, question } = stored.request;
        if (status !== 'draft') return denied('ACTION_NOT_OPEN', { details: { action: 'check', status } });
        const findings = traceabilityCheck(question?.reveal().firearm ?? {});
        const warnings = findings.filter(({ severity }) => severity === 'warning').length;
        const noted = await this.drafts.noteCheckRead(tx, requestId, version, { warnings, advice: findings.length - warnings });
        return noted
          ? ok({ requestId, checkedVersion: version, findings })
          : denied('VERSION_CONFLICT', { details: { version } });
      },
      { about: requestSubject(requestId) },
    );
  }
}
