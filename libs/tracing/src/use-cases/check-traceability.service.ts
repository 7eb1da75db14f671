import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { NewOverride } from '../dto/traceability.dto.js';
import { requestSubject } from '../move-traces.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { TraceabilityReports, type TraceabilityReport } from '../traceability-reports.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/**
 * Reads the traceability check of a draft, and keeps it as it was read: without that the draft cannot be submitted as it stands.
 * A warning may be overridden in the same act, with a reason that is kept; kept reasons are shown under a disclosure alone.
 */
@Injectable()
export class CheckTraceability {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly reports: TraceabilityReports,
    private readonly disclosures: Disclosures,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    overrides: readonly NewOverride[] = [],
    disclosureId?: string,
  ): Promise<Result<TraceabilityReport>> {
    return this.work.run(
      actor,
      'tracing_request.check',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        const { status, version } = stored.request;
        if (status !== 'draft') return denied('ACTION_NOT_OPEN', { details: { action: 'check', status } });
        const disclosure = disclosureId && (await this.disclosures.require(tx, disclosureId, actor, requestSubject(requestId)));
        if (disclosure && !disclosure.ok) return disclosure;
        const denial = await this.reports.override(tx, actor, stored.request, overrides);
        if (denial) return { ok: false, denial };
        const report = await this.reports.of(tx, stored.request, Boolean(disclosure));
        const warnings = report.findings.filter(({ severity }) => severity === 'warning').length;
        const found = { warnings, advice: report.findings.length - warnings };
        const noted = await this.drafts.noteCheckRead(tx, requestId, version, found);
        if (!noted) return denied('VERSION_CONFLICT', { details: { version } });
        await this.reports.keep(tx, actor, report);
        return ok({ ...report, askedSinceRead: false });
      },
      { about: requestSubject(requestId), snapshot: true },
    );
  }
}
