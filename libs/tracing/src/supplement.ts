import type { Denial } from '@tracedesk/kernel';
import type { NumberedItem } from './conflicts.js';
import { no } from './errors.js';
import type { ResponseContent, ResponseKind } from './response.js';
import type { LatestResponse } from './tracing-request.js';

// A response given is never changed: items are added, and an item that corrects an earlier one names it. Both stay (ITI 18: reliable).

/** How a response came about: given, given while clarifying it, or added after the fact. */
export const RESPONSE_ACTS = ['responded', 'clarified', 'supplemented'] as const;
export type ResponseAct = (typeof RESPONSE_ACTS)[number];

/** What a supplement may say the whole response has become. */
export const SUPPLEMENTED_KINDS = ['full', 'partial'] as const;
export type SupplementedKind = (typeof SUPPLEMENTED_KINDS)[number];

/** What a response is once it has further items, where nothing else is said: the rest stays withheld, or unknown, as before. */
const KIND_WITH_ITEMS: Readonly<Record<ResponseKind, ResponseKind>> = {
  full: 'full',
  partial: 'partial',
  restricted: 'restricted',
  refused: 'restricted',
  no_record: 'partial',
};

export function supplemented({ kind: before, ground }: LatestResponse, said?: SupplementedKind): LatestResponse {
  const kind = said ?? KIND_WITH_ITEMS[before];
  return { kind, finding: null, ground: kind === 'restricted' ? ground : null };
}

/** Which items no longer count, and the number of the item that replaces each. */
export function replacementsIn(given: readonly NumberedItem[]): ReadonlyMap<string, string> {
  return new Map(
    given.flatMap(({ number, item: { replaces } }) => (replaces === undefined ? [] : [[replaces, number] as const])),
  );
}

/** The items that count: all that no later one replaces. */
export function standingItems(given: readonly NumberedItem[]): readonly NumberedItem[] {
  const replaced = replacementsIn(given);
  return given.filter(({ number }) => !replaced.has(number));
}

/** A correction names an item that was given before and still counts. */
export function correctionDenial({ items }: ResponseContent, given: readonly NumberedItem[]): Denial | null {
  const known = new Set(given.map(({ number }) => number));
  const replaced = new Map(replacementsIn(given));
  for (const [index, { replaces }] of items.entries()) {
    if (replaces === undefined) continue;
    const field = `items.${index}.replaces`;
    if (!known.has(replaces)) return no('ITEM_UNKNOWN', field, '18', { found: replaces });
    const by = replaced.get(replaces);
    if (by !== undefined) return no('ITEM_REPLACED_BEFORE', field, '18', { found: replaces, by });
    replaced.set(replaces, field);
  }
  return null;
}
