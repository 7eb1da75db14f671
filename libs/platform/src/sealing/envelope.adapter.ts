import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { SealingError } from './sealing-error.js';

/** AES-256-GCM with a fresh 96-bit nonce for each encryption; the tag stands behind the ciphertext. */
const ALGORITHM = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
export const KEY_BYTES = 32;

export interface SealedBytes {
  readonly nonce: Buffer;
  readonly ciphertext: Buffer;
}

/** What a ciphertext belongs to. It is not stored with it: bytes moved to another row, name or State do not open. */
export type Place = readonly string[];

export function newDataKey(): Buffer {
  return randomBytes(KEY_BYTES);
}

export function sealBytes(key: Buffer, place: Place, content: Buffer): SealedBytes {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES }).setAAD(associatedData(place));
  return { nonce, ciphertext: Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()]) };
}

/** Gives the content, or throws SEAL_BROKEN when a bit of it, its key or its place is not what it was. */
export function openBytes(key: Buffer, place: Place, sealed: SealedBytes): Buffer {
  const { nonce, ciphertext } = sealed;
  try {
    const tagAt = ciphertext.length - TAG_BYTES;
    const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(associatedData(place))
      .setAuthTag(ciphertext.subarray(tagAt));
    return Buffer.concat([decipher.update(ciphertext.subarray(0, tagAt)), decipher.final()]);
  } catch {
    // The cause is left out on purpose: it says nothing more, and no error from here carries bytes.
    throw new SealingError(
      'SEAL_BROKEN',
      `Sealed content of ${place.join(' ')} does not open: it was changed, moved, or sealed under another key.`,
    );
  }
}

/** A data key under the key of one State, as one value: nonce, ciphertext, tag. */
export function wrapKey(stateKey: Buffer, place: Place, dataKey: Buffer): Buffer {
  const { nonce, ciphertext } = sealBytes(stateKey, place, dataKey);
  return Buffer.concat([nonce, ciphertext]);
}

export function unwrapKey(stateKey: Buffer, place: Place, wrapped: Buffer): Buffer {
  return openBytes(stateKey, place, { nonce: wrapped.subarray(0, NONCE_BYTES), ciphertext: wrapped.subarray(NONCE_BYTES) });
}

/** A key for one purpose, made from a State's key; the purposes cannot be computed from each other. */
export function deriveKey(stateKey: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', stateKey, Buffer.alloc(0), `tracedesk ${purpose} v1`, KEY_BYTES));
}

/** JSON keeps the borders between the words: no two places give the same bytes. */
function associatedData(place: Place): Buffer {
  return Buffer.from(JSON.stringify(['tracedesk', 1, ...place]), 'utf8');
}
