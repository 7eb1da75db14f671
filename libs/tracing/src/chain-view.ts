import type { RequestId, StateCode } from '@tracedesk/kernel';
import { conflictsIn, type Conflict } from './conflicts.js';
import { mayAgree, type PartialDate } from './partial-date.js';
import type { PointOfDiversion, ResponseItem } from './response-item.js';

/** One answer about the weapon: who gave it, under which request, and which item of it this is. */
export interface ChainAnswer {
  readonly requestId: RequestId;
  readonly giver: StateCode;
  readonly number: string;
  readonly item: ResponseItem;
}

/** A step of the arm's way: made, moved from State to State, lost. Where a record does not say from where, its giver's State is meant. */
export interface ChainStep extends ChainAnswer {
  readonly from: StateCode | null;
  readonly to: StateCode | null;
}

/** The way is unknown between two steps: it left for nowhere that is known, or came from where it was not known to be. */
export interface ChainGap {
  readonly before: number;
  readonly from: StateCode;
  readonly to: StateCode;
}

/** The arm came back to a State in which it had been: nothing wrong by itself, and easily an error. */
export interface ChainLoop {
  readonly at: number;
  readonly state: StateCode;
}

export interface ChainView {
  readonly steps: readonly ChainStep[];
  readonly gaps: readonly ChainGap[];
  readonly loops: readonly ChainLoop[];
  readonly conflicts: readonly Conflict[];
  /** Where the arm became illicit (ITI 5), where an answer says so; several that differ contradict each other. */
  readonly ends: readonly PointOfDiversion[];
}

/** The kinds of record that tell of a move between States. */
const MOVES: readonly ResponseItem['kind'][] = ['export', 'import'];

/**
 * The arm's way from manufacture to where it became illicit, put together from the answers (ITI 5: along the lines of supply).
 * Each step goes on where the one before ended, the earliest first; where none does, the way has a gap. The order in which answers came does not matter.
 */
export function chainOf(answers: readonly ChainAnswer[], ends: readonly PointOfDiversion[] = []): ChainView {
  const remaining = answers.map(stepOf).sort(earlierFirst);
  const steps: ChainStep[] = [];
  const gaps: ChainGap[] = [];
  const loops: ChainLoop[] = [];
  const been = new Set<StateCode>();
  let at: StateCode | null = null;
  while (remaining.length > 0) {
    const next = takeNext(remaining, at);
    if (at !== null && next.from !== null && next.from !== at) gaps.push({ before: steps.length, from: at, to: next.from });
    for (const state of [next.from, next.to]) {
      if (state === null || state === (state === next.from ? at : next.from)) continue;
      if (been.has(state)) loops.push({ at: steps.length, state });
    }
    for (const state of [next.from, next.to]) if (state !== null) been.add(state);
    at = next.to ?? next.from ?? at;
    steps.push(next);
  }
  return { steps, gaps, loops, conflicts: conflictsIn(steps.map(named)), ends: distinct(ends) };
}

function stepOf(answer: ChainAnswer): ChainStep {
  const { item, giver } = answer;
  const moves = MOVES.includes(item.kind);
  if (!moves) return { ...answer, from: item.state ?? giver, to: null };
  return item.kind === 'export'
    ? { ...answer, from: item.fromState ?? giver, to: item.state ?? null }
    : { ...answer, from: item.fromState ?? null, to: item.state ?? giver };
}

/** Takes the earliest step that begins where the arm is; a record without place in the chain comes before a gap. */
function takeNext(remaining: ChainStep[], at: StateCode | null): ChainStep {
  const index = at === null ? 0 : remaining.findIndex(({ from }) => from === at || from === null);
  return remaining.splice(Math.max(0, index), 1)[0] as ChainStep;
}

/** Manufacture first; then by date, where dates do not agree; an undated record after dated ones. */
function earlierFirst(one: ChainStep, other: ChainStep): number {
  return (
    Number(other.item.kind === 'manufacture') - Number(one.item.kind === 'manufacture') ||
    byDate(one.item.on, other.item.on) ||
    named(one).number.localeCompare(named(other).number)
  );
}

function byDate(one: PartialDate = '9999', other: PartialDate = '9999'): number {
  return mayAgree(one, other) ? 0 : one < other ? -1 : 1;
}

/** Items of several requests under one kind of number. */
function named({ requestId, number, item }: ChainStep): { readonly number: string; readonly item: ResponseItem } {
  return { number: `${requestId}/${number}`, item };
}

function distinct(ends: readonly PointOfDiversion[]): readonly PointOfDiversion[] {
  const seen = new Map(ends.map((end) => [JSON.stringify([end.state, end.on, end.basis]), end]));
  return [...seen.values()];
}
