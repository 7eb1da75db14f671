import { randomBytes, randomUUID } from 'node:crypto';
import { closeSync, existsSync, fstatSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Subject } from '../database/transaction.adapter.js';
import { KEY_BYTES } from './envelope.adapter.js';
import { RecordKey } from './record-key.adapter.js';
import { SealingError } from './sealing-error.js';

const WORKER = 'worker';
const OTHERS_MAY = 0o077;

/**
 * The worker's own key: `<keysFolder>/worker/worker.key`, made when first needed. Under it, whoever holds a record's key grants the worker that one
 * record for as long as the grant's row lies in the database. The worker so needs no State's key: see docs/adr on photographs.
 */
export class WorkerKey {
  private readonly folder: string;
  private held: Buffer | null = null;

  constructor(keysFolder: string) {
    this.folder = join(keysFolder, WORKER);
  }

  /** The record's key as the worker alone can open it. */
  grant(key: RecordKey): Buffer {
    return key.wrappedUnder(this.key(), WORKER);
  }

  /** Opens a grant; throws SEAL_BROKEN when it is another record's. */
  granted(record: Subject, grant: Buffer): RecordKey {
    return RecordKey.unwrappedFrom(this.key(), WORKER, record, grant);
  }

  private key(): Buffer {
    return (this.held ??= this.read());
  }

  private read(): Buffer {
    const file = join(this.folder, 'worker.key');
    if (!existsSync(file)) this.makeOnce(file);
    const descriptor = openSync(file, 'r');
    try {
      const key = Buffer.from(readFileSync(descriptor, 'utf8').trim(), 'base64');
      if ((fstatSync(descriptor).mode & OTHERS_MAY) === 0 && key.length === KEY_BYTES) return key;
      throw new SealingError(
        'WORKER_KEY_UNREADABLE',
        `The key file ${file} is open to others, or does not hold ${KEY_BYTES} bytes in Base64.`,
      );
    } finally {
      closeSync(descriptor);
    }
  }

  /** Two processes may come first: a link replaces nothing, so both go on with the same key. */
  private makeOnce(file: string): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const draft = `${file}.${randomUUID()}`;
    try {
      writeFileSync(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { flag: 'wx', mode: 0o600, flush: true });
      linkSync(draft, file);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
    } finally {
      rmSync(draft, { force: true });
    }
  }
}
