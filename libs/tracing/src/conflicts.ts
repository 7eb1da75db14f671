import { mayAgree } from './partial-date.js';
import { happensOnce, type ItemParty, type ResponseItem } from './response-item.js';

/** An item under the number it is known by: `2.1` is the first of the second response. */
export interface NumberedItem {
  readonly number: string;
  readonly item: ResponseItem;
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
      const about = sameEvent(one.item, other.item) ? differences(one.item, other.item) : [];
      return about.length === 0 ? [] : [{ between: [one.number, other.number], about } as const];
    }),
  );
}

/** An arm is exported more than once: two exports are one event only if the record, or its date and where it left from, say so. */
function sameEvent(one: ResponseItem, other: ResponseItem): boolean {
  if (one.kind !== other.kind) return false;
  if (happensOnce(one.kind) || sameRecord(one, other)) return true;
  return one.on !== undefined && other.on !== undefined && mayAgree(one.on, other.on) && one.fromState === other.fromState;
}

function sameRecord({ record: one }: ResponseItem, { record: other }: ResponseItem): boolean {
  return one?.reference !== undefined && one.register === other?.register && one.reference === other.reference;
}

const DIFFERS: Readonly<Record<ConflictSubject, (one: ResponseItem, other: ResponseItem) => boolean>> = {
  date: ({ on: one }, { on: other }) => one !== undefined && other !== undefined && !mayAgree(one, other),
  from_state: ({ fromState: one }, { fromState: other }) => bothSaid(one, other),
  state: ({ state: one }, { state: other }) => bothSaid(one, other),
  party: ({ parties: ones = [] }, { parties: others = [] }) =>
    ones.some((one) => inRole(others, one).length > 0 && inRole(others, one).every(({ name }) => fold(name) !== fold(one.name))),
  serial: ({ record: one }, { record: other }) => bothSaid(one?.serial, other?.serial),
};

function differences(one: ResponseItem, other: ResponseItem): readonly ConflictSubject[] {
  return CONFLICT_SUBJECTS.filter((subject) => DIFFERS[subject](one, other));
}

function bothSaid(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function inRole(parties: readonly ItemParty[], { role }: ItemParty): readonly ItemParty[] {
  return parties.filter((party) => party.role === role);
}

function fold(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}
