/** Cost of scrypt: 32 MiB and about a quarter of a second of one core (OWASP Password Storage: N=2^15, r=8, p=3). */
export interface ScryptCost {
  /** Binary logarithm of N. */
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}
export const CURRENT_COST: ScryptCost = { ln: 15, r: 8, p: 3 };
export const SALT_BYTES = 16;
export const KEY_BYTES = 32;

export interface PasswordHash {
  readonly cost: ScryptCost;
  readonly salt: Buffer;
  readonly key: Buffer;
}

/** The form in which a hash is kept: `$scrypt$ln=15,r=8,p=3$<salt>$<key>`, so that costs can rise and old hashes still be read. */
export function writePasswordHash({ cost, salt, key }: PasswordHash): string {
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`;
}

const FORM = /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([A-Za-z0-9+/]{22})\$([A-Za-z0-9+/]{43})$/;

/** Reads a kept hash, or null where the text is none: such a person cannot sign in with a password. */
export function readPasswordHash(text: string): PasswordHash | null {
  const [, ln, r, p, salt, key] = FORM.exec(text) ?? [];
  if (ln === undefined || r === undefined || p === undefined || salt === undefined || key === undefined) return null;
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt, 'base64'),
    key: Buffer.from(key, 'base64'),
  };
}

/** Whether the password should be hashed again, at the next moment when it is known. */
export function isOutdated({ cost }: PasswordHash, today: ScryptCost = CURRENT_COST): boolean {
  return cost.ln !== today.ln || cost.r !== today.r || cost.p !== today.p;
}

/** A hash that no password has: verified in place of the one of somebody unknown, at the same cost. */
export function nobodysHash(cost: ScryptCost): PasswordHash {
  return { cost, salt: Buffer.alloc(SALT_BYTES), key: Buffer.alloc(KEY_BYTES) };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
