import type { RequestId, StateCode } from '@tracedesk/kernel';
import { mayAgree, type PartialDate } from './partial-date.js';
import { ITEM_KINDS, type ItemKind, type ResponseItem } from './response-item.js';

/** One answer about the weapon: who gave it, under which request, and which item of it this is. */
export interface ChainAnswer {
  readonly requestId: RequestId;
  readonly giver: StateCode;
  readonly number: string;
  readonly item: ResponseItem;
}

/** An answer with the places it tells of. Where a record does not say from where, or where it is, its giver's State is meant. */
export interface PlacedAnswer extends ChainAnswer {
  readonly from: StateCode | null;
  readonly to: StateCode | null;
}

/** One event on the arm's way, and every record that tells of it: what one State entered as an export is the other's import. */
export interface ToldEvent {
  readonly from: StateCode | null;
  readonly to: StateCode | null;
  readonly on: PartialDate | undefined;
  readonly records: readonly [PlacedAnswer, ...PlacedAnswer[]];
}

type Records = PlacedAnswer[];

/**
 * What the answers tell, each event once. Records of one transfer are one event: those whose States are the same and whose dates may agree; then, of
 * what is left between two States, an export and the import nearest to it, which contradict each other. It rests on what the records say alone.
 */
export function eventsOf(answers: readonly ChainAnswer[]): readonly ToldEvent[] {
  const placed = answers
    .map(placedOf)
    .sort((one, other) => Number(isWhole(other)) - Number(isWhole(one)) || byContent(one, other));
  const transfers = reconciled(agreeing(placed.filter(({ item }) => moves(item.kind))));
  const others = placed.filter(({ item }) => !moves(item.kind)).map((one) => [one]);
  return [...others, ...transfers].map(eventOf);
}

/** Whether a record of this kind tells of a move between States. */
export function moves(kind: ItemKind): boolean {
  return kind === 'export' || kind === 'import';
}

function placedOf(answer: ChainAnswer): PlacedAnswer {
  const { item, giver } = answer;
  if (!moves(item.kind)) return { ...answer, from: item.state ?? giver, to: null };
  return item.kind === 'export'
    ? { ...answer, from: item.fromState ?? giver, to: item.state ?? null }
    : { ...answer, from: item.fromState ?? null, to: item.state ?? giver };
}

/** Each record goes to the first transfer that it may be of, sooner to one that lacks its kind; with an end unknown, only where no second one is possible. */
function agreeing(records: Records): readonly Records[] {
  const transfers: Records[] = [];
  for (const record of records) {
    const same = transfers.filter((transfer) => transfer.every((other) => mayBeOne(record, other)));
    const equal = same.filter(([first]) => first !== undefined && endsOf(first) === endsOf(record));
    const whole = same.filter(([first]) => first !== undefined && isWhole(first));
    const fitting = equal.length > 0 ? equal : whole.length === 1 ? whole : [];
    const chosen = fitting.find((transfer) => lacks(transfer, record.item.kind)) ?? fitting[0];
    if (chosen) chosen.push(record);
    else transfers.push([record]);
  }
  return transfers;
}

/** Pairs what only one State told with what only the other told of a transfer between the same two, the nearest dates first. */
function reconciled(transfers: readonly Records[]): readonly Records[] {
  const pairs = transfers
    .filter((transfer) => lacks(transfer, 'import'))
    .flatMap((left) =>
      transfers
        .filter((arrived) => lacks(arrived, 'export') && between(left) !== null && between(left) === between(arrived))
        .map((arrived) => ({ left, arrived, apart: Math.abs(monthOf(left) - monthOf(arrived)) })),
    )
    .sort((one, other) => one.apart - other.apart);
  const joined = new Map<Records, Records>();
  const taken = new Set<Records>();
  for (const { left, arrived } of pairs) {
    if (joined.has(left) || taken.has(arrived)) continue;
    joined.set(left, arrived);
    taken.add(arrived);
  }
  return transfers.filter((transfer) => !taken.has(transfer)).map((transfer) => [...transfer, ...(joined.get(transfer) ?? [])]);
}

function mayBeOne(one: PlacedAnswer, other: PlacedAnswer): boolean {
  if (!compatible(one.from, other.from) || !compatible(one.to, other.to)) return false;
  const entry = sameEntry(one, other);
  return entry ?? (one.item.on === undefined || other.item.on === undefined || mayAgree(one.item.on, other.item.on));
}

/** Two entries of one register are two events, and an entry told twice is one; null where the records do not say. */
function sameEntry({ giver, item: { kind, record: one } }: PlacedAnswer, other: PlacedAnswer): boolean | null {
  const { record } = other.item;
  if (giver !== other.giver || kind !== other.item.kind || one?.register !== record?.register) return null;
  return one?.reference === undefined || record?.reference === undefined ? null : one.reference === record.reference;
}

function compatible(one: StateCode | null, other: StateCode | null): boolean {
  return one === null || other === null || one === other;
}

function lacks(transfer: Records, kind: ItemKind): boolean {
  return transfer.every(({ item }) => item.kind !== kind);
}

/** Between which two States; null where one of them is not told. */
function between([first]: Records): string | null {
  return first && isWhole(first) ? endsOf(first) : null;
}

function isWhole({ from, to }: PlacedAnswer): boolean {
  return from !== null && to !== null;
}

function endsOf({ from, to }: PlacedAnswer): string {
  return `${from} ${to}`;
}

function monthOf(transfer: Records): number {
  const [year = Infinity, month = 6] =
    transfer
      .flatMap(({ item: { on } }) => on ?? [])[0]
      ?.split('-')
      .map(Number) ?? [];
  return year * 12 + month;
}

/** The date is the first record's, as exactly as any that agrees with it says it: of a transfer, when it left. */
function eventOf(records: Records): ToldEvent {
  const [first, ...others] = records.sort(byContent) as [PlacedAnswer, ...PlacedAnswer[]];
  const dates = [first, ...others].flatMap(({ item }) => item.on ?? []);
  const on = dates.filter((date) => date.startsWith(dates[0] ?? '')).sort((one, other) => other.length - one.length)[0];
  const known = (end: 'from' | 'to') => [first, ...others].find((record) => record[end] !== null)?.[end] ?? null;
  return { from: known('from'), to: known('to'), on, records: [first, ...others] };
}

const KINDS = Object.keys(ITEM_KINDS);

/** An export before its import, the more exact date before the less exact, the earlier before the later; ids tell only records apart that say the same. */
function byContent(one: PlacedAnswer, other: PlacedAnswer): number {
  return (
    KINDS.indexOf(one.item.kind) - KINDS.indexOf(other.item.kind) ||
    (other.item.on?.length ?? 0) - (one.item.on?.length ?? 0) ||
    inOrder(one.item.on ?? '', other.item.on ?? '') ||
    inOrder(wordsOf(one), wordsOf(other)) ||
    inOrder(`${one.requestId}/${one.number}`, `${other.requestId}/${other.number}`)
  );
}

/** Not by `localeCompare`: the same on every machine. */
function inOrder(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function wordsOf({ from, to, giver, item }: PlacedAnswer): string {
  return JSON.stringify([from, to, giver, item]);
}
