import { createHash } from 'node:crypto';
import type { StateCode } from '@tracedesk/kernel';

/** How long a failure counts. */
export const THROTTLE_WINDOW_MINUTES = 15;
/** Failures for one name of one State: a person who has forgotten, not a machine that guesses. */
export const FAILURES_PER_NAME = 10;
/** Failures from one address. Higher, because a whole office may share one: it must not be shut out by one colleague. */
export const FAILURES_PER_ADDRESS = 100;

/** Attempts of one minute under one key. */
export interface Attempts {
  readonly windowStart: Date;
  readonly attempts: number;
}

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly retryAfterSeconds: number };

/** Whether one more attempt may be made, given those of the last quarter of an hour; if not, when the oldest have been forgotten. */
export function verdictOn(earlier: readonly Attempts[], limit: number, now: Date): Verdict {
  const counting = earlier
    .map(({ windowStart, attempts }) => ({ forgottenAt: windowStart.getTime() + WINDOW, attempts }))
    .filter(({ forgottenAt }) => forgottenAt > now.getTime())
    .sort((a, b) => a.forgottenAt - b.forgottenAt);

  let left = counting.reduce((sum, { attempts }) => sum + attempts, 0);
  if (left < limit) return { allowed: true };
  for (const { forgottenAt, attempts } of counting) {
    left -= attempts;
    if (left < limit) return { allowed: false, retryAfterSeconds: Math.ceil((forgottenAt - now.getTime()) / 1000) };
  }
  return { allowed: true };
}

const WINDOW = THROTTLE_WINDOW_MINUTES * 60_000;

export function nameKey(state: StateCode, signInName: string): Buffer {
  return keyOf(`name|${state}|${signInName}`);
}

/** One household of IPv6 has many addresses: its /64 is one key. */
export function addressKey(address: string): Buffer {
  return keyOf(`address|${address.includes(':') && !address.startsWith('::ffff:') ? networkOf(address) : address}`);
}

/** Under which denied attempts are counted, so that a closed door is one entry a minute. */
export function denialKey(state: StateCode, address: string): Buffer {
  return keyOf(`denied|${state}|${address}`);
}

function networkOf(address: string): string {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::');
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const groups = [...front, ...Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => parseInt(group, 16).toString(16))
    .join(':');
}

function keyOf(text: string): Buffer {
  return createHash('sha256').update(`desk sign-in throttle|${text}`).digest();
}
