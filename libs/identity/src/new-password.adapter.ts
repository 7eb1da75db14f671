import { randomBytes } from 'node:crypto';
import { PASSWORD_CHANCE_BYTES, passwordFrom } from './password-rules.js';

/** A random password that can be read out and typed from paper. */
export function newPassword(): string {
  // A tenth of the bytes is unfair and thrown away; four times as many as needed are always enough in practice.
  return passwordFrom(randomBytes(4 * PASSWORD_CHANCE_BYTES));
}
