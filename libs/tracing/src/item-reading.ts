import { mayUse, type InformationName, type UseRule } from '@tracedesk/confidentiality/core';
import { serialMatchOf, type SerialMatch } from './confidence.js';
import { numberedItems } from './conflicts.js';
import type { ResponseItem } from './response-item.js';
import type { ResponseContent } from './response.js';

/** An item that its reader is not shown for the purpose stated: its number, and the rule that keeps it back. */
export interface WithheldItem {
  readonly number: InformationName;
  readonly rule: UseRule;
}

export interface ItemReading {
  readonly content: ResponseContent;
  readonly withheld: readonly WithheldItem[];
}

/** What one reader is shown of a response. A withheld item keeps its place, its kind and its conditions: the reader learns that it is there, and for what it may be read. */
export function readingOf(
  round: number,
  content: ResponseContent,
  ruleOf: (item: ResponseItem, name: InformationName) => UseRule,
): ItemReading {
  const ruled = numberedItems([{ round, items: content.items }]).map((each) => ({
    ...each,
    rule: ruleOf(each.item, each.number),
  }));
  return {
    content: { ...content, items: ruled.map(({ item, rule }) => (mayUse(rule) ? item : blank(item))) },
    withheld: ruled.filter(({ rule }) => !mayUse(rule)).map(({ number, rule }) => ({ number, rule })),
  };
}

/** How the serial numbers of the records shown compare with the one read: worked out anew at each reading, and stored nowhere. */
export function serialMatchesIn(
  round: number,
  { items }: ResponseContent,
  read: string | undefined,
): ReadonlyMap<InformationName, SerialMatch> {
  return new Map(
    numberedItems([{ round, items }]).flatMap(({ number, item }) => {
      const match = serialMatchOf(item.record?.serial, read);
      return match === null ? [] : [[number, match] as const];
    }),
  );
}

/** Names every field that stays: one that is added later is withheld until somebody decides otherwise. */
function blank({ kind, restrictions, purposes, evidentialUse, replaces }: ResponseItem): ResponseItem {
  return {
    kind,
    details: '',
    restrictions,
    ...(purposes && { purposes }),
    ...(evidentialUse && { evidentialUse }),
    ...(replaces !== undefined && { replaces }),
  };
}
