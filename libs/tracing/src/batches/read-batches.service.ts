import { Injectable } from '@nestjs/common';
import { Disclosures, type ContentName } from '@tracedesk/confidentiality';
import { SUCCESSOR_STATES } from '@tracedesk/directory';
import { adviseRouting, mostRecentImport, routingMarksOf, type Route, type Stated } from '@tracedesk/firearms';
import { Sealed, denied, ok, type BatchId, type Officer, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { QUESTION_PART } from '../move-traces.js';
import { BatchRows, type OpenedRow } from './batch-rows.service.js';
import type { BatchInGroups, RequestBatch } from './request-batch.js';
import { RequestBatches, recordOf } from './request-batches.repository.js';

/** What the requests of one group are about, as written with the first of its firearms. */
export interface FirearmsOfGroup {
  readonly number: number;
  readonly make: string | null;
  readonly model: string | null;
  readonly importMark: { readonly state: StateCode; readonly year: number | null } | null;
  readonly firearms: readonly ListedFirearm[];
}

export interface ListedFirearm {
  readonly requestId: RequestId;
  readonly place: number;
  readonly serialNumber: Stated<string> | null;
  /** Whom its marks point to; the officer may have chosen another State. */
  readonly proposal: Route | null;
}

/** Reads the batches of the own State: what is open freely, makes, models, marks and numbers under a disclosure of the batch. */
@Injectable()
export class ReadBatches {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: RequestBatches,
    private readonly rows: BatchRows,
    private readonly disclosures: Disclosures,
  ) {}

  async list(actor: Officer): Promise<readonly RequestBatch[]> {
    return this.work.read(actor, (tx) => this.batches.list(tx));
  }

  async one(actor: Officer, id: BatchId): Promise<Result<BatchInGroups>> {
    return this.work.run(actor, 'request_batch.read', (tx) => this.within(tx, id), { about: recordOf(id) });
  }

  /** As the batch is now, in a transaction that is open already. */
  async within(tx: Tx, id: BatchId): Promise<Result<BatchInGroups>> {
    const found = await this.batches.find(tx, id);
    if (!found) return denied('BATCH_NOT_FOUND');
    return ok({ ...found, groups: await this.rows.groups(tx, id) });
  }

  async firearms(
    actor: Officer,
    id: BatchId,
    disclosureId: string | undefined,
  ): Promise<Result<Sealed<readonly FirearmsOfGroup[]>>> {
    const about = recordOf(id);
    return this.work.run(
      actor,
      'request_batch.read_firearms',
      async (tx) => {
        if (!(await this.batches.find(tx, id))) return denied('BATCH_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        const rows = await this.rows.opened(tx, id);
        await this.disclosures.extend(tx, disclosure.value, questionsShown(rows));
        const groups = this.rows.grouped(rows);
        return ok(Sealed.of(groups.map(({ members }, index) => firearmsOf(index + 1, members, actor.state))));
      },
      { about, snapshot: true },
    );
  }
}

/** What was submitted is no longer the batch's alone: that it is shown is entered on each request. */
function questionsShown(rows: readonly OpenedRow[]): ReadonlyMap<RequestId, readonly ContentName[]> {
  const submitted = rows.filter(({ stored }) => stored.request.status !== 'draft');
  return new Map(submitted.map(({ stored }) => [stored.request.id, [QUESTION_PART]]));
}

function firearmsOf(number: number, members: readonly OpenedRow[], ownState: StateCode): FirearmsOfGroup {
  const { make, model, importMarks } = members[0]?.firearm.reveal() ?? {};
  const mark = mostRecentImport(importMarks);
  return {
    number,
    make: make ?? null,
    model: model ?? null,
    importMark: mark ? { state: mark.state, year: mark.year ?? null } : null,
    firearms: members.map(({ place, stored, firearm }) => ({
      requestId: stored.request.id,
      place,
      serialNumber: firearm.reveal().serialNumber ?? null,
      proposal: adviseRouting(routingMarksOf(firearm.reveal()), { ownState, successors: SUCCESSOR_STATES }).proposal,
    })),
  };
}
