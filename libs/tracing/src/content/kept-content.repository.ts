import { Injectable } from '@nestjs/common';
import { Sealed, type RequestId, type ResponseId } from '@tracedesk/kernel';
import { ProtectedParts, type Tx } from '@tracedesk/platform';
import { QUESTION_PART, requestSubject, saidIn, type SaidWords } from '../move-traces.js';
import type { Question } from '../question.js';
import type { ResponseSummary } from '../request-summary.js';
import type { ResponseContent } from '../response.js';
import { CONTENT_PART } from '../responses.repository.js';
import type { ResponseAct } from '../supplement.js';

/** What a State asked, with all that moves said about it since. */
export interface KeptQuestion {
  readonly question: Sealed<Question>;
  readonly words: readonly SaidWords[];
}

/** One response with what it says. */
export interface OpenedResponse extends ResponseSummary {
  readonly id: ResponseId;
  readonly round: number;
  /** Given, given while clarifying, or added after the fact. */
  readonly act: ResponseAct;
  readonly content: Sealed<ResponseContent>;
}

/**
 * What was asked and answered, as it is kept: whole, for no reader. Only the two beside it may import it (`scripts/boundaries`): the door, which
 * shows people what they are permitted, and the scales, from which nothing is shown.
 */
@Injectable()
export class KeptContent {
  constructor(private readonly parts: ProtectedParts) {}

  async question(tx: Tx, id: RequestId): Promise<KeptQuestion> {
    const { [QUESTION_PART]: question, ...said } = await this.parts.open(tx, requestSubject(id));
    return { question: (question ?? Sealed.of({})) as Sealed<Question>, words: saidIn(said) };
  }

  /** What several requests ask, in one statement; without the words said since. */
  async questions(tx: Tx, ids: readonly RequestId[]): Promise<ReadonlyMap<RequestId, Sealed<Question>>> {
    const parts = await this.parts.openAll(tx, 'tracing_request', ids);
    return new Map(ids.map((id) => [id, (parts.get(id)?.[QUESTION_PART] ?? Sealed.of({})) as Sealed<Question>]));
  }

  /** All responses to a request, oldest first. */
  async responses(tx: Tx, requestId: RequestId): Promise<readonly OpenedResponse[]> {
    return (await this.responsesOfAll(tx, [requestId])).get(requestId) ?? [];
  }

  /** The responses to several requests, in two statements however many there are. */
  async responsesOfAll(tx: Tx, requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, readonly OpenedResponse[]>> {
    const rows = await tx.query<ResponseRow>(OF_REQUESTS, [requestIds, tx.state]);
    const parts = await this.parts.openAll(
      tx,
      'response',
      rows.map(({ id }) => id),
    );
    const opened = new Map<RequestId, OpenedResponse[]>();
    for (const { request_id: requestId, responded_at: respondedAt, ...row } of rows) {
      const content = (parts.get(row.id)?.[CONTENT_PART] ?? Sealed.of({ items: [] })) as Sealed<ResponseContent>;
      opened.set(requestId, [...(opened.get(requestId) ?? []), { ...row, respondedAt, content }]);
    }
    return opened;
  }
}

interface ResponseRow extends Omit<OpenedResponse, 'content' | 'respondedAt'> {
  readonly request_id: RequestId;
  readonly responded_at: Date;
}

const OF_REQUESTS = `
  select request_id, id, round, act, kind, finding, ground, responded_at
    from responses
   where request_id = any($1::uuid[]) and (requesting_state = $2 or requested_state = $2)
   order by request_id, round`;
