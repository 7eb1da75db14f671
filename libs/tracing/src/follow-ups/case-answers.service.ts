import { Injectable } from '@nestjs/common';
import type { Permit } from '@tracedesk/confidentiality';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from '../conflicts.js';
import { PermittedReading, type ShownResponse } from '../content/permitted-reading.service.js';
import { WeighedContent } from '../content/weighed-content.service.js';
import type { WithheldItem } from '../item-reading.js';
import { restrictionsOnDiversion, type ResponseContent } from '../response.js';
import type { PointOfDiversion, ResponseItem, RestrictionOnUse } from '../response-item.js';
import { replacementsIn } from '../supplement.js';
import type { Answered } from '../told-in-answers.js';
import type { TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** What one State answered to one request of a case. */
export interface CaseAnswer {
  readonly requestId: RequestId;
  readonly reference: string;
  readonly giver: StateCode;
  readonly items: readonly { readonly name: string; readonly item: ResponseItem; readonly isReplaced: boolean }[];
  readonly ends: readonly ToldEnd[];
  /** What is not shown for the purpose stated; of an item, its place among the items stays. */
  readonly withheld: readonly WithheldItem[];
}

/** A point of diversion, with all that restricts it. */
export interface ToldEnd {
  readonly diversion: PointOfDiversion;
  readonly restrictions: readonly RestrictionOnUse[];
}

/** What other States answered to the own State's requests about one weapon: as a reader is shown it, or whole, for the guard of what travels on. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly requests: TracingRequests,
    private readonly permitted: PermittedReading,
    private readonly content: WeighedContent,
  ) {}

  /** As far as the reader's purpose goes; shown of each request, and entered on it. */
  async shown(tx: Tx, permit: Permit, requestIds: readonly RequestId[]): Promise<readonly CaseAnswer[]> {
    const asked = await this.#asked(tx, requestIds);
    const shown = await this.permitted.responses(tx, permit, asked);
    return asked.map((request) => answerOf(request, shown.get(request.id) ?? []));
  }

  /** Whole, whatever its givers attached: it is weighed, and not shown. */
  async whole(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly Answered[]> {
    const asked = await this.#asked(tx, requestIds);
    const given = await this.content.responsesOfAll(
      tx,
      asked.map(({ id }) => id),
    );
    return asked.map((request) => ({ requestId: request.id, giver: giverOf(request), responses: given.get(request.id) ?? [] }));
  }

  async #asked(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly TracingRequest[]> {
    const listed = (await this.requests.listed(tx, requestIds)).map(({ request }) => request);
    return requestIds.flatMap((id) => {
      const request = listed.find((one) => one.id === id);
      return request?.requestedState && request.status !== 'draft' && request.requestingState === tx.state ? [request] : [];
    });
  }
}

function answerOf(request: TracingRequest, shown: readonly ShownResponse[]): CaseAnswer {
  const told = shown.map(({ round, content }) => ({ round, content: content.reveal() }));
  return {
    requestId: request.id,
    reference: request.reference,
    giver: giverOf(request),
    items: itemsOf(told),
    ends: told.flatMap(({ content }) => endOf(content)),
    withheld: shown.flatMap(({ withheld }) => withheld),
  };
}

function giverOf({ requestedState }: TracingRequest): StateCode {
  if (requestedState === null) throw new TypeError('A request that was answered asked a State.');
  return requestedState;
}

interface Told {
  readonly round: number;
  readonly content: ResponseContent;
}

function itemsOf(opened: readonly Told[]): CaseAnswer['items'] {
  const given = numberedItems(opened.map(({ round, content: { items } }) => ({ round, items })));
  const replaced = replacementsIn(given);
  return given.map(({ number, item }) => ({ name: number, item, isReplaced: replaced.has(number) }));
}

function endOf(content: ResponseContent): readonly ToldEnd[] {
  const { pointOfDiversion: diversion } = content;
  return diversion ? [{ diversion, restrictions: restrictionsOnDiversion(content) }] : [];
}
