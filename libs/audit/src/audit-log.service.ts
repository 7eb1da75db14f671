import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CodedError, type Actor, type EntryId, type StateCode } from '@tracedesk/kernel';
import { StateKeys, type ProcessTx, type Subject, type Tx } from '@tracedesk/platform';
import { commitmentTo, SALT_BYTES } from './commitment.js';
import type { Envelope, NewEntry, PersonPart, TimelineEntry } from './entry.js';
import { ENTRY_CHANCE_BYTES, entryIdAt } from './entry-id.js';
import { EventCatalogue } from './event-catalogue.js';
import { LEAF_FORMAT } from './leaf.js';
import { ENVELOPE, partsOf, PERSON, type Part } from './parts.js';

export type AuditErrorCode = 'AUDIT_EVENT_REFUSED';
export class AuditError extends CodedError<AuditErrorCode> {}

/** A transaction in which an act is entered: a person's unit of work, or a process's with its name. */
export type EntryTx = Tx | (ProcessTx & { readonly actor: Actor });

/** The log of what happened. An entry is written in the transaction of the act, or the act does not happen. */
@Injectable()
export class AuditLog {
  #appended = 0;

  constructor(
    private readonly catalogue: EventCatalogue,
    private readonly keys: StateKeys,
  ) {}

  /**
   * Appends an entry, in one statement, and returns its id. It has no number yet: the sequencer gives one after the commit.
   * A receipt MUST say "pending" until a checkpoint covers the entry.
   */
  async append(tx: EntryTx, entry: NewEntry): Promise<EntryId> {
    const objection = this.catalogue.objectionTo(entry);
    if (objection !== null) throw new AuditError('AUDIT_EVENT_REFUSED', objection, { action: entry.action });

    const id = entryIdAt(tx.now, (this.#appended += 1), randomBytes(ENTRY_CHANCE_BYTES));
    const state = entry.state ?? tx.actor.state;
    const parts = partsOf(entry, { id, at: tx.now, actor: tx.actor, state });
    const salts = parts.map(() => randomBytes(SALT_BYTES));
    const commitments = parts.map((part, index) => commitmentTo(part.content, salts[index]!));

    await tx.query(APPEND, [
      id,
      state,
      entry.counterpart ?? null,
      entry.object.kind,
      entry.object.id,
      tx.now,
      LEAF_FORMAT,
      parts.map((part) => part.name),
      commitments,
      salts,
      parts.map((part) => this.#stored(part, state, id)),
      parts.map((part) => (part.reader === 'both_parties' ? (entry.counterpart ?? null) : null)),
    ]);
    return id;
  }

  /** The object's history as the reader's State may see it, oldest first: who in person acted is shown to the acting State only. */
  async timelineOf(tx: Tx, object: Subject): Promise<TimelineEntry[]> {
    const rows = await tx.query<TimelineRow>(TIMELINE, [object.kind, object.id, tx.state]);
    return rows.map(timelineEntryOf);
  }

  #stored(part: Part, state: StateCode, id: EntryId): Uint8Array {
    return part.sealed ? this.keys.seal(state, placeOf(id, part.name), part.content) : part.content;
  }
}

/** What a sealed part is bound to: moved to another entry or name, it does not open. */
function placeOf(entry: EntryId, part: string): readonly string[] {
  return ['audit_parts', entry, part];
}

const APPEND = `
  WITH entry AS (
    INSERT INTO audit_entries
      (id, state, counterpart_state, object_kind, object_id, occurred_at, format, part_names, commitments)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
  )
  INSERT INTO audit_parts (entry_id, name, state, counterpart_state, salt, content)
  SELECT $1, part.name, $2, part.counterpart_state, part.salt, part.content
    FROM unnest($8::text[], $10::bytea[], $11::bytea[], $12::text[]) AS part (name, salt, content, counterpart_state)`;

const TIMELINE = `
  SELECT entry.id, entry.number, envelope.content AS envelope, person.content AS person
    FROM audit_entries entry
    JOIN audit_parts envelope ON envelope.entry_id = entry.id AND envelope.name = '${ENVELOPE}'
    LEFT JOIN audit_parts person ON person.entry_id = entry.id AND person.name = '${PERSON}' AND person.state = $3
   WHERE entry.object_kind = $1 AND entry.object_id = $2
     AND (entry.state = $3 OR entry.counterpart_state = $3)
   ORDER BY entry.occurred_at, entry.id`;

interface TimelineRow {
  readonly id: EntryId;
  /** bigint: the driver gives text. */
  readonly number: string | null;
  readonly envelope: Buffer;
  readonly person: Buffer | null;
}

function timelineEntryOf(row: TimelineRow): TimelineEntry {
  const envelope = JSON.parse(row.envelope.toString('utf8')) as Envelope;
  const person = row.person && (JSON.parse(row.person.toString('utf8')) as PersonPart);
  return {
    id: row.id,
    occurredAt: new Date(envelope.at),
    class: envelope.class,
    action: envelope.action,
    state: envelope.state,
    capacity: envelope.capacity,
    outcome: envelope.outcome,
    facts: envelope.facts,
    ...(person ? { personId: person.person } : {}),
    number: row.number === null ? null : Number(row.number),
  };
}
