import { Injectable } from '@nestjs/common';
import { denied, ok, type BatchId, type Denial, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, requestHash } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import type { NewOverride } from '../dto/traceability.dto.js';
import { CheckTraceability } from '../use-cases/check-traceability.service.js';
import { SubmitRequest } from '../use-cases/submit-request.service.js';
import { ReadBatches } from './read-batches.service.js';
import type { BatchRow, CheckedRow, RowRead, SubmittedRow } from './request-batch.js';
import { recordOf } from './request-batches.repository.js';

/** Which requests of which batch: these, at the versions they were read at, or all as they are now. */
export interface RowsOfBatch {
  readonly batchId: BatchId;
  readonly rows: readonly RowRead[] | null;
}

/**
 * What is done to several requests of a batch in one go. Each of them goes its own way, by the same use case as a request that stands alone: in a
 * transaction of its own, with its own entries, and one that is held back holds back no other.
 */
@Injectable()
export class BatchActs {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reads: ReadBatches,
    private readonly checkTraceability: CheckTraceability,
    private readonly submitRequest: SubmitRequest,
  ) {}

  /** Notes that the check of these drafts was read. A reason overrides its warning wherever that warning still asks for an answer. */
  async check(actor: Officer, which: RowsOfBatch, overrides: readonly NewOverride[]): Promise<Result<readonly CheckedRow[]>> {
    const chosen = await this.#chosen(actor, 'request_batch.check', which);
    if (!chosen.ok) return chosen;
    const report: CheckedRow[] = [];
    for (const { row, readAt } of chosen.value) report.push(await this.#checkRow(actor, row, readAt, overrides));
    return ok(report);
  }

  /** Submits these requests one by one; what was sent before is left as it is, so a submission cut short is simply sent again. */
  async submit(actor: Officer, which: RowsOfBatch, once: OnceKey): Promise<Result<readonly SubmittedRow[]>> {
    const chosen = await this.#chosen(actor, 'request_batch.submit', which);
    if (!chosen.ok) return chosen;
    const report: SubmittedRow[] = [];
    for (const { row, readAt } of chosen.value) report.push(await this.#submitRow(actor, row, readAt, once));
    return ok(report);
  }

  async #checkRow(
    actor: Officer,
    { place, requestId, reference, version, check }: BatchRow,
    readAt: number,
    overrides: readonly NewOverride[],
  ): Promise<CheckedRow> {
    const told = { place, requestId, reference };
    if (!check) return { ...told, read: false, unanswered: [], problem: null };
    const stale = conflict(version, readAt);
    if (stale) return { ...told, read: check.read, unanswered: check.unanswered, problem: stale };
    const applicable = overrides.filter(({ rule }) => check.unanswered.includes(rule));
    const read = await this.checkTraceability.execute(actor, requestId, applicable);
    if (!read.ok) return { ...told, read: check.read, unanswered: check.unanswered, problem: read.denial };
    const answered = applicable.map(({ rule }) => rule);
    return { ...told, read: true, unanswered: check.unanswered.filter((rule) => !answered.includes(rule)), problem: null };
  }

  async #submitRow(
    actor: Officer,
    { place, requestId, reference, status, version }: BatchRow,
    readAt: number,
    { key, requestHash: hash }: OnceKey,
  ): Promise<SubmittedRow> {
    const told = { place, requestId, reference };
    if (status !== 'draft') return { ...told, outcome: 'submitted_before', problem: null };
    const stale = conflict(version, readAt);
    if (stale) return { ...told, outcome: 'not_submitted', problem: stale };
    const once = { key: requestHash(key, requestId).toString('hex'), requestHash: requestHash(hash.toString('hex'), requestId) };
    const submitted = await this.submitRequest.execute(actor, { requestId, version, once });
    return submitted.ok
      ? { ...told, outcome: 'submitted', problem: null }
      : { ...told, outcome: 'not_submitted', problem: submitted.denial };
  }

  /** The requests meant, in the order of the table, each with the version at which it was read. */
  async #chosen(
    actor: Officer,
    action: string,
    { batchId, rows }: RowsOfBatch,
  ): Promise<Result<readonly { readonly row: BatchRow; readonly readAt: number }[]>> {
    return this.work.run(
      actor,
      action,
      async (tx) => {
        const batch = await this.reads.within(tx, batchId);
        if (!batch.ok) return batch;
        const all = batch.value.groups.flatMap(({ requests }) => requests);
        const stranger = rows?.findIndex(({ requestId }) => !all.some((row) => row.requestId === requestId)) ?? -1;
        if (stranger !== -1) return denied('BATCH_ROW_UNKNOWN', { field: `requests.${stranger}.requestId` });
        const chosen = all.flatMap((row) => {
          if (rows === null) return [{ row, readAt: row.version }];
          const read = rows.find(({ requestId }) => requestId === row.requestId);
          return read ? [{ row, readAt: read.version }] : [];
        });
        return ok(chosen.sort((one, other) => one.row.place - other.row.place));
      },
      { about: recordOf(batchId) },
    );
  }
}

/** What somebody changed since it was read has to be read again. */
function conflict(version: number, readAt: number): Denial | null {
  return version === readAt ? null : { code: 'VERSION_CONFLICT', details: { version: readAt } };
}
