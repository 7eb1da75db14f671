import { Injectable } from '@nestjs/common';
import { Disclosures, type InformationName, type Permit } from '@tracedesk/confidentiality';
import { valueOf } from '@tracedesk/firearms/core';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { SerialMatch } from '../confidence.js';
import { PermittedReading, type ShownResponse } from '../content/permitted-reading.service.js';
import { serialMatchesIn } from '../item-reading.js';
import { periodReadingOf, type PeriodReading } from '../record-period.js';
import { requestSubject } from '../move-traces.js';
import { readOnParts } from '../serial-read.js';
import type { TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** A response as its reader is shown it for the purpose stated. */
export interface ReadResponse extends ShownResponse {
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
        return ok(await this.#read(tx, disclosure.value, stored.request));
      },
      { about, snapshot: true },
    );
  }

  async #read(tx: Tx, permit: Permit, request: TracingRequest): Promise<readonly ReadResponse[]> {
    // What is told of the record beside what was read would tell what was read.
    const { question } = await this.permitted.question(tx, permit, request);
    const asked = question.firearm ?? {};
    const serial = valueOf(asked.serialNumber);
    const shown = await this.permitted.responses(tx, permit, [request]);
    return (shown.get(request.id) ?? []).map((response) => {
      const content = response.content.reveal();
      const { lapsedPeriod } = content;
      const period = lapsedPeriod ? periodReadingOf(lapsedPeriod, asked, response.respondedAt.getUTCFullYear()) : null;
      const serialMatches = serialMatchesIn(response.round, content, serial, readOnParts(asked));
      return { ...response, serialMatches, period };
    });
  }
}
