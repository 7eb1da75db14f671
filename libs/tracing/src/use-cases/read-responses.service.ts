import { Injectable } from '@nestjs/common';
import { Disclosures, type InformationName, type Purpose } from '@tracedesk/confidentiality';
import { valueOf } from '@tracedesk/firearms/core';
import { denied, ok, Sealed, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { SerialMatch } from '../confidence.js';
import { serialMatchesIn, type WithheldItem } from '../item-reading.js';
import { PermittedReading } from '../permitted-reading.service.js';
import { periodReadingOf, type PeriodReading } from '../record-period.js';
import { requestSubject } from '../move-traces.js';
import { Responses, type OpenedResponse } from '../responses.repository.js';
import type { TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** A response as its reader is shown it for the purpose stated. */
export interface ReadResponse extends OpenedResponse {
  /** Items that may not be used for this purpose; in the content each is blank. */
  readonly withheld: readonly WithheldItem[];
  /** Of records that are no longer kept: the period of ITI 12, held against the years that are known. */
  readonly period: PeriodReading | null;
  /** How the serial numbers of the records compare with the one read, by the number of the item. */
  readonly serialMatches: ReadonlyMap<InformationName, SerialMatch>;
}

/** Reads what was answered, under a disclosure of the request, as far as its giver permits the use stated (ITI 15(b)). */
@Injectable()
export class ReadResponses {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly disclosures: Disclosures,
    private readonly permitted: PermittedReading,
    private readonly responses: Responses,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    disclosureId: string | undefined,
  ): Promise<Result<readonly ReadResponse[]>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_responses',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (!stored) return denied('REQUEST_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        return ok(await this.#read(tx, stored.request, disclosure.value.purpose));
      },
      { about },
    );
  }

  async #read(tx: Tx, request: TracingRequest, purpose: Purpose): Promise<readonly ReadResponse[]> {
    const opened = await this.responses.open(tx, request.id);
    // What is told of the record beside what was read would tell what was read.
    const { question } = await this.permitted.question(tx, purpose, request);
    const asked = question.firearm ?? {};
    const serial = valueOf(asked.serialNumber);
    const read = await this.permitted.for(tx, purpose, {
      requestIds: [request.id],
      isGiver: tx.state === request.requestedState,
    });
    return opened.map((response) => {
      const { content, withheld } = read({ requestId: request.id, round: response.round, content: response.content.reveal() });
      const { lapsedPeriod } = content;
      const period = lapsedPeriod ? periodReadingOf(lapsedPeriod, asked, response.respondedAt.getUTCFullYear()) : null;
      return {
        ...response,
        content: Sealed.of(content),
        withheld,
        serialMatches: serialMatchesIn(response.round, content, serial),
        period,
      };
    });
  }
}
