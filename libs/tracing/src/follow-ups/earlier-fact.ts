import type { ComponentPart } from '@tracedesk/firearms/core';
import type { StateCode } from '@tracedesk/kernel';
import { isHearsay } from '../confidence.js';
import type { ToldFact } from '../onward.js';
import type { PartialDate } from '../partial-date.js';
import type { GivenConditions, ItemKind, ItemParty } from '../response-item.js';
import type { CarriedConsent } from './carried-consent.js';

/** What an earlier answer told and its giver lets travel on. The desk puts it into a question; nobody types it, and free text never travels by itself. */
export interface EarlierFact {
  readonly giver: StateCode;
  readonly kind: ItemKind | 'point_of_diversion';
  readonly on?: PartialDate;
  readonly component?: ComponentPart;
  /** It rests on nothing but what somebody stated. */
  readonly isHearsay?: true;
  readonly fromState?: StateCode;
  readonly state?: StateCode;
  readonly party?: Pick<ItemParty, 'role' | 'name' | 'address' | 'state'>;
  /** What its giver attached, each by itself: it binds the next State as it bound the one before (15). None of those put there before conditions travelled. */
  readonly conditions?: readonly GivenConditions[];
  /** Where it is here by its giver's consent: what the giver said with it. */
  readonly consent?: CarriedConsent;
}

/** The fact as the next State reads it: a party by itself says nothing of an item that may not travel. */
export function earlierFactOf(fact: ToldFact): EarlierFact {
  const { giver, conditions } = fact;
  if ('diversion' in fact) {
    const { on, state } = fact.diversion;
    return { giver, kind: 'point_of_diversion', ...(on && { on }), ...(state && { state }), conditions };
  }
  const { item, party } = fact;
  const marks = { ...(item.component && { component: item.component }), ...(isHearsay(item) && { isHearsay: true as const }) };
  if (party) {
    const { role, name, address, state } = party;
    return {
      giver,
      kind: item.kind,
      ...marks,
      party: { role, name, ...(address && { address }), ...(state && { state }) },
      conditions,
    };
  }
  const { kind, on, fromState, state } = item;
  return { giver, kind, ...marks, ...(on && { on }), ...(fromState && { fromState }), ...(state && { state }), conditions };
}
