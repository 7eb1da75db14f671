import { Injectable } from '@nestjs/common';
import { allowsEvidence, Consents, useRuleOf, type Purpose } from '@tracedesk/confidentiality';
import type { RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { readingOf, type ItemReading } from './item-reading.js';
import type { ResponseContent } from './response.js';

/** One response, as it was given, and to which request. */
export interface GivenResponse {
  readonly requestId: RequestId;
  readonly round: number;
  readonly content: ResponseContent;
}

/** What of responses a reader is shown who states a purpose, under the leaves that are in force (ITI 15(b)). */
@Injectable()
export class PermittedReading {
  constructor(private readonly consents: Consents) {}

  async for(
    tx: Tx,
    purpose: Purpose,
    { requestIds, isGiver }: { readonly requestIds: readonly RequestId[]; readonly isGiver: boolean },
  ): Promise<(response: GivenResponse) => ItemReading> {
    const consents = await this.consents.grantedUnder(tx, requestIds);
    return ({ requestId, round, content }) =>
      readingOf(round, content, (conditions, name) =>
        useRuleOf(purpose, conditions, {
          isGiver,
          consentedAsEvidence: consents.some(
            (consent) => consent.requestId === requestId && allowsEvidence(consent, { name, now: tx.now }),
          ),
        }),
      );
  }
}
