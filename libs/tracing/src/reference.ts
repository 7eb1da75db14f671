import type { Reference } from './tracing-request.js';

/** 31 letters and digits, without I, L, O, S and U: none is mistaken for another, and the number is prime. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRTVWXYZ';
const RANDOM_CHARACTERS = 10;
/** The largest multiple of the alphabet's size that a byte can hold: greater bytes would favour the first letters. */
const FAIR_BYTES = Math.floor(256 / ALPHABET.length) * ALPHABET.length;
const SHAPE = /^TD-([0-9A-Z]{4})-([0-9A-Z]{4})-([0-9A-Z]{3})$/;

/** How many random bytes `referenceFrom` should be given so that enough of them are fair. */
export const REFERENCE_BYTES = 32;

/**
 * A reference such as `TD-7K3F-92QX-4V8`: ten random characters and a check character.
 * It says nothing of States, years or running numbers, because e-mails and URLs show it.
 * `null` when too few of the bytes are usable: draw again.
 */
export function referenceFrom(bytes: Uint8Array): Reference | null {
  const digits = [...bytes].filter((byte) => byte < FAIR_BYTES).map((byte) => byte % ALPHABET.length);
  if (digits.length < RANDOM_CHARACTERS) return null;
  const text = digits.slice(0, RANDOM_CHARACTERS).map(letter).join('');
  const body = text + checkCharacter(text);
  return `TD-${body.slice(0, 4)}-${body.slice(4, 8)}-${body.slice(8)}` as Reference;
}

/** Whether the text is a reference whose check character is right: a mistyped or swapped character is always noticed. */
export function isReference(text: string): text is Reference {
  const groups = SHAPE.exec(text);
  if (!groups) return false;
  const body = groups.slice(1).join('');
  return checkCharacter(body.slice(0, RANDOM_CHARACTERS)) === body.slice(RANDOM_CHARACTERS);
}

/** Weighted sum modulo a prime: the weights differ, so that swapping two characters changes it. */
function checkCharacter(text: string): string | undefined {
  const values = [...text].map((character) => ALPHABET.indexOf(character));
  if (values.includes(-1)) return undefined;
  return letter(values.reduce((sum, value, index) => sum + value * (index + 2), 0) % ALPHABET.length);
}

function letter(value: number): string {
  return ALPHABET.charAt(value);
}
