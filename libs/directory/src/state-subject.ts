import { createHash } from 'node:crypto';
import type { StateCode } from '@tracedesk/kernel';

/** A State as the object of an audit entry: its id is made from its code, so that it is the same in every installation. */
export function stateSubject(code: StateCode): { readonly kind: 'state'; readonly id: string } {
  const bytes = createHash('sha256').update(`tracedesk state ${code}`).digest().subarray(0, 16);
  // RFC 9562, version 8: made by a rule of our own.
  bytes[6] = 0x80 | (bytes[6]! & 0x0f);
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = bytes.toString('hex');
  return {
    kind: 'state',
    id: [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-'),
  };
}
