import type { StateCode } from '@tracedesk/kernel';
import { mayAgree, monthsFrom } from './partial-date.js';
import { happensOnce, PARTY_ROLES, partOf, type ItemParty, type PartyRole, type ResponseItem } from './response-item.js';

/** An item under the number it is known by: `2.1` is the first of the second response. */
export interface NumberedItem {
  readonly number: string;
  readonly item: ResponseItem;
  /** Where the items are of several States: whose it is. */
  readonly giver?: StateCode;
}

/** The items of all responses, each under its number. */
export function numberedItems(
  responses: readonly { readonly round: number; readonly items: readonly ResponseItem[] }[],
): readonly NumberedItem[] {
  return responses.flatMap(({ round, items }) => items.map((item, index) => ({ number: `${round}.${index + 1}`, item })));
}

export const CONFLICT_SUBJECTS = ['date', 'from_state', 'state', 'party', 'serial'] as const;
export type ConflictSubject = (typeof CONFLICT_SUBJECTS)[number];

/** Two items that tell the same event differently. Neither is dropped: both stand side by side, and a person decides. */
export interface Conflict {
  readonly between: readonly [string, string];
  readonly about: readonly ConflictSubject[];
}

/** Every pair of items that contradict each other, in the order of the items. */
export function conflictsIn(items: readonly NumberedItem[]): readonly Conflict[] {
  return items.flatMap((one, index) =>
    items.slice(index + 1).flatMap((other) => {
      return sameEvent(one, other) ? differences(one, other, DIFFERS) : [];
    }),
  );
}

/** What one State's export and another's import of the same transfer tell differently, if anything. */
export function contradictions(one: NumberedItem, other: NumberedItem): readonly Conflict[] {
  return differences(one, other, { ...DIFFERS, date: datesOfTransferDiffer });
}

/** An arm is exported more than once: two exports are one event only if the record, or its date and where it left from, say so. */
function sameEvent(one: NumberedItem, other: NumberedItem): boolean {
  const [{ kind, on }, that] = [one.item, other.item];
  if (kind !== that.kind || partOf(one.item) !== partOf(that)) return false;
  if (happensOnce(kind) || sameRecord(one, other)) return true;
  return on !== undefined && that.on !== undefined && mayAgree(on, that.on) && sameOrigin(one.item, that);
}

/** An import may not say where it came from: then it is one event only if it arrived in one State. */
function sameOrigin({ kind, fromState, state }: ResponseItem, other: ResponseItem): boolean {
  return fromState === other.fromState && (kind !== 'import' || fromState !== undefined || state === other.state);
}

function sameRecord({ giver, item: { record: one } }: NumberedItem, { giver: otherGiver, item }: NumberedItem): boolean {
  const { record: other } = item;
  if (giver !== otherGiver) return false;
  return one?.reference !== undefined && one.register === other?.register && one.reference === other.reference;
}

type Differs = Readonly<Record<ConflictSubject, (one: ResponseItem, other: ResponseItem) => boolean>>;
const DIFFERS: Differs = {
  date: ({ on: one }, { on: other }) => one !== undefined && other !== undefined && !mayAgree(one, other),
  from_state: ({ fromState: one }, { fromState: other }) => bothSaid(one, other),
  state: ({ state: one }, { state: other }) => bothSaid(one, other),
  party: ({ parties: ones = [] }, { parties: others = [] }) =>
    PARTY_ROLES.some((role) => namesOthers(role, ones, others) && namesOthers(role, others, ones)),
  serial: ({ record: one }, { record: other }) => bothSaid(one?.serial, other?.serial),
};

function differences(one: NumberedItem, other: NumberedItem, differs: Differs): readonly Conflict[] {
  const about = CONFLICT_SUBJECTS.filter((subject) => differs[subject](one.item, other.item));
  return about.length === 0 ? [] : [{ between: [one.number, other.number], about }];
}

/** How long after it left an arm may arrive without anybody having to ask. The desk's own measure: no rule names one. */
export const MONTHS_UNDER_WAY = 3;

function datesOfTransferDiffer(one: ResponseItem, other: ResponseItem): boolean {
  const [left, arrived] = one.kind === 'export' ? [one.on, other.on] : [other.on, one.on];
  if (left === undefined || arrived === undefined || mayAgree(left, arrived)) return false;
  const under = monthsFrom(left, arrived);
  return under === null || arrived < left || under > MONTHS_UNDER_WAY;
}

function bothSaid(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

/** Whether the one names somebody in that role whom the other does not: a record that names fewer only says less. */
function namesOthers(role: PartyRole, ones: readonly ItemParty[], others: readonly ItemParty[]): boolean {
  const known = others.filter((party) => party.role === role).map(({ name }) => fold(name));
  return ones.some((party) => party.role === role && !known.includes(fold(party.name)));
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
