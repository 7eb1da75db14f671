import { randomBytes, randomUUID } from 'node:crypto';
import { Sealed, stateCode, type Officer, type Result } from '@tracedesk/kernel';
import {
  AcknowledgeRequest,
  CheckTraceability,
  DraftRequest,
  RespondToRequest,
  SubmitRequest,
  type Attempt,
  type OnceKey,
  type Question,
  type RequestSummary,
} from '@tracedesk/tracing';
import { COMPLETE_QUESTION } from './builders/a-request.js';

/** What a walk needs of a desk: its people and its use cases. */
export interface WalkedDesk {
  officer(state: string, name?: string): Officer;
  get<T>(service: abstract new (...given: never[]) => T): T;
}

/** A key nobody has used. */
export function onceKey(): OnceKey {
  return { key: randomUUID(), requestHash: randomBytes(32) };
}

/** An attempt on the request as this summary shows it. */
export function on({ id, version }: Pick<RequestSummary, 'id' | 'version'>): Attempt {
  return { requestId: id, version, once: onceKey() };
}

/** The value of a result that has to be one. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`Denied: ${JSON.stringify(result.denial)}`);
}

/** Leads requests between two States through the use cases, up to where a spec begins. */
export class TracingWalk {
  readonly requesting: Officer;
  readonly requested: Officer;

  constructor(
    private readonly desk: WalkedDesk,
    { from = 'QR', to = 'QM' }: { readonly from?: string; readonly to?: string } = {},
  ) {
    this.requesting = desk.officer(from);
    this.requested = desk.officer(to);
  }

  async drafted(says: Partial<Question> = {}): Promise<RequestSummary> {
    const find = { ...COMPLETE_QUESTION.find, stateOfFind: this.requesting.state };
    const question = Sealed.of({ ...COMPLETE_QUESTION, find, ...says });
    const changes = { requestedState: stateCode(this.requested.state), requestingReference: 'OWN-1', question };
    return must(await this.desk.get(DraftRequest).execute(this.requesting, onceKey(), changes));
  }

  async checked(says?: Partial<Question>): Promise<RequestSummary> {
    const draft = await this.drafted(says);
    must(await this.desk.get(CheckTraceability).execute(this.requesting, draft.id));
    return draft;
  }

  async submitted(says?: Partial<Question>): Promise<RequestSummary> {
    return must(await this.desk.get(SubmitRequest).execute(this.requesting, on(await this.checked(says))));
  }

  async acknowledged(): Promise<RequestSummary> {
    const words = { reference: 'THEIRS-1', expectedOn: '2099-01-01' };
    return must(await this.desk.get(AcknowledgeRequest).execute(this.requested, on(await this.submitted()), words));
  }

  async responded(): Promise<RequestSummary> {
    const response = { kind: 'no_record', finding: 'NO_RECORD_FOUND', content: Sealed.of({ items: [] }) } as const;
    return must(await this.desk.get(RespondToRequest).execute(this.requested, on(await this.acknowledged()), { response }));
  }
}
