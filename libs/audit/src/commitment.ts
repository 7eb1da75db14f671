import { createHmac, timingSafeEqual } from 'node:crypto';

export const SALT_BYTES = 32;

/**
 * Binds the log to a part without telling anything of it: HMAC-SHA-256 of the stored bytes under the part's own random salt.
 * The salt lies beside the part and goes with it: without the salt a commitment cannot be tried against guesses
 * (an unsalted hash of a serial number is reversed by enumeration).
 */
export function commitmentTo(content: Uint8Array, salt: Uint8Array): Buffer {
  if (salt.length !== SALT_BYTES) throw new RangeError(`A salt has ${SALT_BYTES} bytes, not ${salt.length}.`);
  return createHmac('sha256', salt).update(content).digest();
}

/** Whether a part, shown with its salt, is the one that was committed to. */
export function opensCommitment(commitment: Uint8Array, content: Uint8Array, salt: Uint8Array): boolean {
  return commitment.length === 32 && timingSafeEqual(commitment, commitmentTo(content, salt));
}
