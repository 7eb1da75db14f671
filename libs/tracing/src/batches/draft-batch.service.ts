import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { SUCCESSOR_STATES } from '@tracedesk/directory';
import { Sealed, idOf, type BatchId, type Denial, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { draftDenial } from '../draft.js';
import { newReference } from '../new-reference.service.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { draftRequest, type TracingRequest } from '../tracing-request.js';
import { groupFirearms, type FirearmGroup } from './group-firearms.js';
import { denialInBatch, draftsOf, recordDenial, type BatchFirearm, type NewBatch } from './new-batch.js';
import { ReadBatches } from './read-batches.service.js';
import type { BatchInGroups } from './request-batch.js';
import { RequestBatches } from './request-batches.repository.js';

/** What a batch would come to, before anything is stored: what is wrong with it, whom each firearm would ask, and the groups. */
export interface BatchPreview {
  readonly denials: readonly Denial[];
  /** A firearm with its place, in its group; whom it would ask. Protected: it is what was just sent. */
  readonly groups: Sealed<readonly FirearmGroup<PreviewedFirearm>[]>;
}

export interface PreviewedFirearm extends BatchFirearm {
  readonly place: number;
  readonly asks: TracingRequest['requestedState'];
}

/** Drafts requests about several firearms in one act: all of them, or none. Nothing is asked yet. */
@Injectable()
export class DraftBatch {
  constructor(
    private readonly work: UnitOfWork,
    private readonly batches: RequestBatches,
    private readonly drafts: RequestDrafts,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly reads: ReadBatches,
  ) {}

  async execute(actor: Officer, once: OnceKey, batch: NewBatch): Promise<Result<BatchInGroups>> {
    const drafts = draftsIn(actor, batch);
    return this.work.run(
      actor,
      'request_batch.draft',
      async (tx) => {
        const [denial] = await this.#denials(tx, drafts, batch);
        if (denial) return { ok: false, denial };
        const id = idOf<BatchId>(randomUUID());
        for (const draft of drafts) await this.drafts.add(tx, draft);
        const requestIds = drafts.map((draft) => draft.id);
        const ownReference = batch.terms.requestingReference ?? null;
        await this.batches.add(tx, { id, ownReference }, requestIds, groupsOf(batch).length);
        return this.reads.within(tx, id);
      },
      { once: { ...once, idOf: ({ id }) => id, replay: (tx, id) => this.reads.within(tx, id as BatchId) } },
    );
  }

  /** The same without storing anything, and with everything that is wrong. */
  async preview(actor: Officer, batch: NewBatch): Promise<BatchPreview> {
    const drafts = draftsIn(actor, batch);
    const denials = await this.work.read(actor, (tx) => this.#denials(tx, drafts, batch));
    const previewed = batch.firearms
      .reveal()
      .map((one, place) => ({ ...one, place, asks: drafts[place]?.requestedState ?? null }));
    return { denials, groups: Sealed.of(groupFirearms(previewed, ({ firearm }) => firearm)) };
  }

  async #denials(tx: Tx, drafts: readonly TracingRequest[], batch: NewBatch): Promise<readonly Denial[]> {
    const today = await this.circumstances.today(tx);
    const denials = [
      recordDenial(batch),
      ...drafts.map((draft, place) => {
        const denial = draftDenial(draft, today);
        return denial && denialInBatch(denial, place, batch);
      }),
    ].filter((denial) => denial !== null);
    // What is wrong with the common part is wrong with every draft, and is told once.
    return [...new Map(denials.map((denial) => [`${denial.code} ${denial.field ?? ''}`, denial])).values()];
  }
}

function draftsIn(actor: Officer, batch: NewBatch): readonly TracingRequest[] {
  return draftsOf(batch, { ownState: actor.state, successors: SUCCESSOR_STATES }).map((changes) =>
    draftRequest({
      question: Sealed.of({}),
      ...changes,
      id: idOf<RequestId>(randomUUID()),
      reference: newReference(),
      requestingState: actor.state,
    }),
  );
}

function groupsOf({ firearms }: NewBatch): readonly FirearmGroup<BatchFirearm>[] {
  return groupFirearms(firearms.reveal(), ({ firearm }) => firearm);
}
