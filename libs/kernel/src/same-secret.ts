import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether what was sent is the secret that is expected: compared in constant time, whatever was sent. */
export function isSameSecret(expected: string, sent: unknown): boolean {
  return typeof sent === 'string' && timingSafeEqual(hashOf(expected), hashOf(sent));
}

/** Of one length, whatever the lengths of the two: no answer comes sooner for a text that is shorter. */
function hashOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
