import { Injectable } from '@nestjs/common';
import { nameOfCandidates, nameOfDiversion, type InformationName, type Permit } from '@tracedesk/confidentiality';
import type { RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from '../conflicts.js';
import { PermittedReading } from '../content/permitted-reading.service.js';
import { WeighedContent } from '../content/weighed-content.service.js';
import { factsOf, type ToldCandidates, type ToldFact } from '../onward.js';
import type { WithheldItem } from '../item-reading.js';
import { conditionsOnDiversion, restrictionsOnDiversion, type ResponseContent } from '../response.js';
import type { GivenConditions, PointOfDiversion, ResponseItem, RestrictionOnUse } from '../response-item.js';
import { replacementsIn } from '../supplement.js';
import type { TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** What one State answered to one request of a case. */
export interface CaseAnswer {
  readonly requestId: RequestId;
  readonly reference: string;
  readonly giver: StateCode;
  readonly items: readonly { readonly name: string; readonly item: ResponseItem; readonly isReplaced: boolean }[];
  readonly ends: readonly ToldEnd[];
  readonly candidates: readonly ToldCandidates[];
  /** What is not shown for the purpose stated; of an item, its place among the items stays. */
  readonly withheld: readonly WithheldItem[];
}

/** A point of diversion under its name, with all that restricts it. */
export interface ToldEnd {
  readonly name: InformationName;
  readonly diversion: PointOfDiversion;
  readonly restrictions: readonly RestrictionOnUse[];
  readonly conditions: readonly GivenConditions[];
}

/** A response, as far as it is opened: as its reader is shown it, or whole. */
interface Opened {
  readonly round: number;
  readonly content: Sealed<ResponseContent>;
  readonly withheld?: readonly WithheldItem[];
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
  async whole(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly CaseAnswer[]> {
    const answers: CaseAnswer[] = [];
    for (const request of await this.#asked(tx, requestIds))
      answers.push(answerOf(request, await this.content.responses(tx, request.id)));
    return answers;
  }

  async #asked(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly TracingRequest[]> {
    const listed = (await this.requests.listed(tx, requestIds)).map(({ request }) => request);
    return requestIds.flatMap((id) => {
      const request = listed.find((one) => one.id === id);
      return request?.requestedState && request.status !== 'draft' && request.requestingState === tx.state ? [request] : [];
    });
  }
}

function answerOf({ id: requestId, reference, requestedState: giver }: TracingRequest, opened: readonly Opened[]): CaseAnswer {
  if (giver === null) throw new TypeError('A request that was answered asked a State.');
  const told = opened.map(({ round, content }) => ({ round, content: content.reveal() }));
  return {
    requestId,
    reference,
    giver,
    items: itemsOf(told),
    ends: told.flatMap(endOf),
    candidates: told.flatMap(({ round, content: { candidates = [] } }) =>
      candidates.length === 0 ? [] : [{ requestId, giver, name: nameOfCandidates(round), candidates }],
    ),
    withheld: opened.flatMap(({ withheld = [] }) => withheld),
  };
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

export function factsIn(answers: readonly CaseAnswer[]): readonly ToldFact[] {
  return answers.flatMap(({ requestId, giver, items, ends }) => [
    ...items.flatMap((told) => factsOf({ requestId, giver, ...told })),
    ...ends.map((end) => ({ requestId, giver, ...end })),
  ]);
}

function endOf({ round, content }: Told): readonly ToldEnd[] {
  const { pointOfDiversion: diversion } = content;
  return diversion
    ? [
        {
          name: nameOfDiversion(round),
          diversion,
          restrictions: restrictionsOnDiversion(content),
          conditions: conditionsOnDiversion(content),
        },
      ]
    : [];
}
