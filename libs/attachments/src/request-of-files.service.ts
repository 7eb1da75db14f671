import { Injectable } from '@nestjs/common';
import { DisclosureSubjects, type DisclosureFacts } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import type { Subject, Tx } from '@tracedesk/platform';

/** Where a party can add nothing any more. A response is supplemented after the closing too (ITI 18). */
const OVER = {
  requesting: ['closed', 'misrouted', 'withdrawn'],
  requested: ['misrouted', 'withdrawn'],
} as const satisfies Record<string, readonly string[]>;

/** Whether a State that is a party of the request may add files to it as it stands. */
export function takesFilesOf(
  state: StateCode,
  { requestingState, status }: Pick<DisclosureFacts, 'requestingState' | 'status'>,
): boolean {
  const over: readonly string[] = OVER[state === requestingState ? 'requesting' : 'requested'];
  return !over.includes(status);
}

/** What this room knows of a request: whether the reader's State has it, and who else reads it. */
@Injectable()
export class RequestOfFiles {
  constructor(private readonly subjects: DisclosureSubjects) {}

  async factsOf(tx: Tx, requestId: RequestId, actor: Officer): Promise<Result<DisclosureFacts>> {
    const facts = await this.subjects.factsOf(tx, requestSubject(requestId), actor);
    return facts ? ok(facts) : denied('REQUEST_NOT_FOUND');
  }

  /**
   * Whether the actor may add files now, and to whom they are shown at once: to nobody while the request is a draft, and to nobody where they
   * are for a response, until it names them.
   */
  async circleOfNewFile(tx: Tx, requestId: RequestId, actor: Officer): Promise<Result<{ readonly other: StateCode | null }>> {
    const facts = await this.factsOf(tx, requestId, actor);
    if (!facts.ok) return facts;
    const { requestingState, requestedState, status } = facts.value;
    if (!takesFilesOf(actor.state, facts.value)) return denied('ATTACHMENTS_CLOSED');
    return ok({ other: status === 'draft' || actor.state !== requestingState ? null : requestedState });
  }
}

export function requestSubject(id: RequestId): Subject & { readonly kind: 'tracing_request' } {
  return { kind: 'tracing_request', id };
}
