import { Injectable } from '@nestjs/common';
import { DisclosureSubjects, type DisclosureFacts } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import type { Subject, Tx } from '@tracedesk/platform';

/** Where nothing can be added any more. */
const OVER: readonly string[] = ['closed', 'misrouted', 'withdrawn'];

/** What this room knows of a request: whether the reader's State has it, and who else reads it. */
@Injectable()
export class RequestOfFiles {
  constructor(private readonly subjects: DisclosureSubjects) {}

  async factsOf(tx: Tx, requestId: RequestId, actor: Officer): Promise<Result<DisclosureFacts>> {
    const facts = await this.subjects.factsOf(tx, requestSubject(requestId), actor);
    return facts ? ok(facts) : denied('REQUEST_NOT_FOUND');
  }

  /** Whether the actor may add files now, and to whom they are shown at once: to nobody while the request is a draft. */
  async circleOfNewFile(tx: Tx, requestId: RequestId, actor: Officer): Promise<Result<{ readonly other: StateCode | null }>> {
    const facts = await this.factsOf(tx, requestId, actor);
    if (!facts.ok) return facts;
    const { requestingState, requestedState, status } = facts.value;
    if (requestingState !== actor.state) return denied('ACTION_OF_OTHER_PARTY', { details: { party: 'requesting' } });
    if (OVER.includes(status)) return denied('ATTACHMENTS_CLOSED');
    return ok({ other: status === 'draft' ? null : requestedState });
  }
}

export function requestSubject(id: RequestId): Subject & { readonly kind: 'tracing_request' } {
  return { kind: 'tracing_request', id };
}
