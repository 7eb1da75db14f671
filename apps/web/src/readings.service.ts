import { Injectable } from '@nestjs/common';
import { Disclosures, type Disclosure, type Purpose } from '@tracedesk/confidentiality';
import type { Officer, RequestId, Result, Sealed } from '@tracedesk/kernel';

export interface OpenReading {
  readonly requestId: RequestId;
  readonly purpose: Purpose;
  readonly justification?: Sealed<string> | undefined;
}

/** The sitting in which one request's content is open to one person: asked for once, good for its half hour. */
@Injectable()
export class Readings {
  constructor(private readonly disclosures: Disclosures) {}

  current(actor: Officer, requestId: RequestId): Promise<Disclosure | null> {
    return this.disclosures.current(actor, subjectOf(requestId));
  }

  open(actor: Officer, { requestId, purpose, justification }: OpenReading): Promise<Result<Disclosure>> {
    return this.disclosures.open(actor, { subject: subjectOf(requestId), purpose, justification });
  }
}

function subjectOf(requestId: RequestId): { readonly kind: 'tracing_request'; readonly id: RequestId } {
  return { kind: 'tracing_request', id: requestId };
}
