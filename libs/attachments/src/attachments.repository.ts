import { createHmac, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { denied, idOf, ok, Sealed, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import { ProtectedParts, StateKeys, WorkerKey, type RecordKey, type Subject, type Tx } from '@tracedesk/platform';
import type { AboutFile, Attachment, AttachmentId, FileOwner, Form, Preview, Scan } from './attachment.js';
import { AttachmentError } from './attachment-error.js';
import { chunkName, chunksOf, sha256Of } from './chunks.js';
import { FILE_TYPES, type FileType } from './file-type.js';
import type { InspectedFile } from './inspect-file.js';

const ABOUT = 'about';

/** The files of requests that the reader's State is a party of, and of its own drafts. To everybody else there are none. */
@Injectable()
export class Attachments {
  constructor(
    private readonly parts: ProtectedParts,
    private readonly keys: StateKeys,
    private readonly workerKey: WorkerKey,
  ) {}

  /**
   * Files and submissions of one request wait for each other, so that no file is added to a draft that is being submitted and stays behind
   * unshared. Until the end of the transaction.
   */
  async hold(tx: Tx, requestId: RequestId): Promise<void> {
    await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`attachments ${requestId}`]);
  }

  async count(tx: Tx, requestId: RequestId): Promise<number> {
    const [row] = await tx.query<{ count: number }>(
      'select count(*)::int as count from attachments where request_id = $1 and first_state = $2',
      [requestId, tx.state],
    );
    return row?.count ?? 0;
  }

  /**
   * Seals and stores the file, for whoever reads what it belongs to, and leaves the worker its task. What is there already is denied, and the
   * denial undoes the rest.
   */
  async add(
    tx: Tx,
    owner: FileOwner,
    { name, type, content, carries, cleanedFrom }: InspectedFile,
    scan: Scan,
  ): Promise<Result<Attachment>> {
    const id = idOf<AttachmentId>(randomUUID());
    const sha256 = sha256Of(content);
    const preview: Preview = FILE_TYPES[type].isImage ? 'waiting' : 'none';
    const chunks = chunksOf(content);
    const other = owner.kind === 'tracing_request' ? owner.other : null;
    const about = Sealed.of<AboutFile>({ name, sha256, carries, ...(cleanedFrom === undefined ? {} : { cleanedFrom }) });
    await this.parts.put(tx, subjectOf(id), { [ABOUT]: about }, other ? [other] : []);
    const key = await this.#keyOf(tx, id);
    const token = createHmac('sha256', this.keys.searchKey(tx.state)).update(`attachment ${owner.id} ${sha256}`).digest();
    const added = await tx.query<object>(ADD, [
      id,
      ...(owner.kind === 'tracing_request'
        ? [owner.id, null, null, null]
        : [null, owner.id, owner.caption, this.workerKey.grant(key)]),
      tx.state,
      other,
      type,
      content.length,
      chunks.length,
      scan,
      preview,
      token,
      tx.now,
    ]);
    if (added.length === 0) return denied('ATTACHMENT_ALREADY_THERE', { field: 'files' });
    for (const [position, chunk] of chunks.entries()) {
      const { nonce, ciphertext } = key.seal(chunkName('original', position, chunks.length), chunk);
      await tx.query(ADD_CHUNK, [id, position, tx.state, other, nonce, ciphertext]);
    }
    // Also a document that nobody scans here: the worker may know a scanner that this process does not.
    await tx.query('insert into attachment_tasks (attachment_id, first_state, granted_key, created_at) values ($1, $2, $3, $4)', [
      id,
      tx.state,
      this.workerKey.grant(key),
      tx.now,
    ]);
    return ok({
      id,
      state: tx.state,
      isShared: other !== null,
      type,
      bytes: content.length,
      scan,
      preview,
      addedAt: tx.now,
      about,
    });
  }

  /** The files of the request in the order they came, with what is protected about them. */
  async list(tx: Tx, requestId: RequestId): Promise<readonly Attachment[]> {
    const rows = await tx.query<AttachmentRow>(`${SELECT} order by added_at, id`, [requestId, tx.state]);
    return Promise.all(rows.map((row) => this.#attachmentOf(tx, row)));
  }

  /** A picture of the own State's practice, with what only its own State knows of it. */
  async ownPicture(tx: Tx, practiceId: string, id: AttachmentId): Promise<Attachment | undefined> {
    const [row] = await tx.query<AttachmentRow>(`${FILES} where practice_id = $1 and first_state = $2 and id = $3`, [
      practiceId,
      tx.state,
      id,
    ]);
    return row && this.#attachmentOf(tx, row);
  }

  async find(tx: Tx, requestId: RequestId, id: AttachmentId): Promise<Attachment | undefined> {
    const [row] = await tx.query<AttachmentRow>(`${SELECT} and id = $3`, [requestId, tx.state, id]);
    return row && this.#attachmentOf(tx, row);
  }

  /** The bytes of the file in that form. The original is what was sent, to the bit, or an error. */
  async read(tx: Tx, { id, about, bytes }: Attachment, form: Form): Promise<Sealed<Buffer>> {
    const rows = await tx.query<ChunkRow>(CHUNKS, [id, form, tx.state]);
    const key = await this.#keyOf(tx, id);
    const content = Buffer.concat(rows.map((row, position) => key.open(chunkName(form, position, rows.length), row)));
    if (form === 'original' && (content.length !== bytes || sha256Of(content) !== about.reveal().sha256))
      throw new AttachmentError('ATTACHMENT_CHANGED', `The file ${id} is not what was stored under its hash.`, {
        attachment: id,
      });
    return Sealed.of(content);
  }

  /** The small copy of a picture that every State sees. */
  async readOpen(tx: Tx, id: AttachmentId): Promise<Sealed<Buffer>> {
    const rows = await tx.query<ChunkRow>(
      `select nonce, ciphertext from attachment_chunks where attachment_id = $1 and for_all order by position`,
      [id],
    );
    const [row] = await tx.query<{ open_key: Buffer }>('select open_key from attachments where id = $1', [id]);
    if (!row) throw new AttachmentError('ATTACHMENT_CHANGED', `The file ${id} has lost its key.`, { attachment: id });
    const key = this.workerKey.granted(subjectOf(id), row.open_key);
    return Sealed.of(Buffer.concat(rows.map((chunk, position) => key.open(chunkName('preview', position, rows.length), chunk))));
  }

  /** Opens files of the own State's to the other party: all of a draft that becomes a request, or those that a response names. */
  async handOver(tx: Tx, requestId: RequestId, other: StateCode, named: readonly AttachmentId[] | null = null): Promise<void> {
    await this.hold(tx, requestId);
    const rows = await tx.query<{ id: AttachmentId }>(
      `update attachments set second_state = $3
        where request_id = $1 and first_state = $2 and second_state is null and ($4::uuid[] is null or id = any ($4::uuid[]))
        returning id`,
      [requestId, tx.state, other, named],
    );
    if (rows.length === 0) return;
    const ids = rows.map(({ id }) => id);
    await tx.query('update attachment_chunks set second_state = $3 where attachment_id = any ($1::uuid[]) and first_state = $2', [
      ids,
      tx.state,
      other,
    ]);
    for (const id of ids) await this.parts.entitle(tx, subjectOf(id), other);
  }

  /** Removes a file that only its own State knows of. */
  async remove(tx: Tx, id: AttachmentId): Promise<void> {
    for (const table of ['attachment_tasks', 'attachment_chunks']) {
      await tx.query(`delete from ${table} where attachment_id = $1 and first_state = $2`, [id, tx.state]);
    }
    await tx.query('delete from attachments where id = $1 and first_state = $2 and second_state is null', [id, tx.state]);
    await this.parts.discard(tx, subjectOf(id));
  }

  /** Removes all files of a draft that is thrown away. */
  async removeAll(tx: Tx, requestId: RequestId): Promise<void> {
    await this.hold(tx, requestId);
    const rows = await tx.query<{ id: AttachmentId }>(
      'select id from attachments where request_id = $1 and first_state = $2 and second_state is null',
      [requestId, tx.state],
    );
    for (const { id } of rows) await this.remove(tx, id);
  }

  async #attachmentOf(tx: Tx, row: AttachmentRow): Promise<Attachment> {
    const { [ABOUT]: about } = await this.parts.open(tx, subjectOf(row.id));
    if (!about)
      throw new AttachmentError('ATTACHMENT_CHANGED', `The file ${row.id} has lost its name and hash.`, { attachment: row.id });
    return {
      id: row.id,
      state: row.first_state,
      isShared: row.second_state !== null,
      type: row.type,
      bytes: row.bytes,
      scan: row.scan,
      preview: row.preview,
      addedAt: row.added_at,
      about: about as Sealed<AboutFile>,
    };
  }

  async #keyOf(tx: Tx, id: AttachmentId): Promise<RecordKey> {
    const key = await this.parts.keyOf(tx, subjectOf(id));
    if (!key) throw new AttachmentError('ATTACHMENT_CHANGED', `The file ${id} has lost its key.`, { attachment: id });
    return key;
  }
}

/** What a file's sealed part, its key and its chunks belong to. */
export function subjectOf(id: AttachmentId): Subject {
  return { kind: 'attachment', id };
}

interface AttachmentRow {
  readonly id: AttachmentId;
  readonly first_state: StateCode;
  readonly second_state: StateCode | null;
  readonly type: FileType;
  readonly bytes: number;
  readonly scan: Scan;
  readonly preview: Preview;
  readonly added_at: Date;
}

interface ChunkRow {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

const FILES = 'select id, first_state, second_state, type, bytes, scan, preview, added_at from attachments';

const SELECT = `
  ${FILES}
   where request_id = $1 and (first_state = $2 or second_state = $2)`;

const ADD = `
  insert into attachments
    (id, request_id, practice_id, caption, open_key, first_state, second_state, type, bytes, chunks, scan, preview, content_token, added_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
  on conflict do nothing
  returning id`;

const ADD_CHUNK = `
  insert into attachment_chunks (attachment_id, form, position, first_state, second_state, nonce, ciphertext)
  values ($1, 'original', $2, $3, $4, $5, $6)`;

const CHUNKS = `
  select nonce, ciphertext
    from attachment_chunks
   where attachment_id = $1 and form = $2 and (first_state = $3 or second_state = $3)
   order by position`;
