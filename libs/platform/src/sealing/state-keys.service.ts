import { isStateCode, type StateCode } from '@tracedesk/kernel';
import { randomBytes, randomUUID } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { deriveKey, KEY_BYTES, unwrapKey, wrapKey, type Place } from './envelope.adapter.js';
import { SealingError } from './sealing-error.js';

/** The version of the keys in use; rotation, when it comes, counts up and keeps the older ones for reading. */
export const KEY_VERSION = 1;

const OTHERS_MAY = 0o077;

/** The States' keys, one file each, made when a State joins: `<keysFolder>/states/<CODE>.key`, readable by the desk alone. */
export class StateKeys {
  private readonly folder: string;
  private readonly keys = new Map<StateCode, Buffer>();
  private readonly searchKeys = new Map<StateCode, Buffer>();
  private readonly ownKeys = new Map<StateCode, Buffer>();

  constructor(keysFolder: string) {
    this.folder = join(keysFolder, 'states');
  }

  has(state: StateCode): boolean {
    return this.keys.has(state) || existsSync(this.fileOf(state));
  }

  /** Makes the State's key and writes it to the disk for good. Never replaces one: what it sealed could not be opened again. */
  create(state: StateCode): void {
    mkdirSync(this.folder, { recursive: true, mode: 0o700 });
    const file = this.fileOf(state);
    const draft = `${file}.${randomUUID()}`;
    try {
      writeForGood(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
      // A link, unlike a rename, replaces nothing; and the key has its name only once it is whole.
      linkSync(draft, file);
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') throw cause;
      throw new SealingError('STATE_KEY_EXISTS', `There is a key for State ${state} already: ${file}.`, { state });
    } finally {
      rmSync(draft, { force: true });
    }
    syncFolder(this.folder);
  }

  /** The key under which the State's data keys are wrapped. */
  keyOf(state: StateCode): Buffer {
    const held = this.keys.get(state) ?? this.read(state);
    this.keys.set(state, held);
    return held;
  }

  /** The key of the State's search HMACs: equal serials of two States do not look equal. */
  searchKey(state: StateCode): Buffer {
    const held = this.searchKeys.get(state) ?? deriveKey(this.keyOf(state), 'search');
    this.searchKeys.set(state, held);
    return held;
  }

  /** Seals bytes that no other State will ever read, at their place, in one value. Shared content goes through ProtectedParts. */
  seal(state: StateCode, place: Place, content: Uint8Array): Buffer {
    return wrapKey(this.ownKey(state), place, Buffer.from(content));
  }

  /** Opens what `seal` sealed for that State at that place. */
  open(state: StateCode, place: Place, sealed: Uint8Array): Buffer {
    return unwrapKey(this.ownKey(state), place, Buffer.from(sealed));
  }

  private ownKey(state: StateCode): Buffer {
    const held = this.ownKeys.get(state) ?? deriveKey(this.keyOf(state), 'own');
    this.ownKeys.set(state, held);
    return held;
  }

  private read(state: StateCode): Buffer {
    const file = this.fileOf(state);
    let descriptor: number;
    try {
      descriptor = openSync(file, 'r');
    } catch (cause) {
      throw new SealingError(
        'STATE_KEY_MISSING',
        `The key of State ${state} cannot be read at ${file}. Is the keys folder the one of this database?`,
        { state },
        { cause },
      );
    }
    try {
      if ((fstatSync(descriptor).mode & OTHERS_MAY) !== 0) {
        throw new SealingError(
          'STATE_KEY_UNREADABLE',
          `The key file ${file} is open to others than its owner. Set its mode to 0600.`,
          { state },
        );
      }
      const key = Buffer.from(readFileSync(descriptor, 'utf8').trim(), 'base64');
      if (key.length === KEY_BYTES) return key;
      throw new SealingError('STATE_KEY_UNREADABLE', `The key file ${file} does not hold ${KEY_BYTES} bytes in Base64.`, {
        state,
      });
    } finally {
      closeSync(descriptor);
    }
  }

  private fileOf(state: StateCode): string {
    // A code becomes part of a path: its shape is checked whatever the types promise.
    if (!isStateCode(state)) throw new SealingError('STATE_KEY_MISSING', 'A State code is malformed, so it has no key.');
    return join(this.folder, `${state}.key`);
  }
}

function writeForGood(file: string, content: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The name of a new file is on the disk only once its folder is. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
