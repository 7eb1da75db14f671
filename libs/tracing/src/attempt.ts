import type { RequestId } from '@tracedesk/kernel';

/** The maker's own name for one act, and what the act is: sent again, it happens once (design 5). */
export interface OnceKey {
  readonly key: string;
  readonly requestHash: Buffer;
}

/** A move as its maker attempts it: on which request, at which version they read it, under which key. */
export interface Attempt {
  readonly requestId: RequestId;
  readonly version: number;
  readonly once: OnceKey;
}
