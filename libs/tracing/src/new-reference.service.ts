import { randomBytes } from 'node:crypto';
import { REFERENCE_BYTES, referenceFrom } from './reference.js';
import type { Reference } from './tracing-request.js';

/** A reference that nobody can guess and nobody had before. */
export function newReference(): Reference {
  for (;;) {
    const reference = referenceFrom(randomBytes(REFERENCE_BYTES));
    if (reference) return reference;
  }
}
