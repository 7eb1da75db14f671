import { denied, ok, type Result } from '@tracedesk/kernel';

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 200;

/** What a chosen password must be: long, and not the name it protects. No rule about kinds of characters (NIST SP 800-63B). */
export function checkPassword(password: string, signInName: string): Result<string> {
  const length = [...password].length;
  if (length < MIN_PASSWORD_LENGTH)
    return denied('PASSWORD_TOO_SHORT', { field: 'password', details: { min: MIN_PASSWORD_LENGTH } });
  if (length > MAX_PASSWORD_LENGTH)
    return denied('PASSWORD_TOO_LONG', { field: 'password', details: { max: MAX_PASSWORD_LENGTH } });
  if (new Set(password).size < 4 || password.toLowerCase().includes(signInName)) {
    return denied('PASSWORD_TOO_SIMPLE', { field: 'password' });
  }
  return ok(password);
}

// Without the characters that are misread on paper: 0 o 1 l i u v.
const LETTERS = 'abcdefghjkmnpqrstwxyz23456789';
const GROUPS = 5;
const GROUP_LENGTH = 4;
export const PASSWORD_CHANCE_BYTES = GROUPS * GROUP_LENGTH;

/** A password to be read out or typed from paper, about 97 bits: `k7fm-2qpx-…`. `chance` is random bytes below the fair limit; see the maker. */
export function passwordFrom(chance: Uint8Array): string {
  const fair = [...chance].filter((byte) => byte < FAIR_LIMIT).slice(0, PASSWORD_CHANCE_BYTES);
  if (fair.length < PASSWORD_CHANCE_BYTES) throw new RangeError('Too few random bytes for a password.');
  const letters = fair.map((byte) => LETTERS[byte % LETTERS.length]).join('');
  return letters.match(new RegExp(`.{${GROUP_LENGTH}}`, 'g'))!.join('-');
}

/** Bytes from here on would favour the first letters. */
const FAIR_LIMIT = 256 - (256 % LETTERS.length);
