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

/** One act of many: who acted, and what is entered of it. */
export interface Act {
  readonly actor: Actor;
  readonly entry: NewEntry;
}

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
    const [id] = await this.appendAll(tx, [{ actor: tx.actor, entry }]);
    return id!;
  }

  /** Appends the entries of many acts in one statement, each in the same stored form as if it had come alone, in the order given. */
  async appendAll(tx: Tx | ProcessTx, acts: readonly Act[]): Promise<EntryId[]> {
    if (acts.length === 0) return [];
    const rows = acts.map((act) => this.#rowOf(tx.now, act));
    const parts = rows.flatMap((row) => row.parts);
    await tx.query(APPEND, [
      rows.map(({ id }) => id),
      rows.map(({ state }) => state),
      rows.map(({ counterpart }) => counterpart),
      rows.map(({ object }) => object.kind),
      rows.map(({ object }) => object.id),
      LEAF_FORMAT,
      parts.map(({ entry }) => entry),
      parts.map(({ name }) => name),
      parts.map(({ commitment }) => commitment),
      parts.map(({ salt }) => salt),
      parts.map(({ stored }) => stored),
      parts.map(({ reader }) => reader),
    ]);
    return rows.map(({ id }) => id);
  }

  /** The object's history as the reader's State may see it, oldest first: who in person acted is shown to the acting State only. */
  async timelineOf(tx: Tx, object: Subject): Promise<TimelineEntry[]> {
    const rows = await tx.query<TimelineRow>(TIMELINE, [object.kind, object.id, tx.state]);
    return rows.map(timelineEntryOf);
  }

  #rowOf(at: Date, { actor, entry }: Act): EntryRow {
    const objection = this.catalogue.objectionTo(entry);
    if (objection !== null) throw new AuditError('AUDIT_EVENT_REFUSED', objection, { action: entry.action });

    const id = entryIdAt(at, (this.#appended += 1), randomBytes(ENTRY_CHANCE_BYTES));
    const state = entry.state ?? actor.state;
    const counterpart = entry.counterpart ?? null;
    const parts = partsOf(entry, { id, at, actor, state }).map((part): PartRow => {
      const salt = randomBytes(SALT_BYTES);
      return {
        entry: id,
        name: part.name,
        salt,
        commitment: commitmentTo(part.content, salt),
        stored: this.#stored(part, state, id),
        reader: part.reader === 'both_parties' ? counterpart : null,
      };
    });
    return { id, state, counterpart, object: entry.object, parts };
  }

  #stored(part: Part, state: StateCode, id: EntryId): Uint8Array {
    return part.sealed ? this.keys.seal(state, placeOf(id, part.name), part.content) : part.content;
  }
}

/** What a sealed part is bound to: moved to another entry or name, it does not open. */
function placeOf(entry: EntryId, part: string): readonly string[] {
  return ['audit_parts', entry, part];
}

interface EntryRow {
  readonly id: EntryId;
  readonly state: StateCode;
  readonly counterpart: StateCode | null;
  readonly object: Subject;
  /** In the fixed order of their commitments. */
  readonly parts: readonly PartRow[];
}

interface PartRow {
  readonly entry: EntryId;
  readonly name: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
  readonly stored: Uint8Array;
  readonly reader: StateCode | null;
}

// Parts come as one flat list: PostgreSQL's arrays of arrays are rectangles, and entries have different numbers of parts.
// The database says of each entry when it was written, so they are written in the order of their ids.
const APPEND = `
  WITH part AS (
    SELECT *
      FROM unnest($7::uuid[], $8::text[], $9::bytea[], $10::bytea[], $11::bytea[], $12::text[])
           WITH ORDINALITY AS part (entry_id, name, commitment, salt, content, counterpart_state, place)
  ), act AS (
    SELECT *
      FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::uuid[])
           AS act (id, state, counterpart_state, object_kind, object_id)
  ), entry AS (
    INSERT INTO audit_entries
      (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments)
    SELECT act.id, act.state, act.counterpart_state, act.object_kind, act.object_id, $6,
           array_agg(part.name ORDER BY part.place), array_agg(part.commitment ORDER BY part.place)
      FROM act JOIN part ON part.entry_id = act.id
     GROUP BY act.id, act.state, act.counterpart_state, act.object_kind, act.object_id
     ORDER BY act.id
  )
  INSERT INTO audit_parts (entry_id, name, state, counterpart_state, salt, content)
  SELECT part.entry_id, part.name, act.state, part.counterpart_state, part.salt, part.content
    FROM part JOIN act ON act.id = part.entry_id`;

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
