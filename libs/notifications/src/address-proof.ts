import { createHash } from 'node:crypto';

/** Letters and digits that nobody confuses. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;
/** How long a code is worth something, and how long the worker goes on trying to send it. */
export const CODE_LASTS_MS = 24 * 3_600_000;
/** How often within that time one person may have a code sent: whoever's address it is must not be pestered. */
export const MOST_CODES_A_DAY = 5;

/** A code of 78 bits out of so many random bytes: nobody guesses it, however often they try. */
export const CODE_BYTES = LENGTH * 2;
export function codeFrom(random: Uint8Array): string {
  const letters = Array.from(
    { length: LENGTH },
    (_, at) => ALPHABET[((random[2 * at] ?? 0) * 256 + (random[2 * at + 1] ?? 0)) % ALPHABET.length],
  );
  return (letters.join('').match(/.{4}/g) ?? []).join('-');
}

/** What is kept of it, whatever case and dashes a person types. */
export function codeHash(code: string): Buffer {
  return createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest();
}
