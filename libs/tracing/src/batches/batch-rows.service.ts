import { Injectable } from '@nestjs/common';
import { asksForAnswer, type FirearmDescription } from '@tracedesk/firearms';
import { Sealed, type BatchId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { WeighedContent } from '../content/weighed-content.service.js';
import type { StoredRequest } from '../request-summary.js';
import { TraceabilityReports } from '../traceability-reports.service.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { groupFirearms, type FirearmGroup } from './group-firearms.js';
import type { BatchGroup, BatchRow, RowCheck } from './request-batch.js';
import { RequestBatches } from './request-batches.repository.js';

/** A request of a batch with what it says: it stays within the desk, and only what follows from it leaves without a disclosure. */
export interface OpenedRow {
  readonly place: number;
  readonly stored: StoredRequest;
  readonly firearm: Sealed<FirearmDescription>;
}

/** The requests of a batch as they are now, and the groups they are in. */
@Injectable()
export class BatchRows {
  constructor(
    private readonly batches: RequestBatches,
    private readonly requests: TracingRequests,
    private readonly content: WeighedContent,
    private readonly reports: TraceabilityReports,
  ) {}

  /** In the order of the table; those discarded since are left out. */
  async opened(tx: Tx, batchId: BatchId): Promise<readonly OpenedRow[]> {
    const placed = await this.batches.requestsOf(tx, batchId);
    const listed = await this.requests.listed(
      tx,
      placed.map(({ requestId }) => requestId),
    );
    const byId = new Map(listed.map((stored) => [stored.request.id, stored]));
    const present = placed.flatMap(({ place, requestId }) => {
      const stored = byId.get(requestId);
      return stored ? [{ place, stored }] : [];
    });
    return Promise.all(
      present.map(async ({ place, stored }) => {
        const question = await this.content.question(tx, stored.request.id);
        const firearm = Sealed.of(question.reveal().firearm ?? {});
        return { place, stored: { ...stored, request: { ...stored.request, question } }, firearm };
      }),
    );
  }

  grouped(rows: readonly OpenedRow[]): readonly FirearmGroup<OpenedRow>[] {
    return groupFirearms(rows, ({ firearm }) => firearm.reveal());
  }

  /** The groups with their requests: open fields. */
  async groups(tx: Tx, batchId: BatchId): Promise<readonly BatchGroup[]> {
    const rows = await this.opened(tx, batchId);
    const checks = new Map(await Promise.all(rows.map(async (row) => [row.place, await this.#checkOf(tx, row)] as const)));
    return this.grouped(rows).map(({ members }, index) => ({
      number: index + 1,
      requests: members.map((row) => rowOf(row, checks.get(row.place) ?? null)),
    }));
  }

  async #checkOf(tx: Tx, { stored }: OpenedRow): Promise<RowCheck | null> {
    const { request, checkedVersion } = stored;
    if (request.status !== 'draft') return null;
    const { findings, askedBefore, askedSinceRead } = await this.reports.of(tx, request, false);
    return {
      read: checkedVersion === request.version && !askedSinceRead,
      findings: findings.map(({ because: _, ...finding }) => finding),
      unanswered: findings.filter((one) => asksForAnswer(one) && one.answered === null).map(({ rule }) => rule),
      askedBefore: askedBefore.length,
    };
  }
}

function rowOf({ place, stored: { request } }: OpenedRow, check: RowCheck | null): BatchRow {
  const { id: requestId, reference, requestedState, status, version } = request;
  return { place, requestId, reference, requestedState, status, version, check };
}
