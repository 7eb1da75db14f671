import { Injectable } from '@nestjs/common';
import { Attachments } from '@tracedesk/attachments';
import { AuditLog } from '@tracedesk/audit';
import { Deadlines, nextDueAt, type ClockReading } from '@tracedesk/deadlines';
import type { FirearmDescription } from '@tracedesk/firearms';
import { denied, ok, type Denied, type RequestId, type Result } from '@tracedesk/kernel';
import { ProtectedParts, type Tx } from '@tracedesk/platform';
import type { Attempt } from './attempt.js';
import { AddressedOffices } from './addressed-offices.repository.js';
import { AskedAlongside } from './asked-alongside.service.js';
import { Assignments } from './assignments.repository.js';
import type { Circumstances } from './circumstances.service.js';
import { WeighedContent } from './content/weighed-content.service.js';
import { filesNamedIn } from './item-files.js';
import type { ListQuery } from './list-query.js';
import { listStatement } from './list-statement.repository.js';
import { statementOf } from './move-statement.js';
import { clocksAfter, entriesOf, noticesOf, requestSubject, responseIn, sharedFaceOf, wordsOf } from './move-traces.js';
import type { StoredRequest } from './request-summary.js';
import { Responses } from './responses.repository.js';
import { SearchTokens } from './search-tokens.repository.js';
import { TraceabilityReports } from './traceability-reports.service.js';
import { DRAFT_COLUMNS, LATEST_RESPONSE, REQUEST_COLUMNS, storedFrom, type RequestRow } from './tracing-request.entity.js';
import type { Moved } from './transition.js';

/** A request as it is after its move, with its clocks. */
export interface Committed {
  readonly stored: StoredRequest;
  readonly readings: readonly ClockReading[];
}

/** The requests of which the reader's State is a party, and its own drafts. To everybody else there are none. */
@Injectable()
export class TracingRequests {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly content: WeighedContent,
    private readonly audit: AuditLog,
    private readonly deadlines: Deadlines,
    private readonly responses: Responses,
    private readonly assignments: Assignments,
    private readonly attachments: Attachments,
    private readonly traceability: TraceabilityReports,
    private readonly searchTokens: SearchTokens,
    private readonly addressed: AddressedOffices,
    private readonly alongside: AskedAlongside,
  ) {}

  /** A request of the reader's State, or its own draft with the question it asks; undefined for a third State's and for none. */
  async find(tx: Tx, id: RequestId): Promise<StoredRequest | undefined> {
    const [row] = await tx.query<RequestRow>(FIND, [id, tx.state]);
    if (!row) return undefined;
    const stored = storedFrom(row);
    if (stored.request.status !== 'draft') return stored;
    return { ...stored, request: { ...stored.request, question: await this.content.question(tx, id) } };
  }

  /** The firearm as it was described, for a rule that compares what is told with what was read. */
  async firearmAsked(tx: Tx, id: RequestId): Promise<FirearmDescription> {
    return (await this.content.question(tx, id)).reveal().firearm ?? {};
  }

  /** The same for somebody who wants to change it: it must still be as they read it. */
  async findAt(tx: Tx, { requestId, version }: Pick<Attempt, 'requestId' | 'version'>): Promise<Result<StoredRequest>> {
    const stored = await this.find(tx, requestId);
    if (!stored) return denied('REQUEST_NOT_FOUND');
    return stored.request.version === version ? ok(stored) : conflict(version);
  }

  /** The requests, or the drafts, that a reader asks for, and one more if there is a next page. Nothing sealed is opened. */
  async list(tx: Tx, query: ListQuery): Promise<readonly StoredRequest[]> {
    const rows = await tx.query<RequestRow>(...listStatement(query, tx.state, tx.now));
    return rows.map(storedFrom);
  }

  /** Those of these requests and drafts that the reader's State has, in no order. Nothing sealed is opened. */
  async listed(tx: Tx, ids: readonly RequestId[]): Promise<readonly StoredRequest[]> {
    const rows = await tx.query<RequestRow>(LISTED, [ids, tx.state]);
    return rows.map(storedFrom);
  }

  /**
   * Saves a move, and is the only way to: the row at the version the move was decided on, its audit entries, its clocks, the words it
   * brings and the notices to other States, in the transaction of the move; after the row all of it travels at once. Another version in the row is VERSION_CONFLICT.
   */
  async commit(tx: Tx, moved: Moved, version: number, around: Circumstances): Promise<Result<Committed>> {
    const readings = clocksAfter(moved, around);
    const stored: StoredRequest = {
      request: moved.next,
      deadlineProfile: { id: around.profile.id, version: around.profile.version },
      checkedVersion: null,
      nextDueAt: nextDueAt(readings),
      updatedAt: tx.now,
    };
    const saved = await tx.query<object>(
      ...statementOf(moved, { state: tx.state, version, profile: around.profile, nextDueAt: stored.nextDueAt }),
    );
    if (saved.length === 0) return conflict(version);
    await Promise.all([
      this.#sealWords(tx, moved),
      this.audit.appendAll(
        tx,
        entriesOf(moved).map((entry) => ({ actor: tx.actor, entry })),
      ),
      moved.event.to === 'gone' ? null : this.deadlines.save(tx, sharedFaceOf(moved.next), readings, noticesOf(moved)),
    ]);
    return ok({ stored, readings });
  }

  async #sealWords(tx: Tx, moved: Moved): Promise<void> {
    const { command, next } = moved;
    const subject = requestSubject(next.id);
    switch (command.action) {
      case 'submit':
        await this.parts.entitle(tx, subject, sharedFaceOf(next).requestedState);
        await this.addressed.address(tx, next.id, sharedFaceOf(next).requestedState, next.legalBasis);
        await this.searchTokens.handOver(tx, next.id, next.question?.reveal().firearm ?? {}, sharedFaceOf(next).requestedState);
        await this.alongside.tell(tx, next, 'submitted');
        return this.attachments.handOver(tx, next.id, sharedFaceOf(next).requestedState);
      case 'discard':
        await this.assignments.clear(tx, next.id);
        await this.traceability.discard(tx, next.id);
        await this.searchTokens.remove(tx, next.id);
        await this.attachments.removeAll(tx, next.id);
        return this.parts.discard(tx, subject);
      default:
        return this.#sealSaid(tx, moved);
    }
  }

  /** What the move says, and that whoever acts for the requested State works on the request. */
  async #sealSaid(tx: Tx, moved: Moved): Promise<void> {
    const { command, event, next } = moved;
    const response = responseIn(moved);
    if (response) {
      await this.responses.add(tx, next, response);
      const named = filesNamedIn(response.content.reveal());
      if (named.length > 0) await this.attachments.handOver(tx, next.id, next.requestingState, named);
    }
    if (event.by === 'requested') await this.assignments.assign(tx, next.id);
    await this.parts.put(tx, requestSubject(next.id), wordsOf(command, event, next.version));
  }
}

function conflict(version: number): Denied {
  return denied('VERSION_CONFLICT', { details: { version } });
}

const FIND = `
  select ${REQUEST_COLUMNS}
    from tracing_requests request ${LATEST_RESPONSE}
   where request.id = $1 and (request.requesting_state = $2 or request.requested_state = $2)
  union all
  select ${DRAFT_COLUMNS}
    from tracing_request_drafts draft
   where draft.id = $1 and draft.state = $2`;

const LISTED = `
  select ${REQUEST_COLUMNS}
    from tracing_requests request ${LATEST_RESPONSE}
   where request.id = any($1::uuid[]) and (request.requesting_state = $2 or request.requested_state = $2)
  union all
  select ${DRAFT_COLUMNS}
    from tracing_request_drafts draft
   where draft.id = any($1::uuid[]) and draft.state = $2`;
