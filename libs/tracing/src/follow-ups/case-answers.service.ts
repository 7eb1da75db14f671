import { Injectable } from '@nestjs/common';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { factsOf, type ToldFact } from '../onward.js';
import type { PointOfDiversion, ResponseItem } from '../response-item.js';
import { Responses } from '../responses.repository.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** What one State answered to one request of a case. */
export interface CaseAnswer {
  readonly requestId: RequestId;
  readonly reference: string;
  readonly giver: StateCode;
  readonly items: readonly { readonly name: string; readonly item: ResponseItem }[];
  readonly ends: readonly PointOfDiversion[];
}

/** What other States answered to the own State's requests about one weapon. The caller vouches for the disclosure. */
@Injectable()
export class CaseAnswers {
  constructor(
    private readonly requests: TracingRequests,
    private readonly responses: Responses,
  ) {}

  async to(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly CaseAnswer[]> {
    const answers: CaseAnswer[] = [];
    for (const requestId of requestIds) {
      const stored = await this.requests.find(tx, requestId);
      const giver = stored?.request.requestedState;
      if (!stored || !giver || stored.request.requestingState !== tx.state) continue;
      const opened = (await this.responses.open(tx, requestId)).map(({ round, content }) => ({ round, ...content.reveal() }));
      answers.push({
        requestId,
        reference: stored.request.reference,
        giver,
        items: opened.flatMap(({ round, items }) => items.map((item, at) => ({ name: `${round}.${at + 1}`, item }))),
        ends: opened.flatMap(({ pointOfDiversion }) => (pointOfDiversion ? [pointOfDiversion] : [])),
      });
    }
    return answers;
  }
}

export function factsIn(answers: readonly CaseAnswer[]): readonly ToldFact[] {
  return answers.flatMap(({ requestId, giver, items }) => items.flatMap((told) => factsOf({ requestId, giver, ...told })));
}
