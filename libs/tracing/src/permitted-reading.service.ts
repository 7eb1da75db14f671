import { Injectable } from '@nestjs/common';
import {
  allowsEvidence,
  Consents,
  QUESTION_NAME,
  useRuleOf,
  type Purpose,
  type UseConditions,
  type UseRule,
} from '@tracedesk/confidentiality';
import type { RequestId, Sealed, StateCode } from '@tracedesk/kernel';
import { ProtectedParts, type Tx } from '@tracedesk/platform';
import { readingOf, type ItemReading } from './item-reading.js';
import { QUESTION_PART, requestSubject } from './move-traces.js';
import { questionReadingOf, type QuestionReading } from './question-reading.js';
import type { Question } from './question.js';
import type { ResponseContent } from './response.js';

/** One response, as it was given, and to which request. */
export interface GivenResponse {
  readonly requestId: RequestId;
  readonly round: number;
  readonly content: ResponseContent;
}

/** Which request a question is of, and whose question it is. */
export interface AskedRequest {
  readonly id: RequestId;
  readonly requestingState: StateCode;
}

/** What of a question and of responses a reader is shown who states a purpose, under the leaves that are in force (ITI 15(b)). */
@Injectable()
export class PermittedReading {
  constructor(
    private readonly consents: Consents,
    private readonly parts: ProtectedParts,
  ) {}

  /** The question of a request, by the requesting State's own restrictions. */
  async question(tx: Tx, purpose: Purpose, request: AskedRequest): Promise<QuestionReading> {
    const { [QUESTION_PART]: question } = await this.parts.open(tx, requestSubject(request.id));
    return this.questionOf(tx, purpose, request, question);
  }

  /** The same of a question that was opened before. */
  async questionOf(tx: Tx, purpose: Purpose, asked: AskedRequest, question?: Sealed<unknown>): Promise<QuestionReading> {
    const consents = await this.consents.grantedUnder(tx, [asked.id]);
    const facts = {
      isGiver: tx.state === asked.requestingState,
      consentedAsEvidence: consents.some((consent) => allowsEvidence(consent, { name: QUESTION_NAME, now: tx.now })),
    };
    const ruleOf = (conditions: UseConditions): UseRule => useRuleOf(purpose, conditions, facts);
    return questionReadingOf((question as Sealed<Question> | undefined)?.reveal() ?? {}, ruleOf);
  }

  /** Responses, by the conditions of each item. */
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
