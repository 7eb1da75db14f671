import type { StateCode } from '@tracedesk/kernel';
import type { ToldEvent } from './chain-events.js';

/** Where the arm is, and everywhere it has been. */
export interface Whereabouts {
  readonly at: StateCode | null;
  readonly been: ReadonlySet<StateCode>;
}

/** What one event does to them: whether the way to it is told, and to which States the arm came back. */
export interface Arrival {
  readonly at: StateCode | null;
  readonly isGap: boolean;
  readonly returns: readonly StateCode[];
}

type Ends = Pick<ToldEvent, 'from' | 'to'>;

export const NOWHERE: Whereabouts = { at: null, been: new Set() };

export function arrivalAt({ at, been }: Whereabouts, { from, to }: Ends): Arrival {
  const returns: StateCode[] = [];
  let here = at;
  for (const state of [from, to]) {
    if (state === null || state === here) continue;
    if (been.has(state)) returns.push(state);
    here = state;
  }
  return { at: here, isGap: at !== null && from !== null && from !== at, returns };
}

export function beenWith(been: ReadonlySet<StateCode>, { from, to }: Ends): ReadonlySet<StateCode> {
  return new Set([...been, ...[from, to].filter((state) => state !== null)]);
}

/** An order begun: the events taken so far, and what does not fit among them. */
interface Beginning extends Whereabouts {
  readonly taken: readonly number[];
  readonly gaps: number;
  readonly loops: number;
}

/** One event more, not yet taken. */
interface Continuation extends Omit<Beginning, 'taken'> {
  readonly since: readonly number[];
  readonly next: number;
}

/** How many continuations are tried at each event, so that no number of answers holds anybody up. For eight events without any date that is every order. */
const TRIES = 20_000;

/**
 * The events in the order, of those their dates leave open, in which the way has the fewest gaps, then the fewest returns; where that decides nothing,
 * the earliest first and what has no date last. It begins with the manufacture, whatever its date.
 */
export function ordered(events: readonly ToldEvent[]): readonly ToldEvent[] {
  const sorted = [...events].sort(earlierFirst);
  const kept = Math.max(1, Math.floor(TRIES / sorted.length ** 2));
  let beginnings: readonly Beginning[] = [{ ...NOWHERE, taken: [], gaps: 0, loops: 0 }];
  for (let length = 0; length < sorted.length; length++) {
    const tried = beginnings.flatMap((beginning) => continuationsOf(beginning, sorted));
    beginnings = best(tried, kept).map(({ since, next, been, ...rest }) => ({
      ...rest,
      taken: [...since, next],
      been: beenWith(been, sorted[next] as ToldEvent),
    }));
  }
  return (beginnings[0]?.taken ?? []).flatMap((index) => sorted[index] ?? []);
}

function continuationsOf(beginning: Beginning, sorted: readonly ToldEvent[]): readonly Continuation[] {
  const { taken, been, gaps, loops } = beginning;
  return openIn(sorted, new Set(taken)).map((next) => {
    const { at, isGap, returns } = arrivalAt(beginning, sorted[next] as ToldEvent);
    return { since: taken, next, been, at, gaps: gaps + Number(isGap), loops: loops + returns.length };
  });
}

/** The events left that no other one left is known to precede: manufacture first, then whatever does not lie wholly after another. */
function openIn(sorted: readonly ToldEvent[], gone: ReadonlySet<number>): readonly number[] {
  const left = [...sorted.keys()].filter((index) => !gone.has(index));
  const made = left.filter((index) => isManufacture(sorted[index] as ToldEvent));
  const open = made.length > 0 ? made : left;
  let firstEnd = ENDLESS;
  for (const index of open) {
    const end = endOf(sorted[index]?.on);
    if (end < firstEnd) firstEnd = end;
  }
  return open.filter((index) => (sorted[index]?.on ?? '') < firstEnd);
}

/** In the order of text, a year or a month so marked stands behind each of its days and before the next one; alone, behind all. */
const ENDLESS = '~';
function endOf(on = ''): string {
  return `${on}${ENDLESS}`;
}

/** Of beginnings with the same events and the same end, only the best can become the best order. */
function best(tried: readonly Continuation[], kept: number): readonly Continuation[] {
  if (kept === 1)
    return tried.slice(0, 1).map((first) => tried.reduce((one, other) => (better(other, one) < 0 ? other : one), first));
  const differing = new Map<string, Continuation>();
  for (const one of [...tried].sort(better)) {
    const key = `${[...one.since, one.next].sort((a, b) => a - b).join()} ${one.at}`;
    if (!differing.has(key)) differing.set(key, one);
    if (differing.size === kept) break;
  }
  return [...differing.values()];
}

function better(one: Continuation, other: Continuation): number {
  return one.gaps - other.gaps || one.loops - other.loops || earlier(one, other);
}

function earlier(one: Continuation, other: Continuation): number {
  const place = one.since.findIndex((index, at) => index !== other.since[at]);
  return place < 0 ? one.next - other.next : (one.since[place] as number) - (other.since[place] as number);
}

/** Events that agree in this stand as `eventsOf` gives them: by what they say. */
function earlierFirst(one: ToldEvent, other: ToldEvent): number {
  const [at, otherAt] = [one.on ?? ENDLESS, other.on ?? ENDLESS];
  return Number(isManufacture(other)) - Number(isManufacture(one)) || (at === otherAt ? 0 : at < otherAt ? -1 : 1);
}

function isManufacture({ records: [{ item }] }: ToldEvent): boolean {
  return item.kind === 'manufacture';
}
