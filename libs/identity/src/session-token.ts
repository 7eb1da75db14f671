import { createHash, createHmac } from 'node:crypto';

export const TOKEN_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** What is stored of a session's token: whoever reads the database cannot sign in with it. A token is random, so one fast hash is enough. */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** Whether the text can be a token at all; anything else is not worth a question to the database. */
export function looksLikeToken(text: string): boolean {
  return TOKEN.test(text);
}

/**
 * The token of a form, bound to a secret that only the browser's cookie carries: another site can neither read nor make it.
 * Nothing is stored; it ends with the session. `form` keeps the sign-in form's tokens apart from those of a session.
 */
export function formTokenOf(secret: string, form: 'session' | 'sign_in'): string {
  return createHmac('sha256', secret).update(`desk form ${form}`).digest('base64url');
}
