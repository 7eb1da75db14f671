import { Injectable } from '@nestjs/common';
import { nameOfCandidates, nameOfDiversion, type InformationName } from '@tracedesk/confidentiality';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { numberedItems } from '../conflicts.js';
import { factsOf, type ToldCandidates, type ToldFact } from '../onward.js';
import type { ItemReading, WithheldItem } from '../item-reading.js';
import type { GivenResponse } from '../permitted-reading.service.js';
import { restrictionsOnDiversion, type ResponseContent } from '../response.js';
import type { PointOfDiversion, ResponseItem, RestrictionOnUse } from '../response-item.js';
import { Responses } from '../responses.repository.js';
import { replacementsIn } from '../supplement.js';
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
}

/** What a reader is shown of a response; by default, and for the guard of what travels on, all of it. */
type Reading = (response: GivenResponse) => ItemReading;
const WHOLE: Reading = ({ content }) => ({ content, withheld: [] });

/** What other States answered to the own State's requests about one weapon. The caller vouches for the disclosure. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly requests: TracingRequests,
    private readonly responses: Responses,
  ) {}

  async to(tx: Tx, requestIds: readonly RequestId[], read: Reading = WHOLE): Promise<readonly CaseAnswer[]> {
    const answers: CaseAnswer[] = [];
    for (const requestId of requestIds) {
      const stored = await this.requests.find(tx, requestId);
      const giver = stored?.request.requestedState;
      if (!stored || !giver || stored.request.requestingState !== tx.state) continue;
      const opened = (await this.responses.open(tx, requestId)).map(({ round, content }) => ({
        round,
        ...read({ requestId, round, content: content.reveal() }),
      }));
      const withheld = opened.flatMap((response) => response.withheld);
      answers.push({
        requestId,
        reference: stored.request.reference,
        giver,
        items: itemsOf(opened),
        ends: opened.flatMap(endOf),
        candidates: opened.flatMap(({ round, content: { candidates = [] } }) =>
          candidates.length === 0 ? [] : [{ requestId, giver, name: nameOfCandidates(round), candidates }],
        ),
        withheld,
      });
    }
    return answers;
  }
}

function itemsOf(opened: readonly Pick<GivenResponse, 'round' | 'content'>[]): CaseAnswer['items'] {
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

function endOf({ round, content }: { readonly round: number; readonly content: ResponseContent }): readonly ToldEnd[] {
  const { pointOfDiversion: diversion } = content;
  return diversion ? [{ name: nameOfDiversion(round), diversion, restrictions: restrictionsOnDiversion(content) }] : [];
}
