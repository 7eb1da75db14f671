import { Injectable } from '@nestjs/common';
import { Attachments } from '@tracedesk/attachments';
import { valueOf } from '@tracedesk/firearms/core';
import type { Denial, RequestId, Sealed } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems, type NumberedItem } from './conflicts.js';
import { WeighedContent } from './content/weighed-content.service.js';
import { strangeCandidateDenial } from './candidates.js';
import { filesNamedIn, itemFilesDenial } from './item-files.js';
import { basisDenial, recordSerialDenial } from './item-rules.js';
import { keptBackDenial } from './kept-back.js';
import type { Facts } from './requirement.js';
import { lapsedPeriodDenial } from './record-period.js';
import { futureItemDenial } from './response-dates.js';
import type { ResponseContent } from './response.js';
import { readOnParts } from './serial-read.js';
import { correctionDenial } from './supplement.js';
import { TracingRequests } from './tracing-requests.repository.js';

type ItemFacts = Pick<Facts, 'today' | 'keptBack'>;

/** What items keep to beside what the record holds: the day, the firearm as it was read, the items given before. */
@Injectable()
export class ItemChecks {
  constructor(
    private readonly requests: TracingRequests,
    private readonly content: WeighedContent,
    private readonly attachments: Attachments,
  ) {}

  /** Why these items cannot be given now, whichever act brings them; null if they can. */
  async denial(tx: Tx, requestId: RequestId, content: Sealed<ResponseContent>, facts: ItemFacts): Promise<Denial | null> {
    const told = content.reveal();
    const { today } = facts;
    const asked = await this.requests.firearmAsked(tx, requestId);
    const [read, onPart] = [valueOf(asked.serialNumber), readOnParts(asked)];
    return (
      futureItemDenial(told, today) ??
      recordSerialDenial(told, read, onPart) ??
      basisDenial(told, read, onPart) ??
      strangeCandidateDenial(told.candidates ?? [], read) ??
      lapsedPeriodDenial(told.lapsedPeriod, asked, Number(today.slice(0, 4))) ??
      (await this.#denialByEarlierItems(tx, requestId, told, facts))
    );
  }

  async #denialByEarlierItems(
    tx: Tx,
    requestId: RequestId,
    content: ResponseContent,
    { keptBack }: ItemFacts,
  ): Promise<Denial | null> {
    const namesFiles = filesNamedIn(content).length > 0;
    if (!namesFiles && content.items.every(({ replaces }) => replaces === undefined)) return null;
    const responses = await this.content.responses(tx, requestId);
    const given = numberedItems(responses.map(({ round, content: before }) => ({ round, items: before.reveal().items })));
    return (
      correctionDenial(content, given) ?? (namesFiles ? this.#filesDenial(tx, requestId, content, { given, keptBack }) : null)
    );
  }

  /** Held until the end of the move: what is named is still there when it is handed over. */
  async #filesDenial(
    tx: Tx,
    requestId: RequestId,
    content: ResponseContent,
    { given, keptBack }: { readonly given: readonly NumberedItem[] } & Pick<ItemFacts, 'keptBack'>,
  ): Promise<Denial | null> {
    await this.attachments.hold(tx, requestId);
    const files = await this.attachments.list(tx, requestId);
    const named = filesNamedIn(content);
    const names = files
      .filter(({ id }) => named.includes(id))
      .map(({ about }) => ({ field: 'items', text: about.reveal().name }));
    return (
      itemFilesDenial(content, given, (id) => files.find((file) => file.id === id && file.state === tx.state)) ??
      keptBackDenial(names, keptBack)
    );
  }
}
