import { Injectable } from '@nestjs/common';
import type { RequestId, Sealed } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { Question } from '../question.js';
import { KeptContent, type OpenedResponse } from './kept-content.repository.js';

/**
 * Content as the rules of the desk weigh it: what they deny, find, count or put into a draft of the own State's. Nothing of it is shown from here;
 * what people are shown comes by `PermittedReading`. Each file that may weigh stands in `scripts/boundaries/directions.js`, with its reason.
 */
@Injectable()
export class WeighedContent {
  constructor(private readonly kept: KeptContent) {}

  async question(tx: Tx, id: RequestId): Promise<Sealed<Question>> {
    return (await this.kept.question(tx, id)).question;
  }

  questions(tx: Tx, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Sealed<Question>>> {
    return this.kept.questions(tx, ids);
  }

  responses(tx: Tx, requestId: RequestId): Promise<readonly OpenedResponse[]> {
    return this.kept.responses(tx, requestId);
  }

  responsesOfAll(tx: Tx, requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, readonly OpenedResponse[]>> {
    return this.kept.responsesOfAll(tx, requestIds);
  }
}
