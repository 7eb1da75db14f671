import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Sealed, idOf, type RequestId, type ResponseId } from '@tracedesk/kernel';
import { ProtectedParts, type Subject, type Tx } from '@tracedesk/platform';
import type { AddedResponse } from './move-traces.js';
import type { ResponseSummary } from './request-summary.js';
import type { ResponseContent } from './response.js';
import type { ResponseAct } from './supplement.js';
import type { TracingRequest } from './tracing-request.js';

/** One response with what it says, opened to a reader who is entitled to it. */
export interface OpenedResponse extends ResponseSummary {
  readonly id: ResponseId;
  readonly round: number;
  /** Given, given while clarifying, or added after the fact. */
  readonly act: ResponseAct;
  readonly content: Sealed<ResponseContent>;
}

const CONTENT_PART = 'content';

/** What was answered, round by round. A response given is never changed. */
@Injectable()
export class Responses {
  constructor(private readonly parts: ProtectedParts) {}

  /** Adds the response that a move brought, open to both parties; `request` is the request after that move. */
  async add(tx: Tx, request: TracingRequest, { act, kind, finding, ground, content }: AddedResponse): Promise<void> {
    const id = idOf<ResponseId>(randomUUID());
    await tx.query(INSERT, [
      id,
      request.id,
      request.requestingState,
      request.requestedState,
      request.responses,
      kind,
      finding,
      ground,
      tx.now,
      act,
    ]);
    await this.parts.put(tx, subjectOf(id), { [CONTENT_PART]: content }, [request.requestingState]);
  }

  /** All responses to a request, oldest first. The caller vouches for the disclosure. */
  async open(tx: Tx, requestId: RequestId): Promise<readonly OpenedResponse[]> {
    const rows = await tx.query<ResponseRow>(OF_REQUEST, [requestId, tx.state]);
    const opened: OpenedResponse[] = [];
    for (const { responded_at: respondedAt, ...row } of rows) {
      const { [CONTENT_PART]: content } = await this.parts.open(tx, subjectOf(row.id));
      opened.push({ ...row, respondedAt, content: (content ?? Sealed.of({ items: [] })) as Sealed<ResponseContent> });
    }
    return opened;
  }
}

function subjectOf(id: ResponseId): Subject {
  return { kind: 'response', id };
}

interface ResponseRow extends Omit<OpenedResponse, 'content' | 'respondedAt'> {
  readonly responded_at: Date;
}

const INSERT = `
  insert into responses (id, request_id, requesting_state, requested_state, round, kind, finding, ground, responded_at, act)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;

const OF_REQUEST = `
  select id, round, act, kind, finding, ground, responded_at
    from responses
   where request_id = $1 and (requesting_state = $2 or requested_state = $2)
   order by round`;
