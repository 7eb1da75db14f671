import { createHash, createHmac } from 'node:crypto';
import { isSameSecret, type StateCode } from '@tracedesk/kernel';

/** How long a failure counts. */
export const THROTTLE_WINDOW_MINUTES = 15;
/** Failures for one person from one place: somebody who has forgotten, not a machine that guesses. */
export const FAILURES_PER_PLACE = 10;
/** Failures for one person from all places that are strange to them. */
export const FAILURES_PER_NAME = 100;
/** Failures from one address at one State's door. Higher, because a whole office may share one. */
export const FAILURES_PER_ADDRESS = 100;

/** Attempts of one minute under one key. */
export interface Attempts {
  readonly windowStart: Date;
  readonly attempts: number;
}

/** An attempt to sign in, as the counters see it. */
export interface Knock {
  readonly state: StateCode;
  readonly signInName: string;
  readonly address: string;
  /** The device on which this person has signed in before, by its own name; null for every other. */
  readonly device: string | null;
}

export interface Limit {
  readonly key: Buffer;
  readonly failures: number;
}

/**
 * Under which counters an attempt is made. Nobody can close the door to a person, nor to a State: a device on which the person has signed in
 * before has a counter of its own, which no stranger can fill (ADR 0037).
 */
export function limitsOn(knock: Knock): readonly Limit[] {
  if (knock.device !== null) return [{ key: deviceKey(knock, knock.device), failures: FAILURES_PER_PLACE }];
  return [
    { key: placeKey(knock), failures: FAILURES_PER_PLACE },
    { key: nameKey(knock), failures: FAILURES_PER_NAME },
    { key: addressKey(knock), failures: FAILURES_PER_ADDRESS },
  ];
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

type Of<Part extends keyof Knock> = Pick<Knock, Part>;

export function placeKey({ state, signInName, address }: Of<'state' | 'signInName' | 'address'>): Buffer {
  return keyOf(`place|${state}|${signInName}|${placeOf(address)}`);
}

export function nameKey({ state, signInName }: Of<'state' | 'signInName'>): Buffer {
  return keyOf(`name|${state}|${signInName}`);
}

export function addressKey({ state, address }: Of<'state' | 'address'>): Buffer {
  return keyOf(`address|${state}|${placeOf(address)}`);
}

/** Under which denied attempts are counted, so that a closed door is one entry a minute. */
export function denialKey({ state, address }: Of<'state' | 'address'>): Buffer {
  return keyOf(`denied|${state}|${placeOf(address)}`);
}

function deviceKey({ state, signInName }: Of<'state' | 'signInName'>, device: string): Buffer {
  return keyOf(`device|${state}|${signInName}|${device}`);
}

/**
 * What a browser keeps of a person who has signed in on it: a name by chance, and the proof that this desk gave it, under the person's password hash.
 * So it is worth nothing for anybody else, and nothing for them either once the password is another.
 */
export function deviceMarkOf(device: string, passwordHash: string): string {
  return `${device}.${createHmac('sha256', passwordHash).update(`desk device|${device}`).digest('base64url')}`;
}

/** The device's name, if the mark was given to this person; null for everything else that was sent. */
export function deviceIn(mark: string | null, passwordHash: string | null): string | null {
  const device = /^([A-Za-z0-9_-]{22})\.[A-Za-z0-9_-]{43}$/.exec(mark ?? '')?.[1];
  if (device === undefined || passwordHash === null) return null;
  return isSameSecret(deviceMarkOf(device, passwordHash), mark) ? device : null;
}

/** One household of IPv6 has many addresses: its /64 is one place. An IPv4 address is itself, also where it is written as an IPv6 one. */
function placeOf(address: string): string {
  if (!address.includes(':')) return address;
  const groups = groupsOf(address);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  return isMapped
    ? [groups[6]! >> 8, groups[6]! & 0xff, groups[7]! >> 8, groups[7]! & 0xff].join('.')
    : groups
        .slice(0, 4)
        .map((group) => group.toString(16))
        .join(':');
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [head = '', tail = ''] = (address.split('%')[0] ?? '').split('::').map(withoutDots);
  const front = head.split(':').filter(Boolean);
  const back = tail.split(':').filter(Boolean);
  const between = Array<string>(Math.max(0, 8 - front.length - back.length)).fill('0');
  return [...front, ...between, ...back].map((group) => parseInt(group, 16));
}

/** The last four bytes may be written as an IPv4 address. */
function withoutDots(text: string): string {
  return text.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [one, two, three, four] = bytes.slice(0, 4).map(Number) as [number, number, number, number];
    return `${((one << 8) | two).toString(16)}:${((three << 8) | four).toString(16)}`;
  });
}

function keyOf(text: string): Buffer {
  return createHash('sha256').update(`desk sign-in throttle|${text}`).digest();
}
