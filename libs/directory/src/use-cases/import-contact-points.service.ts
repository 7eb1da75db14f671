import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type Result } from '@tracedesk/kernel';
import { readTable, tableTextOf, UnitOfWork, validateInput, type Tx } from '@tracedesk/platform';
import { fieldIn } from '../contact-point-columns.js';
import { ContactPoints } from '../contact-points.repository.js';
import { IMPORT_BYTES_MAX, rowsOfTable } from '../contact-table.js';
import { AddContactPointDto } from '../dto/contact-point-words.dto.js';
import { IMPORT_ACTS, planImport, type ImportAct, type ImportPlan, type PlannedRow, type Told } from '../plan-import.js';
import { stateSubject } from '../state-subject.js';
import { contactPointDenial } from '../working-hours.js';
import { UNSAID } from './add-contact-point.service.js';

/** What a table would do, and the two marks by which it is known that exactly this was looked at. */
export interface ContactImport extends ImportPlan {
  /** Of the file, as anybody can work it out. */
  readonly sha256: string;
  /** Of what it does to the offices as they stand. */
  readonly seen: string;
  readonly counts: Readonly<Record<ImportAct, number>>;
}

/** A file as it was sent; without content where it is longer than any file may be. */
export interface SentTable {
  readonly content: Buffer | null;
}

export type ImportSeen = Pick<ContactImport, 'sha256' | 'seen'>;

/** Brings the own State's contact points as a table: looked at first, then all of it or nothing. Brought again it changes nothing. */
@Injectable()
export class ImportContactPoints {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
    private readonly contactPoints: ContactPoints,
  ) {}

  /** The report of a dry run: nothing is changed. */
  async preview(actor: Actor, file: SentTable | undefined): Promise<Result<ContactImport>> {
    return this.work.read(actor, async (tx) => this.#planned(tx, file, await this.contactPoints.of(tx, tx.state)));
  }

  async execute(actor: Actor, file: SentTable | undefined, { sha256, seen }: ImportSeen): Promise<Result<ContactImport>> {
    return this.work.run(
      actor,
      'contact_point.import',
      async (tx) => {
        const planned = await this.#planned(tx, file, await this.contactPoints.allOwn(tx));
        if (!planned.ok) return planned;
        const { value: plan } = planned;
        if (plan.sha256 !== sha256) return denied('IMPORT_FILE_CHANGED', { field: 'sha256' });
        if (plan.faults.length > 0)
          return denied('IMPORT_HAS_FAULTS', { field: 'file', details: { faults: plan.faults.length } });
        const toDo = plan.rows.filter(({ does }) => does !== 'unchanged');
        if (toDo.length === 0) return planned;
        if (plan.seen !== seen) return denied('IMPORT_OVERTAKEN', { field: 'seen' });
        for (const row of toDo) await this.#apply(tx, row);
        await this.log.append(tx, {
          class: 'alteration',
          action: 'contact_point.imported',
          object: stateSubject(tx.state),
          facts: { sha256, ...plan.counts },
        });
        return planned;
      },
      { about: stateSubject(actor.state) },
    );
  }

  async #planned(tx: Tx, file: SentTable | undefined, own: Parameters<typeof planImport>[2]): Promise<Result<ContactImport>> {
    if (!file) return denied('IMPORT_FILE_MISSING', { field: 'file' });
    const { content } = file;
    if (content === null || content.length > IMPORT_BYTES_MAX)
      return denied('IMPORT_TOO_LARGE', { field: 'file', details: { kilobytes: IMPORT_BYTES_MAX / 1024 } });
    const read = tableTextOf(content);
    if (!read.ok) return denied(read.code, { field: 'file' });
    const plan = planOf(tx, read.text, own);
    const counts = Object.fromEntries(IMPORT_ACTS.map((act) => [act, plan.rows.filter(({ does }) => does === act).length]));
    return ok({ ...plan, counts: counts as ContactImport['counts'], sha256: sha256Of(content), seen: sha256Of(seenIn(plan)) });
  }

  async #apply(tx: Tx, { does, former, details, changes }: PlannedRow): Promise<void> {
    if (!former) {
      const { id, validFrom, validUntil } = await this.contactPoints.add(tx, details);
      const object = { kind: 'contact_point', id };
      await this.log.append(tx, { class: 'collection', action: 'contact_point.added', object, facts: { validFrom, validUntil } });
      return;
    }
    const { id, version, validUntil } = await this.contactPoints.change(tx, former, details);
    const object = { kind: 'contact_point', id };
    const fields = changes.map(({ column }) => fieldIn(column)).join(' ');
    await this.log.append(
      tx,
      does === 'ended'
        ? { class: 'alteration', action: 'contact_point.ended', object, facts: { validUntil } }
        : { class: 'alteration', action: 'contact_point.amended', object, facts: { version, fields } },
    );
  }
}

function planOf(tx: Tx, text: string, own: Parameters<typeof planImport>[2]): ImportPlan {
  const { rows, faults } = rowsOfTable(readTable(text));
  const plan = planImport(tx.state, rows, own, told);
  const all = [...faults, ...plan.faults].sort((one, other) => one.row - other.row);
  return { ...plan, faults: all };
}

/** Held against the rules of an office that is typed in by hand. */
function told(input: Readonly<Record<string, unknown>>): Told {
  const checked = validateInput(AddContactPointDto, input);
  if (!checked.ok) return checked;
  const details = { ...UNSAID, ...checked.value.toCommand() };
  const denial = contactPointDenial(details);
  if (!denial) return { ok: true, details };
  const { code, field = 'office' } = denial.denial;
  return { ok: false, faults: [{ field, code }] };
}

function seenIn({ rows }: ImportPlan): string {
  return JSON.stringify(rows.map(({ row, does, former, details }) => [row, does, former?.id, former?.version, details]));
}

function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex');
}
