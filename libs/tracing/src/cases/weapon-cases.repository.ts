import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Sealed, type CaseId, type DayBounds, type RequestId, type StateCode } from '@tracedesk/kernel';
import { ProtectedParts, type Subject, type Tx } from '@tracedesk/platform';
import type { FindManner } from '../question.js';
import type { DiversionBasis } from '../response-item.js';
import type { CaseConclusion, WeaponCase } from './weapon-case.js';

/** How many cases one list shows. */
export const CASES_LISTED = 200;

/** The cases of the reader's State. No other State learns that they exist. */
@Injectable()
export class WeaponCases {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly audit: AuditLog,
  ) {}

  async find(tx: Tx, id: CaseId): Promise<WeaponCase | undefined> {
    const [row] = await tx.query<CaseRow>(`${SELECT} where weapon_case.state = $1 and weapon_case.id = $2`, [tx.state, id]);
    return row && caseOf(row);
  }

  /** The case that a request of the own State belongs to. */
  async ofRequest(tx: Tx, requestId: RequestId): Promise<WeaponCase | undefined> {
    const [row] = await tx.query<CaseRow>(
      `${SELECT}
       where weapon_case.state = $1
         and weapon_case.id = (select case_id from weapon_case_requests where state = $1 and request_id = $2)`,
      [tx.state, requestId],
    );
    return row && caseOf(row);
  }

  /** Newest first. */
  async list(tx: Tx): Promise<readonly WeaponCase[]> {
    const listed = `where weapon_case.state = $1 and merged_into is null ${NEWEST_FIRST} limit $2`;
    return (await tx.query<CaseRow>(`${SELECT} ${listed}`, [tx.state, CASES_LISTED])).map(caseOf);
  }

  /** The cases that these requests belong to, by request. */
  async idsOf(tx: Tx, requestIds: readonly RequestId[]): Promise<ReadonlyMap<RequestId, CaseId>> {
    const rows = await tx.query<{ request_id: RequestId; case_id: CaseId }>(
      'select request_id, case_id from weapon_case_requests where state = $1 and request_id = any($2::uuid[])',
      [tx.state, requestIds],
    );
    return new Map(rows.map((row) => [row.request_id, row.case_id]));
  }

  /** All of them that were opened within these days, newest first: what the indicator counts. */
  async openedWithin(tx: Tx, { from, before }: DayBounds): Promise<readonly WeaponCase[]> {
    const within = `merged_into is null and weapon_case.opened_at >= $2 and weapon_case.opened_at < $3`;
    const rows = await tx.query<CaseRow>(`${SELECT} where weapon_case.state = $1 and ${within} ${NEWEST_FIRST}`, [
      tx.state,
      from,
      before,
    ]);
    return rows.map(caseOf);
  }

  /** Whether a State answered one of the case's requests. */
  async isAnswered(tx: Tx, { id }: WeaponCase): Promise<boolean> {
    const rows = await tx.query<object>(
      `select 1
         from weapon_case_requests joined
         join tracing_requests request on request.id = joined.request_id and request.requesting_state = $1
        where joined.state = $1 and joined.case_id = $2 and request.responses > 0
        limit 1`,
      [tx.state, id],
    );
    return rows.length > 0;
  }

  async open(tx: Tx, opened: WeaponCase): Promise<void> {
    await tx.query(INSERT, [
      opened.id,
      tx.state,
      opened.manner,
      opened.criminalOffence,
      opened.uniquelyMarked,
      opened.ownReference,
      opened.openedAt,
    ]);
    await this.#enter(tx, opened, 'opened', 'collection');
  }

  /** Adds a request of the own State; false if it belongs to a case already. */
  async join(tx: Tx, joined: WeaponCase, requestId: RequestId): Promise<boolean> {
    const rows = await tx.query<object>(
      `insert into weapon_case_requests (state, case_id, request_id, joined_at, place)
       select $1, $2, $3, $4, coalesce(max(place), 0) + 1 from weapon_case_requests where state = $1 and case_id = $2
       on conflict do nothing
       returning request_id`,
      [tx.state, joined.id, requestId, tx.now],
    );
    if (rows.length === 0) return false;
    await this.#enter(tx, joined, 'joined', 'combination', { request: requestId });
    return true;
  }

  /** Takes a discarded draft out of its case: it was never sent, so nothing was attempted by it. */
  async leave(tx: Tx, draftId: RequestId): Promise<void> {
    const weapon = await this.ofRequest(tx, draftId);
    if (!weapon) return;
    await tx.query('delete from weapon_case_requests where state = $1 and request_id = $2', [tx.state, draftId]);
    await this.#enter(tx, weapon, 'left', 'alteration', { request: draftId });
  }

  /** Saves what the case comes to, if it is still at that version. What, where and when are sealed: other States told it. */
  async conclude(tx: Tx, { id, version }: WeaponCase, conclusion: CaseConclusion): Promise<WeaponCase | undefined> {
    const basis = conclusion.kind === 'point_of_diversion' ? conclusion.basis : null;
    const saved = await tx.query<object>(CONCLUDE, [tx.state, id, version, conclusion.kind, basis, tx.now]);
    if (saved.length === 0) return undefined;
    await this.parts.put(tx, recordOf(id), { [CONCLUSION]: Sealed.of(conclusion) });
    const concluded = await this.find(tx, id);
    if (concluded) await this.#enter(tx, concluded, 'concluded', 'alteration', { conclusion: conclusion.kind, basis });
    return concluded;
  }

  /** Moves the requests of the other case here, after those that are; that one stays as it was, and counts no more. */
  async merge(tx: Tx, kept: WeaponCase, other: WeaponCase): Promise<WeaponCase | undefined> {
    const marked = await tx.query<object>(MERGE, [tx.state, other.id, other.version, kept.id]);
    const renewed = await tx.query<object>(RENEW, [tx.state, kept.id, kept.version]);
    if (marked.length === 0 || renewed.length === 0) return undefined;
    await tx.query(MOVE_REQUESTS, [tx.state, other.id, kept.id, kept.requestIds.length]);
    await this.#enter(tx, other, 'merged', 'combination', { into: kept.id });
    return this.find(tx, kept.id);
  }

  /** What, where and when. The caller vouches for the disclosure. */
  async conclusionOf(tx: Tx, id: CaseId): Promise<CaseConclusion | null> {
    const { [CONCLUSION]: conclusion } = await this.parts.open(tx, recordOf(id));
    return (conclusion?.reveal() as CaseConclusion | undefined) ?? null;
  }

  async #enter(
    tx: Tx,
    { id }: WeaponCase,
    event: 'opened' | 'joined' | 'left' | 'merged' | 'concluded',
    entryClass: 'collection' | 'combination' | 'alteration',
    facts: Readonly<Record<string, string | null>> = {},
  ): Promise<void> {
    await this.audit.append(tx, { class: entryClass, action: `weapon_case.${event}`, object: recordOf(id), facts });
  }
}

const CONCLUSION = 'conclusion';

export function recordOf(id: CaseId): Subject & { readonly kind: 'weapon_case' } {
  return { kind: 'weapon_case', id };
}

interface CaseRow {
  readonly id: CaseId;
  readonly state: StateCode;
  readonly manner: FindManner;
  readonly criminal_offence: boolean;
  readonly uniquely_marked: boolean;
  readonly own_reference: string | null;
  readonly request_ids: readonly RequestId[];
  readonly opened_at: Date;
  readonly conclusion: CaseConclusion['kind'] | null;
  readonly basis: DiversionBasis | null;
  readonly concluded_at: Date | null;
  readonly merged_into: CaseId | null;
  readonly version: number;
}

function caseOf(row: CaseRow): WeaponCase {
  return {
    id: row.id,
    state: row.state,
    manner: row.manner,
    criminalOffence: row.criminal_offence,
    uniquelyMarked: row.uniquely_marked,
    ownReference: row.own_reference,
    requestIds: row.request_ids,
    openedAt: row.opened_at,
    conclusion: row.conclusion === null ? null : { kind: row.conclusion, basis: row.basis },
    concludedAt: row.concluded_at,
    mergedInto: row.merged_into,
    version: row.version,
  };
}

const SELECT = `
  select weapon_case.id, weapon_case.state, manner, criminal_offence, uniquely_marked, own_reference, opened_at, conclusion, basis,
         concluded_at, merged_into, version,
         array(select joined.request_id from weapon_case_requests joined
                where joined.state = weapon_case.state and joined.case_id = weapon_case.id
                order by joined.joined_at, joined.place, joined.request_id) as request_ids
    from weapon_cases weapon_case`;

const NEWEST_FIRST = 'order by weapon_case.opened_at desc, weapon_case.id desc';

const INSERT = `
  insert into weapon_cases (id, state, manner, criminal_offence, uniquely_marked, own_reference, opened_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, 1)`;

const CONCLUDE = `
  update weapon_cases
     set conclusion = $4, basis = $5, concluded_at = $6, version = version + 1
   where state = $1 and id = $2 and version = $3
  returning id`;

const MERGE = `
  update weapon_cases
     set merged_into = $4, version = version + 1
   where state = $1 and id = $2 and version = $3 and merged_into is null
  returning id`;

const RENEW = `
  update weapon_cases
     set version = version + 1
   where state = $1 and id = $2 and version = $3 and merged_into is null
  returning id`;

const MOVE_REQUESTS = `
  update weapon_case_requests
     set case_id = $3, place = place + $4
   where state = $1 and case_id = $2`;
