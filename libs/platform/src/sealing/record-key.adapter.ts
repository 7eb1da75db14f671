import type { Subject } from '../database/transaction.adapter.js';
import { openBytes, sealBytes, unwrapKey, wrapKey, type SealedBytes } from './envelope.adapter.js';

/**
 * The data key of one record at work on bytes that are too large for a part: the chunks of a file. The key itself stays inside, and every
 * chunk is bound to its record and name, so that bytes moved to another file, place or length of list do not open.
 */
export class RecordKey {
  readonly #record: Subject;
  readonly #dataKey: Buffer;

  constructor(record: Subject, dataKey: Buffer) {
    this.#record = record;
    this.#dataKey = dataKey;
  }

  seal(name: string, content: Buffer): SealedBytes {
    return sealBytes(this.#dataKey, this.#placeOf(name), content);
  }

  /** Gives the content, or throws SEAL_BROKEN. */
  open(name: string, sealed: SealedBytes): Buffer {
    return openBytes(this.#dataKey, this.#placeOf(name), sealed);
  }

  /** The data key under a key of one of the desk's own processes. */
  wrappedUnder(processKey: Buffer, process: string): Buffer {
    return wrapKey(processKey, grantPlace(this.#record, process), this.#dataKey);
  }

  static unwrappedFrom(processKey: Buffer, process: string, record: Subject, wrapped: Buffer): RecordKey {
    return new RecordKey(record, unwrapKey(processKey, grantPlace(record, process), wrapped));
  }

  #placeOf(name: string): readonly string[] {
    return ['bytes', this.#record.kind, this.#record.id, name];
  }
}

function grantPlace(record: Subject, process: string): readonly string[] {
  return ['process grant', record.kind, record.id, process];
}
