import { Injectable } from '@nestjs/common';
import { valueOf } from '@tracedesk/firearms/core';
import type { Denial, RequestId, Sealed } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from './conflicts.js';
import { basisDenial, recordSerialDenial } from './item-rules.js';
import type { LocalDate } from './question.js';
import { lapsedPeriodDenial } from './record-period.js';
import { futureItemDenial } from './response-dates.js';
import type { ResponseContent } from './response.js';
import { Responses } from './responses.repository.js';
import { correctionDenial } from './supplement.js';
import { TracingRequests } from './tracing-requests.repository.js';

/** What items keep to beside what the record holds: the day, the firearm as it was read, the items given before. */
@Injectable()
export class ItemChecks {
  constructor(
    private readonly requests: TracingRequests,
    private readonly responses: Responses,
  ) {}

  /** Why these items cannot be given now, whichever act brings them; null if they can. */
  async denial(tx: Tx, requestId: RequestId, content: Sealed<ResponseContent>, today: LocalDate): Promise<Denial | null> {
    const told = content.reveal();
    const asked = await this.requests.firearmAsked(tx, requestId);
    const read = valueOf(asked.serialNumber);
    return (
      futureItemDenial(told, today) ??
      recordSerialDenial(told, read) ??
      basisDenial(told, read) ??
      lapsedPeriodDenial(told.lapsedPeriod, asked, Number(today.slice(0, 4))) ??
      (await this.#correctionDenial(tx, requestId, told))
    );
  }

  async #correctionDenial(tx: Tx, requestId: RequestId, content: ResponseContent): Promise<Denial | null> {
    if (content.items.every(({ replaces }) => replaces === undefined)) return null;
    const given = await this.responses.open(tx, requestId);
    return correctionDenial(
      content,
      numberedItems(given.map(({ round, content: before }) => ({ round, items: before.reveal().items }))),
    );
  }
}
