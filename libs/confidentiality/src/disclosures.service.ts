import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import type { NewEntry } from '@tracedesk/audit/core';
import { denied, idOf, isUuid, ok, Sealed, type DisclosureId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Subject, type Tx } from '@tracedesk/platform';
import { coversAll, SITTING_MINUTES, type ContentName, type Disclosure } from './disclosure.js';
import { DisclosureSubjects } from './disclosure-subjects.service.js';
import { DISCLOSURE_RULES, mayDisclose, permittingRule, type SubjectKind } from './may-disclose.js';
import { PURPOSES, type Purpose } from './purpose.js';

export interface OpenDisclosure {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly purpose: Purpose;
  readonly justification?: Sealed<string> | undefined;
}

declare const PERMITTED: unique symbol;

/** A disclosure that was asked for again in this unit of work. `Disclosures.require` alone makes one; whatever opens content to people wants one. */
export interface Permit extends Disclosure {
  readonly [PERMITTED]: true;
}

/** The one door to protected content: first the decision, then the entry, then the content. */
@Injectable()
export class Disclosures {
  constructor(
    private readonly work: UnitOfWork,
    private readonly subjects: DisclosureSubjects,
    private readonly audit: AuditLog,
  ) {}

  /** Opens a subject to the person for one sitting. The entry and the disclosure are one transaction: nothing is shown that is not entered. */
  async open(actor: Officer, { subject, purpose, justification }: OpenDisclosure): Promise<Result<Disclosure>> {
    const about = { kind: subject.kind, id: subject.id };
    return this.work.run(
      actor,
      'disclosure.open',
      async (tx) => {
        const facts = await this.subjects.factsOf(tx, subject, actor);
        if (!facts) return denied('DISCLOSURE_SUBJECT_NOT_FOUND');
        const decision = mayDisclose(actor, facts, purpose, justification?.reveal() ?? null);
        if (!decision.ok) return decision;
        const covers = await this.subjects.contentsOf(tx, subject);
        const disclosure = await this.#insert(tx, actor, { subject, purpose, rule: decision.value.rule, covers });
        await this.audit.append(tx, entryOf(disclosure, { isOwn: facts.status === 'draft', justification }));
        return ok(disclosure);
      },
      { about },
    );
  }

  /**
   * The disclosure a protected read rests on: of this person, in this session, for this subject, not yet expired, opened when all that
   * the subject holds now was there, and permitted to who they are now. Every other id, another person's among them, is treated as none.
   */
  async require(tx: Tx, disclosureId: string | undefined, actor: Officer, subject: Subject): Promise<Result<Permit>> {
    if (!tx.isSnapshot)
      throw new TypeError(
        'Content could come in between the question and the reading: this wants a unit of work with `snapshot`.',
      );
    if (disclosureId === undefined || !isUuid(disclosureId)) return denied('DISCLOSURE_REQUIRED');
    const [row] = await tx.query<DisclosureRow & { expired: boolean }>(
      `select ${COLUMNS}, expires_at <= clock_timestamp() as expired
         from disclosures
        where id = $1 and state = $2 and person_id = $3 and session_id = $4 and subject_kind = $5 and subject_id = $6 and within is null`,
      [disclosureId, actor.state, actor.personId, actor.sessionId, subject.kind, subject.id],
    );
    if (!row) return denied('DISCLOSURE_REQUIRED');
    if (row.expired) return denied('DISCLOSURE_EXPIRED');
    const disclosure = disclosureOf(row);
    const permitted = await this.#stillPermitted(tx, actor, disclosure);
    if (!permitted.ok) return permitted;
    return coversAll(disclosure, await this.subjects.contentsOf(tx, subject))
      ? ok(disclosure as Permit)
      : denied('DISCLOSURE_OUTGROWN');
  }

  /**
   * Enters that content of further requests is shown in the same sitting, each on its own request and by name, before it is shown. What was
   * opened to this person for the same purpose already, in this sitting or one that still lasts, is not entered twice.
   */
  async extend(tx: Tx, permit: Permit, shown: ReadonlyMap<string, readonly ContentName[]>): Promise<void> {
    const { actor } = tx;
    const others = [...shown].filter(([id, names]) => id !== permit.subject.id && names.length > 0);
    if (others.length === 0 || actor.kind !== 'person') return;
    const entered = await tx.query<{ id: string; covers: readonly ContentName[] }>(ENTERED, [
      actor.state,
      actor.personId,
      actor.sessionId,
      others.map(([id]) => id),
      permit.purpose,
      permit.id,
    ]);
    const missing = others.filter(([id, names]) => {
      const covers = entered.filter((one) => one.id === id).flatMap((one) => one.covers);
      return !coversAll({ covers }, names);
    });
    if (missing.length === 0) return;
    const rows = await tx.query<DisclosureRow>(EXTEND, [
      actor.state,
      actor.personId,
      actor.sessionId,
      permit.purpose,
      permit.rule,
      permit.id,
      missing.map(([id]) => id),
      missing.map(([, names]) => names.join(' ')),
      SITTING_MINUTES,
    ]);
    await this.audit.appendAll(
      tx,
      rows.map((row) => ({ actor, entry: entryOf({ ...disclosureOf(row), expiresAt: permit.expiresAt }, { within: permit }) })),
    );
  }

  /** Whether there is any purpose for which the subject opens to the person. Enters nothing. */
  async mayBeOpened(tx: Tx, actor: Officer, subject: OpenDisclosure['subject']): Promise<boolean> {
    const facts = await this.subjects.factsOf(tx, subject, actor);
    return facts !== null && PURPOSES.some((purpose) => permittingRule(actor, facts, purpose).ok);
  }

  /** The newest disclosure of the subject that a read by this person in this session could rest on now, so that a page need not carry its id. Enters nothing. */
  async current(actor: Officer, subject: Subject): Promise<Disclosure | null> {
    return this.work.read(actor, async (tx) => {
      const [row] = await tx.query<DisclosureRow>(
        `select ${COLUMNS}
           from disclosures
          where state = $1 and subject_id = $2 and subject_kind = $3 and person_id = $4 and session_id = $5 and expires_at > clock_timestamp()
            and within is null
          order by opened_at desc
          limit 1`,
        [actor.state, subject.id, subject.kind, actor.personId, actor.sessionId],
      );
      const disclosure = row && disclosureOf(row);
      if (!disclosure || !(await this.#stillPermitted(tx, actor, disclosure)).ok) return null;
      return coversAll(disclosure, await this.subjects.contentsOf(tx, subject)) ? disclosure : null;
    });
  }

  /** The decision, asked again: whoever has another role by now, or another task, is not who it was opened to. */
  async #stillPermitted(tx: Tx, actor: Officer, { subject, purpose }: Disclosure): Promise<Result<unknown>> {
    const facts = await this.subjects.factsOf(tx, subject, actor);
    return facts ? permittingRule(actor, facts, purpose) : denied('DISCLOSURE_SUBJECT_NOT_FOUND');
  }

  async #insert(
    tx: Tx,
    { state, personId, sessionId }: Officer,
    { subject, purpose, rule, covers }: Pick<Disclosure, 'subject' | 'purpose' | 'rule' | 'covers'>,
  ): Promise<Disclosure> {
    const [row] = await tx.query<DisclosureRow>(
      `insert into disclosures (state, person_id, session_id, subject_kind, subject_id, purpose, rule, covers, opened_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, clock_timestamp(), clock_timestamp() + make_interval(mins => $9))
       returning ${COLUMNS}`,
      [state, personId, sessionId, subject.kind, subject.id, purpose, rule, covers, SITTING_MINUTES],
    );
    return disclosureOf(row as DisclosureRow);
  }
}

interface Opening {
  /** Only the own State holds it. */
  readonly isOwn?: boolean;
  readonly justification?: Sealed<string> | undefined;
  /** The sitting that it extends. */
  readonly within?: Permit;
}

function entryOf(disclosure: Disclosure, { isOwn = false, justification, within }: Opening): NewEntry {
  const rule = DISCLOSURE_RULES.find(({ id }) => id === disclosure.rule);
  return {
    class: isOwn ? 'consultation' : 'disclosure',
    action: isOwn ? 'own_record.consulted' : 'disclosure.opened',
    object: disclosure.subject,
    facts: {
      disclosure: disclosure.id,
      purpose: disclosure.purpose,
      rule: disclosure.rule,
      paragraph: rule?.paragraph ?? null,
      covers: disclosure.covers.join(' '),
      within: within?.id ?? null,
      expires_at: disclosure.expiresAt.toISOString(),
    },
    ...(justification ? { justification } : {}),
  };
}

interface DisclosureRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly purpose: Purpose;
  readonly rule: string;
  readonly covers: readonly ContentName[];
  readonly opened_at: Date;
  readonly expires_at: Date;
}

const COLUMNS = 'id, subject_kind, subject_id, purpose, rule, covers, opened_at, expires_at';

const EXTEND = `
  insert into disclosures (state, person_id, session_id, subject_kind, subject_id, purpose, rule, covers, within, opened_at, expires_at)
  select $1, $2, $3, 'tracing_request', shown.id, $4, $5, string_to_array(shown.names, ' '), $6, clock_timestamp(),
         clock_timestamp() + make_interval(mins => $9)
    from unnest($7::uuid[], $8::text[]) as shown (id, names)
  returning ${COLUMNS}`;

/** What was opened to this person for that purpose of these requests, in this sitting or in one that lasts. */
const ENTERED = `
  select subject_id as id, covers
    from disclosures
   where state = $1 and person_id = $2 and session_id = $3 and subject_kind = 'tracing_request' and subject_id = any ($4::uuid[])
     and purpose = $5 and (within = $6 or (within is null and expires_at > clock_timestamp()))`;

function disclosureOf(row: DisclosureRow): Disclosure {
  return {
    id: idOf<DisclosureId>(row.id),
    subject: { kind: row.subject_kind, id: row.subject_id },
    purpose: row.purpose,
    rule: row.rule,
    covers: row.covers,
    openedAt: row.opened_at,
    expiresAt: row.expires_at,
  };
}
