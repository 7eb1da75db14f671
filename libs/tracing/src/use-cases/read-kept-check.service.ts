import { Injectable } from '@nestjs/common';
import { Disclosures } from '@tracedesk/confidentiality';
import { Colleagues } from '@tracedesk/identity';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { KeptCheck } from '../kept-check.js';
import { requestSubject } from '../move-traces.js';
import { TraceabilityReports } from '../traceability-reports.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** The kept check, and the names of those who read and overrode, as their State knows them. */
export interface KeptCheckRead extends KeptCheck {
  readonly names: ReadonlyMap<string, string>;
}

/**
 * Reads the traceability check of a request as it was read before the submission: the requesting State alone, so that who checks the work sees
 * what was overridden, by whom and when. The words of a reason are content, shown under a disclosure of the request; see docs/adr/0027.
 */
@Injectable()
export class ReadKeptCheck {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly reports: TraceabilityReports,
    private readonly disclosures: Disclosures,
    private readonly colleagues: Colleagues,
  ) {}

  async execute(actor: Officer, requestId: RequestId, disclosureId?: string): Promise<Result<KeptCheckRead>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_check',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        // To the State that was asked there is no check, whatever it shows; and a draft's is still being read.
        const { requestingState, status } = stored.request;
        if (requestingState !== tx.state || status === 'draft') return denied('TRACEABILITY_CHECK_NOT_FOUND');
        const disclosure = disclosureId && (await this.disclosures.require(tx, disclosureId, actor, about));
        if (disclosure && !disclosure.ok) return disclosure;
        const kept = await this.reports.kept(tx, requestId, Boolean(disclosure));
        if (!kept) return denied('TRACEABILITY_CHECK_NOT_FOUND');
        const people = [kept.readBy, ...kept.findings.flatMap(({ overriddenBy }) => overriddenBy ?? [])];
        const names = await this.colleagues.named(
          tx,
          people.map(({ personId }) => personId),
        );
        return ok({ ...kept, names });
      },
      { about, snapshot: true },
    );
  }
}
