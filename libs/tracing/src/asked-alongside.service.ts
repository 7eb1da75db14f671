import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { valueOf } from '@tracedesk/firearms/core';
import type { RequestId } from '@tracedesk/kernel';
import { Outbox, type Tx } from '@tracedesk/platform';
import { serialKeysAlike } from './earlier-questions.service.js';
import type { NoticeJob } from './move-traces.js';
import type { SearchKey } from './search-keys.js';
import { SearchTokens } from './search-tokens.repository.js';
import type { Reference, TracingRequest } from './tracing-request.js';

/**
 * Tells those who draft about what may be the same weapon that somebody of their State began a draft about it, or asked, after them. Whoever
 * comes later finds the earlier ones in the check; whoever came first has no reason to read it again, unless told.
 */
@Injectable()
export class AskedAlongside {
  constructor(
    private readonly tokens: SearchTokens,
    private readonly outbox: Outbox,
  ) {}

  /** One after the other within a State, to the end of the transaction: of two drafts written at once, the later finds the earlier. To be waited for before anything is locked. */
  async inTurn(tx: Tx, draft: TracingRequest): Promise<void> {
    if (keysOf(draft).length > 0) await tx.query(IN_TURN, [`asked alongside ${tx.state}`]);
  }

  /** To whoever works on another open draft about it, unless they are who acts. Once for each two drafts and what became of the other. */
  async tell(tx: Tx, asked: TracingRequest, became: 'drafted' | 'submitted'): Promise<void> {
    const keys = keysOf(asked);
    if (keys.length === 0) return;
    const person = tx.actor.kind === 'person' ? tx.actor.personId : null;
    const drafts = await tx.query<OpenDraft>(OPEN_DRAFTS, [tx.state, this.tokens.of(tx.state, keys), asked.id, person]);
    await this.outbox.add(
      tx,
      drafts.map((draft) => noticeOf(tx, draft, `${asked.id} ${became}`)),
    );
  }
}

/** It leads to the draft of whoever is told, and names nothing of the other: that two drafts are alike follows from what is protected. */
function noticeOf({ state }: Tx, { id, reference }: OpenDraft, other: string): NoticeJob {
  const occasion = createHash('sha256').update(`${id} ${other}`).digest('hex');
  const payload = { state, kind: 'asked_alongside', audience: 'assigned', requestId: id, reference, occasion };
  return { state, queue: 'notices', job: 'write-notice', payload };
}

function keysOf({ question }: TracingRequest): readonly SearchKey[] {
  return serialKeysAlike(valueOf(question?.reveal().firearm?.serialNumber));
}

interface OpenDraft {
  readonly id: RequestId;
  readonly reference: Reference;
}

const IN_TURN = 'select pg_advisory_xact_lock(hashtextextended($1, 0))';

const OPEN_DRAFTS = `
  select distinct draft.id, draft.reference
    from search_tokens found
    join tracing_request_drafts draft on draft.id = found.request_id and draft.state = $1
   where found.state = $1 and found.token = any($2::bytea[]) and draft.id <> $3
     and not exists (
       select 1 from request_assignments task
        where task.state = $1 and task.request_id = draft.id and task.person_id = $4)
   order by draft.reference`;
