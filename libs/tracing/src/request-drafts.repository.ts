import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import type { RequestId } from '@tracedesk/kernel';
import { ProtectedParts, type Tx } from '@tracedesk/platform';
import { AskedAlongside } from './asked-alongside.service.js';
import { Assignments } from './assignments.repository.js';
import { QUESTION_PART, requestSubject } from './move-traces.js';
import type { StoredRequest } from './request-summary.js';
import { SearchTokens } from './search-tokens.repository.js';
import type { TracingRequest } from './tracing-request.js';

/** What one State is still writing. Each change is a row, its sealed question and an entry, in one transaction. */
@Injectable()
export class RequestDrafts {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly assignments: Assignments,
    private readonly audit: AuditLog,
    private readonly searchTokens: SearchTokens,
    private readonly alongside: AskedAlongside,
  ) {}

  /** Stores a new draft; whoever writes it works on it. */
  async add(tx: Tx, draft: TracingRequest): Promise<StoredRequest> {
    await this.alongside.inTurn(tx, draft);
    await tx.query(INSERT, [
      draft.id,
      tx.state,
      draft.reference,
      draft.requestedState,
      draft.priority,
      draft.legalBasis,
      draft.requestingReference,
      draft.version,
      tx.actor.kind === 'person' ? tx.actor.personId : null,
      tx.now,
      draft.directlyAccessible,
    ]);
    await this.#sealQuestion(tx, draft);
    await this.assignments.assign(tx, draft.id);
    await this.#enter(tx, draft, 'drafted');
    await this.alongside.tell(tx, draft, 'drafted');
    return storedDraft(tx, draft);
  }

  /** Stores the draft as it is now, if it is still as it was at that version; undefined otherwise. */
  async replace(tx: Tx, draft: TracingRequest, version: number): Promise<StoredRequest | undefined> {
    await this.alongside.inTurn(tx, draft);
    const replaced = await tx.query<object>(REPLACE, [
      draft.id,
      version,
      tx.state,
      draft.requestedState,
      draft.priority,
      draft.legalBasis,
      draft.requestingReference,
      draft.version,
      tx.now,
      draft.directlyAccessible,
    ]);
    if (replaced.length === 0) return undefined;
    await this.#sealQuestion(tx, draft);
    await this.#enter(tx, draft, 'amended');
    await this.alongside.tell(tx, draft, 'drafted');
    return storedDraft(tx, draft);
  }

  /** Notes that the findings for this version were read; false if the draft has another version by now. */
  async noteCheckRead(
    tx: Tx,
    id: RequestId,
    version: number,
    found: { readonly warnings: number; readonly advice: number },
  ): Promise<boolean> {
    const noted = await tx.query<object>(NOTE_CHECK, [id, version, tx.state]);
    if (noted.length === 0) return false;
    await this.audit.append(tx, {
      class: 'consultation',
      action: 'traceability_check.read',
      object: requestSubject(id),
      facts: { version, ...found },
    });
    return true;
  }

  async #sealQuestion(tx: Tx, { id, question }: TracingRequest): Promise<void> {
    if (!question) return;
    await this.parts.put(tx, requestSubject(id), { [QUESTION_PART]: question });
    await this.searchTokens.replace(tx, id, question.reveal().firearm ?? {});
  }

  async #enter(tx: Tx, { id, version }: TracingRequest, event: 'drafted' | 'amended'): Promise<void> {
    await this.audit.append(tx, {
      class: event === 'drafted' ? 'collection' : 'alteration',
      action: `tracing_request.${event}`,
      object: requestSubject(id),
      facts: { version },
    });
  }
}

function storedDraft(tx: Tx, request: TracingRequest): StoredRequest {
  return { request, deadlineProfile: { id: '', version: 0 }, checkedVersion: null, nextDueAt: null, updatedAt: tx.now };
}

const INSERT = `
  insert into tracing_request_drafts
    (id, state, reference, requested_state, priority, legal_basis, own_reference, version, created_by, created_at, updated_at,
     directly_accessible)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11)`;

const REPLACE = `
  update tracing_request_drafts
     set requested_state = $4, priority = $5, legal_basis = $6, own_reference = $7, version = $8, updated_at = $9,
         directly_accessible = $10
   where id = $1 and version = $2 and state = $3
  returning id`;

const NOTE_CHECK = `
  update tracing_request_drafts
     set traceability_check_version = version
   where id = $1 and version = $2 and state = $3
  returning id`;
