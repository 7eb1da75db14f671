import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Sealed, type ConsentId, type RequestId, type StateCode } from '@tracedesk/kernel';
import { ProtectedParts, type Parts, type Subject, type Tx } from '@tracedesk/platform';
import type { Consent, ConsentStatus, ConsentUse, RecipientKind } from './consent.js';
import type { InformationName } from './information-name.js';

/** What one act brings to the record of a consent, besides its open fields. */
export interface ConsentTrace {
  readonly event: `consent.${string}`;
  readonly entry: 'alteration' | 'disclosure';
  readonly names: readonly InformationName[];
  readonly words: Readonly<Record<string, Sealed<string>>>;
}

/** Which consents a reader looks for. */
export interface ConsentQuery {
  readonly side?: 'asking' | 'giving' | undefined;
  readonly status?: ConsentStatus | undefined;
  readonly requestId?: RequestId | undefined;
}

/** How many consents one list shows. */
export const CONSENTS_LISTED = 200;

/** Consents to which the reader's State is a party. To everybody else there are none. */
@Injectable()
export class Consents {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly audit: AuditLog,
  ) {}

  async find(tx: Tx, id: ConsentId): Promise<Consent | undefined> {
    const [row] = await tx.query<ConsentRow>(`${SELECT} where id = $1 and (asking_state = $2 or giving_state = $2)`, [
      id,
      tx.state,
    ]);
    return row && consentOf(row);
  }

  /** Newest first. */
  async list(tx: Tx, { side, status, requestId }: ConsentQuery): Promise<readonly Consent[]> {
    const rows = await tx.query<ConsentRow>(LIST, [tx.state, side ?? null, status ?? null, requestId ?? null, CONSENTS_LISTED]);
    return rows.map(consentOf);
  }

  /** All that others allowed the reader's State under these requests: what is in force now is for the caller to see. */
  async grantedUnder(tx: Tx, requestIds: readonly RequestId[]): Promise<readonly Consent[]> {
    const rows = await tx.query<ConsentRow>(
      `${SELECT} where request_id = any($1) and asking_state = $2 and status = 'granted' order by decided_at, id`,
      [requestIds, tx.state],
    );
    return rows.map(consentOf);
  }

  /** The words of a consent. The caller vouches for the disclosure. */
  async wordsOf(tx: Tx, id: ConsentId): Promise<Readonly<Record<string, Sealed<string>>>> {
    return (await this.parts.open(tx, recordOf(id))) as Readonly<Record<string, Sealed<string>>>;
  }

  /** What its giver attached when it granted, in its own words. The caller vouches for who is shown it. */
  async conditionsOf(tx: Tx, id: ConsentId): Promise<Sealed<string> | undefined> {
    return Object.entries(await this.wordsOf(tx, id)).find(([part]) => GRANT_CONDITIONS.test(part))?.[1];
  }

  /** Saves a consent newly asked for, with its words, readable by both States, and its entry. */
  async add(tx: Tx, consent: Consent, trace: ConsentTrace): Promise<void> {
    const { recipient } = consent;
    await tx.query(INSERT, [
      consent.id,
      consent.requestId,
      consent.reference,
      consent.askingState,
      consent.givingState,
      consent.use,
      recipient.kind,
      recipient.kind === 'state' ? recipient.state : null,
      consent.asked,
      consent.askedAt,
    ]);
    await this.#leave(tx, consent, trace, { [ASKED]: trace.words });
  }

  /** Saves an act on a consent as it was at the version before; false if it has another one by now. */
  async change(tx: Tx, next: Consent, trace: ConsentTrace): Promise<boolean> {
    const saved = await tx.query<object>(UPDATE, [
      next.id,
      next.version - 1,
      tx.state,
      next.version,
      next.status,
      next.granted,
      next.decidedAt,
      next.endsOn,
      next.endsAt,
      next.withdrawnAt,
      next.uses,
      next.lastUsedAt,
    ]);
    if (saved.length === 0) return false;
    await this.#leave(tx, next, trace, { [`${trace.event.slice('consent.'.length)}.${next.version}`]: trace.words });
    return true;
  }

  /** Both States read the entry and the words: one asked, the other answered. */
  async #leave(
    tx: Tx,
    consent: Consent,
    trace: ConsentTrace,
    words: Readonly<Record<string, ConsentTrace['words']>>,
  ): Promise<void> {
    const other = tx.state === consent.askingState ? consent.givingState : consent.askingState;
    const sealed: Parts = Object.fromEntries(
      Object.entries(words).flatMap(([part, texts]) => Object.entries(texts).map(([name, text]) => [`${part}.${name}`, text])),
    );
    await this.parts.put(tx, recordOf(consent.id), sealed, [other]);
    await this.audit.append(tx, {
      class: trace.entry,
      action: trace.event,
      object: { kind: 'tracing_request', id: consent.requestId },
      counterpart: other,
      facts: factsOf(consent, trace),
      restricted: trace.words,
    });
  }
}

const ASKED = 'asked.1';
const GRANT_CONDITIONS = /^granted\.\d+\.conditions$/;

function recordOf(id: ConsentId): Subject {
  return { kind: 'consent', id };
}

function factsOf(consent: Consent, { names }: ConsentTrace): Readonly<Record<string, string | null>> {
  const { recipient } = consent;
  return {
    consent: consent.id,
    use: consent.use,
    recipient: recipient.kind === 'state' ? recipient.state : recipient.kind,
    names: names.join(' '),
    ends_on: consent.endsOn,
  };
}

interface ConsentRow {
  readonly id: ConsentId;
  readonly request_id: RequestId;
  readonly reference: string;
  readonly asking_state: StateCode;
  readonly giving_state: StateCode;
  readonly use: ConsentUse;
  readonly recipient_kind: RecipientKind;
  readonly recipient_state: StateCode | null;
  readonly status: ConsentStatus;
  readonly asked: readonly InformationName[];
  readonly granted: readonly InformationName[];
  readonly asked_at: Date;
  readonly decided_at: Date | null;
  readonly ends_on: string | null;
  readonly ends_at: Date | null;
  readonly withdrawn_at: Date | null;
  readonly uses: number;
  readonly last_used_at: Date | null;
  readonly version: number;
}

function consentOf(row: ConsentRow): Consent {
  return {
    id: row.id,
    requestId: row.request_id,
    reference: row.reference,
    askingState: row.asking_state,
    givingState: row.giving_state,
    use: row.use,
    recipient: row.recipient_state === null ? { kind: 'authority' } : { kind: 'state', state: row.recipient_state },
    status: row.status,
    asked: row.asked,
    granted: row.granted,
    askedAt: row.asked_at,
    decidedAt: row.decided_at,
    endsOn: row.ends_on,
    endsAt: row.ends_at,
    withdrawnAt: row.withdrawn_at,
    uses: row.uses,
    lastUsedAt: row.last_used_at,
    version: row.version,
  };
}

const SELECT = `
  select id, request_id, reference, asking_state, giving_state, use, recipient_kind, recipient_state, status, asked, granted,
         asked_at, decided_at, ends_on::text, ends_at, withdrawn_at, uses, last_used_at, version
    from consents`;

const LIST = `${SELECT}
   where (asking_state = $1 or giving_state = $1)
     and ($2::text is null or ($2 = 'asking' and asking_state = $1) or ($2 = 'giving' and giving_state = $1))
     and ($3::text is null or status = $3)
     and ($4::uuid is null or request_id = $4)
   order by asked_at desc, id desc
   limit $5`;

const INSERT = `
  insert into consents (id, request_id, reference, asking_state, giving_state, use, recipient_kind, recipient_state, asked, asked_at, status, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'asked', 1)`;

const UPDATE = `
  update consents
     set version = $4, status = $5, granted = $6, decided_at = $7, ends_on = $8, ends_at = $9, withdrawn_at = $10, uses = $11, last_used_at = $12
   where id = $1 and version = $2 and (asking_state = $3 or giving_state = $3)
  returning id`;
