import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { idOf, type ResponseId } from '@tracedesk/kernel';
import { ProtectedParts, type Subject, type Tx } from '@tracedesk/platform';
import type { AddedResponse } from './move-traces.js';
import type { Answer } from './obstacle.js';
import type { TracingRequest } from './tracing-request.js';

/** The sealed part of a response that holds what it says. */
export const CONTENT_PART = 'content';

/** What was answered, round by round. A response given is never changed. */
@Injectable()
export class Responses {
  constructor(private readonly parts: ProtectedParts) {}

  /** What was answered before the latest response, oldest first. */
  async before(tx: Tx, { id, responses }: Pick<TracingRequest, 'id' | 'responses'>): Promise<readonly Answer[]> {
    return tx.query<Answer>(BEFORE, [id, responses, tx.state]);
  }

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
    await this.parts.put(tx, responseSubject(id), { [CONTENT_PART]: content }, [request.requestingState]);
  }
}

export function responseSubject(id: ResponseId): Subject {
  return { kind: 'response', id };
}

const BEFORE = `
  select kind, finding from responses where request_id = $1 and round < $2 and $3 in (requesting_state, requested_state) order by round`;

const INSERT = `
  insert into responses (id, request_id, requesting_state, requested_state, round, kind, finding, ground, responded_at, act)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
