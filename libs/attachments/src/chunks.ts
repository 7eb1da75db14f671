import { createHash } from 'node:crypto';
import type { Form } from './attachment.js';
import { CHUNK_BYTES } from './limits.js';

/** The content in pieces of equal size, the last one shorter. Empty content has none. */
export function chunksOf(content: Buffer, size = CHUNK_BYTES): readonly Buffer[] {
  return Array.from({ length: Math.ceil(content.length / size) }, (_, index) =>
    content.subarray(index * size, (index + 1) * size),
  );
}

/** What a chunk is sealed as: which of how many of which form, so that none can be left out, moved or taken twice. */
export function chunkName(form: Form, position: number, count: number): string {
  return `${form} ${position} of ${count}`;
}

export function sha256Of(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
