import { Injectable } from '@nestjs/common';
import { Disclosures, type Disclosure, type Purpose } from '@tracedesk/confidentiality';
import { denied, type CaseId, type Denial, type Officer, type RequestId, type Result, type Sealed } from '@tracedesk/kernel';
import type { FastifyRequest } from 'fastify';

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

  /**
   * The sitting of whoever works on the request, opened without a question as their own task. Who was led here by a page of another site chose
   * nothing: they say themselves what for, or the log would tell of a purpose that nobody had.
   */
  openAsTask(actor: Officer, requestId: RequestId, asked: Pick<FastifyRequest, 'headers'>): Promise<Result<Disclosure>> {
    if (isFromElsewhere(asked)) return Promise.resolve(denied('DISCLOSURE_REQUIRED'));
    return this.open(actor, { requestId, purpose: 'assigned_task' });
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

/** Whether a page of another site led here, as the browser says. */
export function isFromElsewhere({ headers }: Pick<FastifyRequest, 'headers'>): boolean {
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Whether content is open again as soon as its reader has stated the purpose anew. */
export function needsNewReading({ code }: Pick<Denial, 'code'>): boolean {
  return code === 'DISCLOSURE_EXPIRED' || code === 'DISCLOSURE_OUTGROWN';
}
