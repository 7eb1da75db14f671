import { Injectable } from '@nestjs/common';
import type { Denial } from '@tracedesk/kernel';
import { DenialJournal, type Subject, type Tx } from '@tracedesk/platform';
import { AuditLog } from './audit-log.service.js';
import { isReadAction } from './read-action.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * Enters what was denied. A denied move is an entry each time; a denied read is an entry the first time a person tries an
 * object in a minute, and counted after that: somebody who hammers a door leaves one line and a number, not a flood.
 */
@Injectable()
export class AuditDenialJournal extends DenialJournal {
  constructor(private readonly log: AuditLog) {
    super();
  }

  override async record(tx: Tx, action: string, denial: Denial, about: Subject | undefined): Promise<void> {
    const object = about ?? standInFor(tx);
    if (tx.actor.kind === 'person' && isReadAction(action)) await this.#recordRead(tx, action, denial, object);
    else await this.#recordMove(tx, action, denial, object);
  }

  async #recordMove(tx: Tx, action: string, denial: Denial, object: Subject): Promise<void> {
    await this.log.append(tx, {
      class: 'denial',
      action: 'action.denied',
      object,
      outcome: 'denied',
      facts: { action, code: denial.code, field: denial.field ?? null, paragraph: denial.paragraph ?? null },
    });
  }

  async #recordRead(tx: Tx, action: string, denial: Denial, object: Subject): Promise<void> {
    if (tx.actor.kind !== 'person') return;
    const [counted] = await tx.query<{ count: number; minute: Date }>(COUNT, [
      tx.state,
      tx.actor.personId,
      object.kind,
      object.id,
      tx.now,
    ]);
    if (counted?.count !== 1) return;
    await this.log.append(tx, {
      class: 'denial',
      action: 'read.denied',
      object,
      outcome: 'denied',
      facts: { action, code: denial.code, minute: counted.minute.toISOString() },
    });
  }
}

/** A denial about nothing in particular (a new draft, a list) stands on the session in which it was met. */
function standInFor(tx: Tx): Subject {
  return tx.actor.kind === 'person' ? { kind: 'session', id: tx.actor.sessionId } : { kind: 'process', id: NOBODY };
}

const COUNT = `
  INSERT INTO denied_reads AS counted (state, person_id, subject_kind, subject_id, minute, count)
  VALUES ($1, $2, $3, $4, date_trunc('minute', $5::timestamptz), 1)
  ON CONFLICT (state, person_id, subject_kind, subject_id, minute) DO UPDATE SET count = counted.count + 1
  RETURNING count, minute`;
