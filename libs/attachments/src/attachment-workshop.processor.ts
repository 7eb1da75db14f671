import { Injectable } from '@nestjs/common';
import type { StateCode } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog, SealingError, WorkerKey, type Job, type RecordKey } from '@tracedesk/platform';
import type { AttachmentId, Preview, Scan } from './attachment.js';
import { subjectOf } from './attachments.repository.js';
import { chunkName, chunksOf } from './chunks.js';
import { PreviewMaker, type SmallCopy } from './preview-maker.adapter.js';
import { VirusScanner } from './virus-scanner.service.js';

interface Task {
  readonly attachment_id: AttachmentId;
  readonly granted_key: Buffer;
  readonly attempts: number;
}

const ROUND_MS = 60_000;
/** An image that took the worker down with it is not tried for ever. */
const ATTEMPTS_MAX = 5;

/**
 * What happens to files without a person: scanning, and small copies. The worker opens a file with the key that its task grants it and holds no
 * State's key; the task ends, and with it the grant. Twice, late or early makes no difference.
 */
@Injectable()
export class AttachmentWorkshop {
  #timer: NodeJS.Timeout | null = null;
  #working: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: DeskDatabase,
    private readonly workerKey: WorkerKey,
    private readonly scanner: VirusScanner,
    private readonly previews: PreviewMaker,
    private readonly log: DeskLog,
  ) {}

  /** Answers a doorbell of queue `attachments`: whatever waits is done. */
  async handle(_doorbell: Job): Promise<void> {
    await this.work();
  }

  /** Looks each minute for what a lost doorbell left lying. */
  start(): void {
    this.#timer = setInterval(() => {
      this.#working = this.work().catch((error: unknown) => this.log.warn('attachment.work_failed', {}, error));
    }, ROUND_MS);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#working;
  }

  /** Does all tasks that nobody else is at; returns how many. A scanner that is away leaves the rest for later. */
  async work(): Promise<number> {
    for (let done = 0; ; done += 1) {
      const task = await this.#take();
      if (!task) return done;
      try {
        await this.#do(task);
      } catch (error) {
        // One file that was tampered with must not hold up the others.
        if (!(error instanceof SealingError)) throw error;
        this.log.error('attachment.does_not_open', { attachmentId: task.attachment_id }, error);
      }
    }
  }

  async #take(): Promise<Task | undefined> {
    const [task] = await this.database.as('relay', (tx) => tx.query<Task>(TAKE));
    return task;
  }

  async #do(task: Task): Promise<void> {
    const id = task.attachment_id;
    const key = this.workerKey.granted(subjectOf(id), task.granted_key);
    const file = await this.#read(id, key);
    if (!file) return;
    const scan = await this.#scan(file.scan, file.content);
    const small = file.preview === 'waiting' && scan !== 'infected' ? await this.#preview(task, file.content) : null;
    await this.#finish(id, key, {
      scan,
      preview: file.preview === 'waiting' ? previewOf(small) : file.preview,
      small: small?.content ?? null,
    });
    this.log.info('attachment.worked', { attachmentId: id, scan, preview: small !== null });
  }

  async #read(id: AttachmentId, key: RecordKey): Promise<{ scan: Scan; preview: Preview; content: Buffer } | undefined> {
    return this.database.as('relay', async (tx) => {
      const [row] = await tx.query<{ scan: Scan; preview: Preview }>('select scan, preview from attachments where id = $1', [id]);
      if (!row) return undefined;
      const chunks = await tx.query<{ nonce: Buffer; ciphertext: Buffer }>(ORIGINAL, [id]);
      const content = Buffer.concat(chunks.map((chunk, at) => key.open(chunkName('original', at, chunks.length), chunk)));
      return { ...row, content };
    });
  }

  async #scan(scan: Scan, content: Buffer): Promise<Scan> {
    if (this.scanner.configured) return this.scanner.scan(content);
    if (scan !== 'waiting') return scan;
    // Whoever took the file knows a scanner, and this process does not: it stays closed.
    return this.scanner.scan(content);
  }

  async #preview({ attachment_id: id, attempts }: Task, content: Buffer): Promise<SmallCopy | null> {
    if (attempts > ATTEMPTS_MAX) return null;
    try {
      return await this.previews.make(content);
    } catch (error) {
      this.log.warn('attachment.preview_failed', { attachmentId: id }, error);
      return null;
    }
  }

  /** Result and small copy, then the end of the grant, in one transaction. The row is locked first: its States may just be changing. */
  async #finish(id: AttachmentId, key: RecordKey, done: { scan: Scan; preview: Preview; small: Buffer | null }): Promise<void> {
    const chunks = done.small ? chunksOf(done.small) : [];
    await this.database.as('relay', async (tx) => {
      const [row] = await tx.query<{ first_state: StateCode; second_state: StateCode | null; for_all: boolean }>(TELL, [
        id,
        done.scan,
        done.preview,
        chunks.length,
      ]);
      if (!row) return;
      for (const [position, chunk] of chunks.entries()) {
        const { nonce, ciphertext } = key.seal(chunkName('preview', position, chunks.length), chunk);
        await tx.query(ADD_PREVIEW, [id, position, row.first_state, row.second_state, row.for_all, nonce, ciphertext]);
      }
      await tx.query('delete from attachment_tasks where attachment_id = $1', [id]);
    });
  }
}

function previewOf(small: SmallCopy | null): Preview {
  if (small === null) return 'failed';
  return small.isWhole ? 'ready' : 'partial';
}

// By wall time: a lease is between processes, not a legal period.
const TAKE = `
  update attachment_tasks
     set attempts = attempts + 1, taken_until = clock_timestamp() + interval '2 minutes'
   where attachment_id = (
     select attachment_id from attachment_tasks
      where taken_until is null or taken_until < clock_timestamp()
      order by created_at, attachment_id
      limit 1 for update skip locked)
  returning attachment_id, granted_key, attempts`;

const ORIGINAL = `
  select nonce, ciphertext from attachment_chunks where attachment_id = $1 and form = 'original' order by position`;

const TELL = `
  update attachments set scan = $2, preview = $3, preview_chunks = $4 where id = $1
  returning first_state, second_state, practice_id is not null as for_all`;

const ADD_PREVIEW = `
  insert into attachment_chunks (attachment_id, form, position, first_state, second_state, for_all, nonce, ciphertext)
  values ($1, 'preview', $2, $3, $4, $5, $6, $7)`;
