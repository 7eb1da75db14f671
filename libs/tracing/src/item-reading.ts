import { mayUse, nameOfDiversion, type InformationName, type UseConditions, type UseRule } from '@tracedesk/confidentiality/core';
import { serialMatchOf, type SerialMatch } from './confidence.js';
import { numberedItems } from './conflicts.js';
import type { PointOfDiversion, ResponseItem } from './response-item.js';
import { leadingTo, type ResponseContent } from './response.js';
import { NOTHING_READ, readFor, type ReadOnPart } from './serial-read.js';

/** An item by its number, and the rule by which its reader is shown it, or is not. */
export interface RuledItem {
  readonly number: InformationName;
  readonly rule: UseRule;
}

/** An item that its reader is not shown for the purpose stated, and the rule that keeps it back. */
export type WithheldItem = RuledItem;

export interface ItemReading {
  readonly content: ResponseContent;
  /** The rule that each item rests on. */
  readonly rules: readonly RuledItem[];
  readonly withheld: readonly WithheldItem[];
}

/** What one reader is shown of a response. A withheld item keeps its place, its kind and its conditions: the reader learns that it is there, and for what it may be read. */
export function readingOf(
  round: number,
  content: ResponseContent,
  ruleOf: (conditions: UseConditions, name: InformationName) => UseRule,
): ItemReading {
  const ruled = numberedItems([{ round, items: content.items }]).map((each) => ({
    ...each,
    rule: ruleOf(each.item, each.number),
  }));
  const { pointOfDiversion, ...rest } = content;
  const end = pointOfDiversion ? diversionRule(round, pointOfDiversion, ruled, ruleOf) : null;
  const all = end ? [...ruled, { number: nameOfDiversion(round), rule: end }] : ruled;
  const rules = all.map(({ number, rule }) => ({ number, rule }));
  return {
    content: {
      ...rest,
      ...(end && mayUse(end) && { pointOfDiversion }),
      items: ruled.map(({ item, rule }) => (mayUse(rule) ? item : blank(item))),
    },
    rules,
    withheld: rules.filter(({ rule }) => !mayUse(rule)),
  };
}

/** It is kept back by its own conditions, and with any item that leads to it. */
function diversionRule(
  round: number,
  { restrictions = [], purposes }: PointOfDiversion,
  ruled: readonly { readonly item: ResponseItem; readonly rule: UseRule }[],
  ruleOf: (conditions: UseConditions, name: InformationName) => UseRule,
): UseRule {
  const own = ruleOf({ restrictions, purposes }, nameOfDiversion(round));
  const leading = leadingTo(ruled.map(({ item }) => item));
  const kept = ruled.find(({ item, rule }) => leading.includes(item) && !mayUse(rule));
  return mayUse(own) && kept ? kept.rule : own;
}

/** How the serial numbers of the records shown compare with the one read: worked out anew at each reading, and stored nowhere. */
export function serialMatchesIn(
  round: number,
  { items }: ResponseContent,
  read: string | undefined,
  onPart: ReadOnPart = NOTHING_READ,
): ReadonlyMap<InformationName, SerialMatch> {
  return new Map(
    numberedItems([{ round, items }]).flatMap(({ number, item }) => {
      const match = serialMatchOf(item.record?.serial, readFor(item, read, onPart));
      return match === null ? [] : [[number, match] as const];
    }),
  );
}

/** Names every field that stays: one that is added later is withheld until somebody decides otherwise. */
function blank({ kind, restrictions, authorities, purposes, evidentialUse, replaces }: ResponseItem): ResponseItem {
  return {
    kind,
    details: '',
    restrictions,
    ...(authorities && { authorities }),
    ...(purposes && { purposes }),
    ...(evidentialUse && { evidentialUse }),
    ...(replaces !== undefined && { replaces }),
  };
}
