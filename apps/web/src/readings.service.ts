import { Injectable } from '@nestjs/common';
import { Disclosures, type Disclosure, type Purpose } from '@tracedesk/confidentiality';
import type { CaseId, Denial, Officer, RequestId, Result, Sealed } from '@tracedesk/kernel';

export interface OpenReading {
  readonly requestId: RequestId;
  readonly purpose: Purpose;
  readonly justification?: Sealed<string> | undefined;
}

export interface OpenCaseReading extends Omit<OpenReading, 'requestId'> {
  readonly caseId: CaseId;
}

/** The sitting in which one request's or one case's content is open to one person: asked for once, good for its half hour. */
@Injectable()
export class Readings {
  constructor(private readonly disclosures: Disclosures) {}

  current(actor: Officer, requestId: RequestId): Promise<Disclosure | null> {
    return this.disclosures.current(actor, subjectOf(requestId));
  }

  open(actor: Officer, { requestId, purpose, justification }: OpenReading): Promise<Result<Disclosure>> {
    return this.disclosures.open(actor, { subject: subjectOf(requestId), purpose, justification });
  }

  currentOfCase(actor: Officer, caseId: CaseId): Promise<Disclosure | null> {
    return this.disclosures.current(actor, caseSubject(caseId));
  }

  openCase(actor: Officer, { caseId, purpose, justification }: OpenCaseReading): Promise<Result<Disclosure>> {
    return this.disclosures.open(actor, { subject: caseSubject(caseId), purpose, justification });
  }
}

function subjectOf(requestId: RequestId): { readonly kind: 'tracing_request'; readonly id: RequestId } {
  return { kind: 'tracing_request', id: requestId };
}

function caseSubject(id: CaseId): { readonly kind: 'weapon_case'; readonly id: CaseId } {
  return { kind: 'weapon_case', id };
}

/** Whether content is open again as soon as its reader has stated the purpose anew. */
export function needsNewReading({ code }: Pick<Denial, 'code'>): boolean {
  return code === 'DISCLOSURE_EXPIRED' || code === 'DISCLOSURE_OUTGROWN';
}
