import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, idOf, isUuid, ok, Sealed, type DisclosureId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Subject, type Tx } from '@tracedesk/platform';
import { coversAll, SITTING_MINUTES, type ContentName, type Disclosure } from './disclosure.js';
import { DisclosureSubjects } from './disclosure-subjects.service.js';
import { DISCLOSURE_RULES, mayDisclose, type DisclosureFacts, type SubjectKind } from './may-disclose.js';
import type { Purpose } from './purpose.js';

export interface OpenDisclosure {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  readonly purpose: Purpose;
  readonly justification?: Sealed<string> | undefined;
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
        await this.#enter(tx, facts, disclosure, justification);
        return ok(disclosure);
      },
      { about },
    );
  }

  /**
   * The disclosure a protected read rests on: of this person, in this session, for this subject, not yet expired, and opened when all that
   * the subject holds now was there. Every other id, another person's among them, is treated as none.
   */
  async require(tx: Tx, disclosureId: string | undefined, actor: Officer, subject: Subject): Promise<Result<Disclosure>> {
    if (disclosureId === undefined || !isUuid(disclosureId)) return denied('DISCLOSURE_REQUIRED');
    const [row] = await tx.query<DisclosureRow & { expired: boolean }>(
      `select ${COLUMNS}, expires_at <= clock_timestamp() as expired
         from disclosures
        where id = $1 and state = $2 and person_id = $3 and session_id = $4 and subject_kind = $5 and subject_id = $6`,
      [disclosureId, actor.state, actor.personId, actor.sessionId, subject.kind, subject.id],
    );
    if (!row) return denied('DISCLOSURE_REQUIRED');
    if (row.expired) return denied('DISCLOSURE_EXPIRED');
    const disclosure = disclosureOf(row);
    return coversAll(disclosure, await this.subjects.contentsOf(tx, subject)) ? ok(disclosure) : denied('DISCLOSURE_OUTGROWN');
  }

  /** The newest disclosure of the subject that a read by this person in this session could rest on now, so that a page need not carry its id. Enters nothing. */
  async current(actor: Officer, subject: Subject): Promise<Disclosure | null> {
    return this.work.read(actor, async (tx) => {
      const [row] = await tx.query<DisclosureRow>(
        `select ${COLUMNS}
           from disclosures
          where state = $1 and subject_id = $2 and subject_kind = $3 and person_id = $4 and session_id = $5 and expires_at > clock_timestamp()
          order by opened_at desc
          limit 1`,
        [actor.state, subject.id, subject.kind, actor.personId, actor.sessionId],
      );
      const disclosure = row && disclosureOf(row);
      return disclosure && coversAll(disclosure, await this.subjects.contentsOf(tx, subject)) ? disclosure : null;
    });
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

  async #enter(tx: Tx, facts: DisclosureFacts, disclosure: Disclosure, justification: Sealed<string> | undefined): Promise<void> {
    const ownOnly = facts.status === 'draft';
    const rule = DISCLOSURE_RULES.find(({ id }) => id === disclosure.rule);
    await this.audit.append(tx, {
      class: ownOnly ? 'consultation' : 'disclosure',
      action: ownOnly ? 'own_record.consulted' : 'disclosure.opened',
      object: disclosure.subject,
      facts: {
        disclosure: disclosure.id,
        purpose: disclosure.purpose,
        rule: disclosure.rule,
        paragraph: rule?.paragraph ?? null,
        covers: disclosure.covers.join(' '),
        expires_at: disclosure.expiresAt.toISOString(),
      },
      ...(justification ? { justification } : {}),
    });
  }
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
