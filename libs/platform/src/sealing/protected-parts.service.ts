import { Injectable } from '@nestjs/common';
import { Sealed, type StateCode } from '@tracedesk/kernel';
import type { Subject, Tx } from '../database/transaction.adapter.js';
import { newDataKey, openBytes, sealBytes, unwrapKey, wrapKey, type Place } from './envelope.adapter.js';
import { RecordKey } from './record-key.adapter.js';
import { SealingError } from './sealing-error.js';
import { KEY_VERSION, StateKeys } from './state-keys.service.js';

/** Named parts of one record. */
export type Parts = Readonly<Record<string, Sealed<unknown>>>;

interface HeldKey {
  readonly wrapped_key: Buffer;
  /** The other State that reads the record, if it is shared. */
  readonly other: StateCode | null;
}

interface StoredPart extends HeldKey {
  readonly name: string | null;
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const PART_NAME = /^[a-z][A-Za-z0-9_.]{0,63}$/;

/**
 * The one door of protected content to the database. A record has one circle of readers, one State or two, and one data key,
 * wrapped for each of them; what not all of them may read is another record.
 */
@Injectable()
export class ProtectedParts {
  /** Keys that a unit of work has read, by record: what it opens and then shares is looked up once. They end with its `tx`. */
  private readonly held = new WeakMap<Tx, Map<string, HeldKey>>();

  constructor(private readonly keys: StateKeys) {}

  /**
   * Adds parts to the record, or replaces those of these names. The first call makes the data key, for the actor's State and
   * `entitled`; later calls keep the circle as it is. A State can replace only parts of its own.
   */
  async put(tx: Tx, record: Subject, parts: Parts, entitled: readonly StateCode[] = []): Promise<void> {
    const names = Object.keys(parts).map(partName);
    if (names.length === 0) return;
    const held = await this.heldKey(tx, record);
    const dataKey = held ? this.unwrap(tx, record, held.wrapped_key) : newDataKey();
    const other = held ? held.other : otherReader(tx, record, entitled);
    const sealed = names.map((name) => sealBytes(dataKey, partPlace(record, name), toBytes(parts[name]!, name)));
    const readers = held ? [] : [tx.state, ...(other ? [other] : [])];
    await tx.query(
      `with keys as (
         insert into record_keys (record_kind, record_id, state, granted_by, key_version, wrapped_key)
         select $1, $2, reader, $3, $4, wrapped from unnest($5::text[], $6::bytea[]) as given (reader, wrapped))
       insert into protected_parts (record_kind, record_id, name, first_state, second_state, nonce, ciphertext, updated_at)
       select $1, $2, name, $3, $7, nonce, ciphertext, desk_now() from unnest($8::text[], $9::bytea[], $10::bytea[]) as part (name, nonce, ciphertext)
       on conflict (record_kind, record_id, name) do update
         set nonce = excluded.nonce, ciphertext = excluded.ciphertext, updated_at = excluded.updated_at`,
      [
        record.kind,
        record.id,
        tx.state,
        KEY_VERSION,
        readers,
        readers.map((reader) => wrapKey(this.keys.keyOf(reader), keyPlace(record, reader), dataKey)),
        other,
        names,
        sealed.map((part) => part.nonce),
        sealed.map((part) => part.ciphertext),
      ],
    );
  }

  /** Lets another State read the record, for good: what it has read cannot be taken back. Once more for the same State changes nothing. */
  async entitle(tx: Tx, record: Subject, other: StateCode): Promise<void> {
    const held = await this.heldKey(tx, record);
    if (!held) throw notOpen(record);
    if (held.other === other || other === tx.state) return;
    if (held.other !== null) throw sharedAlready(record);
    const dataKey = this.unwrap(tx, record, held.wrapped_key);
    this.remember(tx, record, { ...held, other });
    await tx.query(
      `with grant_to_other as (
         insert into record_keys (record_kind, record_id, state, granted_by, key_version, wrapped_key) values ($1, $2, $4, $3, $5, $6))
       update protected_parts set second_state = $4 where record_kind = $1 and record_id = $2 and first_state = $3`,
      [record.kind, record.id, tx.state, other, KEY_VERSION, wrapKey(this.keys.keyOf(other), keyPlace(record, other), dataKey)],
    );
  }

  /** All parts of the record, or none when the actor's State is not in its circle: absent and forbidden are the same. */
  async open(tx: Tx, record: Subject): Promise<Parts> {
    const rows = await tx.query<StoredPart>(
      `select k.wrapped_key, p.name, p.nonce, p.ciphertext, case p.first_state when $3 then p.second_state else p.first_state end as other
         from record_keys k
         left join protected_parts p on p.record_kind = k.record_kind and p.record_id = k.record_id and $3 in (p.first_state, p.second_state)
        where k.record_kind = $1 and k.record_id = $2 and k.state = $3`,
      [record.kind, record.id, tx.state],
    );
    return this.opened(tx, record, rows);
  }

  /** The same of several records of one kind, in one statement; a record that is not open to the actor's State is not among them. */
  async openAll(tx: Tx, kind: string, ids: readonly string[]): Promise<ReadonlyMap<string, Parts>> {
    if (ids.length === 0) return new Map();
    const rows = await tx.query<StoredPart & { readonly record_id: string }>(
      `select k.record_id, k.wrapped_key, p.name, p.nonce, p.ciphertext, case p.first_state when $3 then p.second_state else p.first_state end as other
         from record_keys k
         left join protected_parts p on p.record_kind = k.record_kind and p.record_id = k.record_id and $3 in (p.first_state, p.second_state)
        where k.record_kind = $1 and k.record_id = any($2::uuid[]) and k.state = $3`,
      [kind, ids, tx.state],
    );
    const of = (id: string) => rows.filter((row) => row.record_id === id);
    return new Map([...new Set(rows.map(({ record_id: id }) => id))].map((id) => [id, this.opened(tx, { kind, id }, of(id))]));
  }

  /** The record's key, for bytes that lie in a table of their room; undefined when the actor's State is not in its circle. */
  async keyOf(tx: Tx, record: Subject): Promise<RecordKey | undefined> {
    const held = await this.heldKey(tx, record);
    return held && new RecordKey(record, this.unwrap(tx, record, held.wrapped_key));
  }

  /** Removes a record that only its own State ever read. A shared one stays: the other State relies on it. */
  async discard(tx: Tx, record: Subject): Promise<void> {
    const held = await this.heldKey(tx, record);
    if (!held) return;
    if (held.other !== null) throw sharedAlready(record);
    this.held.delete(tx);
    await tx.query(
      `with parts as (delete from protected_parts where record_kind = $1 and record_id = $2 and first_state = $3 and second_state is null)
       delete from record_keys where record_kind = $1 and record_id = $2 and state = $3`,
      [record.kind, record.id, tx.state],
    );
  }

  private opened(tx: Tx, record: Subject, rows: readonly StoredPart[]): Parts {
    const [first] = rows;
    if (!first) return {};
    this.remember(tx, record, first);
    const dataKey = this.unwrap(tx, record, first.wrapped_key);
    return Object.fromEntries(
      rows.flatMap(({ name, nonce, ciphertext }) =>
        name === null ? [] : [[name, fromBytes(openBytes(dataKey, partPlace(record, name), { nonce, ciphertext }))]],
      ),
    );
  }

  private remember(tx: Tx, record: Subject, { wrapped_key, other }: HeldKey): void {
    const ofTx = this.held.get(tx) ?? new Map<string, HeldKey>();
    this.held.set(tx, ofTx.set(`${record.kind} ${record.id}`, { wrapped_key, other }));
  }

  private async heldKey(tx: Tx, record: Subject): Promise<HeldKey | undefined> {
    const remembered = this.held.get(tx)?.get(`${record.kind} ${record.id}`);
    if (remembered) return remembered;
    const [held] = await tx.query<HeldKey>(
      `select k.wrapped_key,
              (select case p.first_state when $3 then p.second_state else p.first_state end
                 from protected_parts p
                where p.record_kind = $1 and p.record_id = $2 and $3 in (p.first_state, p.second_state) limit 1) as other
         from record_keys k
        where k.record_kind = $1 and k.record_id = $2 and k.state = $3`,
      [record.kind, record.id, tx.state],
    );
    return held;
  }

  private unwrap(tx: Tx, record: Subject, wrapped: Buffer): Buffer {
    return unwrapKey(this.keys.keyOf(tx.state), keyPlace(record, tx.state), wrapped);
  }
}

function keyPlace(record: Subject, state: StateCode): Place {
  return ['data key', record.kind, record.id, state];
}

function partPlace(record: Subject, name: string): Place {
  return ['part', record.kind, record.id, name];
}

function partName(name: string): string {
  if (!PART_NAME.test(name))
    throw new SealingError(
      'SEALED_PART_MISNAMED',
      `A sealed part is named in letters, digits, dots and underscores, not "${name.slice(0, 64)}".`,
    );
  return name;
}

/** The circle holds two States at most: a request, a response, an entry has two parties. */
function otherReader(tx: Tx, record: Subject, entitled: readonly StateCode[]): StateCode | null {
  const others = [...new Set(entitled)].filter((state) => state !== tx.state);
  if (others.length > 1) throw sharedAlready(record);
  return others[0] ?? null;
}

function toBytes(part: Sealed<unknown>, name: string): Buffer {
  const text = JSON.stringify(part.reveal()) as string | undefined;
  if (text === undefined)
    throw new SealingError('SEALED_CONTENT_EMPTY', `The sealed part ${name} holds nothing that JSON can say.`);
  return Buffer.from(text, 'utf8');
}

function fromBytes(bytes: Buffer): Sealed<unknown> {
  return Sealed.of<unknown>(JSON.parse(bytes.toString('utf8')));
}

function notOpen(record: Subject): SealingError {
  return new SealingError(
    'SEALED_RECORD_NOT_OPEN',
    `The ${record.kind} ${record.id} has no sealed content that this State could share.`,
    { kind: record.kind, id: record.id },
  );
}

function sharedAlready(record: Subject): SealingError {
  return new SealingError(
    'SEALED_RECORD_SHARED',
    `The sealed content of ${record.kind} ${record.id} is shared between two States already.`,
    { kind: record.kind, id: record.id },
  );
}
