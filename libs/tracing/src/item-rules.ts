import { matchOf } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { exceedsBasis, isHearsay, unsupportedBasis } from './confidence.js';
import { no } from './errors.js';
import { FINDINGS, suits, type EvidentialUse, type ResponseItem } from './response-item.js';
import { NOTHING_READ, readFor, type ReadOnPart } from './serial-read.js';
import { advisesFollowUp, endsTheTrace, type ResponseContent } from './response.js';

type ItemRule = (item: ResponseItem, field: string) => Denial | null;

/** What every item keeps to, whichever act brings it. */
const ITEM_RULES: readonly ItemRule[] = [
  ({ kind, finding }, field) =>
    finding === undefined || (FINDINGS[finding].of === 'item' && suits(kind, finding))
      ? null
      : no('FINDING_NOT_APPLICABLE', `${field}.finding`, '21', { kind, found: finding }),
  ({ finding, state }, field) =>
    finding !== undefined && advisesFollowUp(finding) && state === undefined
      ? no('NEXT_STATE_REQUIRED', `${field}.state`, '5', { finding })
      : null,
  ({ kind, attachments = [] }, field) =>
    attachments.length > 0 && kind !== 'document' ? no('FILES_NOT_APPLICABLE', `${field}.attachments`, '21', { kind }) : null,
  ({ authorities = [], restrictions }, field) =>
    authorities.length > 0 && !restrictions.includes('15a')
      ? no('AUTHORITIES_NOT_APPLICABLE', `${field}.authorities`, '15(a)')
      : null,
  ({ purposes = [], restrictions }, field) =>
    purposes.length > 0 && !restrictions.includes('15b') ? no('PURPOSES_NOT_APPLICABLE', `${field}.purposes`, '15(b)') : null,
  ({ purposes = [], evidentialUse }, field) =>
    purposes.length > 0 && evidentialUse !== undefined && contradicts(evidentialUse, purposes.includes('prosecution'))
      ? no('EVIDENTIAL_USE_CONTRADICTS_PURPOSES', `${field}.evidentialUse`, '15(b)', { found: evidentialUse })
      : null,
  exceedsBasis,
];

/** Courts permitted without the purpose of prosecution, or that purpose where courts are excluded; leave to be asked for suits both. */
function contradicts(evidentialUse: EvidentialUse, prosecution: boolean): boolean {
  return prosecution ? evidentialUse === 'not_permitted' : evidentialUse === 'permitted';
}

/** Why these items cannot be given, or null: each by itself, then all together. */
export function itemsDenial(
  { items, pointOfDiversion }: ResponseContent,
  paragraph: '18' | '21',
  details?: Denial['details'],
): Denial | null {
  if (items.length === 0) return no('ITEMS_REQUIRED', 'items', paragraph, details);
  for (const [index, item] of items.entries()) {
    for (const rule of ITEM_RULES) {
      const denial = rule(item, `items.${index}`);
      if (denial) return denial;
    }
  }
  const findings = items.flatMap(({ finding }) => finding ?? []);
  if (paragraph === '21' && findings.length === 0) return no('ITEM_FINDING_REQUIRED', 'items.0.finding', '21', details);
  if (pointOfDiversion?.purposes && !pointOfDiversion.restrictions?.includes('15b'))
    return no('PURPOSES_NOT_APPLICABLE', 'pointOfDiversion.purposes', '15(b)');
  return findings.includes('TRACED_TO_POINT_OF_DIVERSION') && !pointOfDiversion
    ? no('POINT_OF_DIVERSION_REQUIRED', 'pointOfDiversion', '5')
    : null;
}

/**
 * Beside the finding that there is no record, items tell only what somebody stated, and how sure of it the giver is: they are marked as hearsay, for nothing
 * else tells them from a record (18: reliable).
 */
export function hearsayDenial({ items }: ResponseContent): Denial | null {
  for (const [index, item] of items.entries()) {
    if (item.confidence === undefined) return no('CONFIDENCE_REQUIRED', `items.${index}.confidence`, '18');
    if (!isHearsay(item))
      return no('HEARSAY_REQUIRED', `items.${index}.confidenceBasis`, '18', { found: item.confidenceBasis?.join(', ') ?? '' });
  }
  return null;
}

/** Where it became illicit is told by tracing only with an item that leads there (5, indicator 16.4.2); an authority's own finding needs none. */
export function diversionDenial({ items, pointOfDiversion }: ResponseContent): Denial | null {
  if (pointOfDiversion?.basis !== 'tracing' || items.some(endsTheTrace)) return null;
  return no('DIVERSION_WITHOUT_TRACE', 'pointOfDiversion.basis', '5');
}

/**
 * A record with another serial number than the one read is told of only after an officer has looked at both: O and 0 are confused on metal,
 * and so are two arms. Without a reading, or with the same number, there is nothing to confirm.
 */
export function recordSerialDenial(
  { items }: ResponseContent,
  readOnFirearm: string | undefined,
  onPart: ReadOnPart = NOTHING_READ,
): Denial | null {
  const index = items.findIndex((item) => {
    const { record } = item;
    const read = readFor(item, readOnFirearm, onPart);
    return read !== undefined && record?.serial !== undefined && !record.matchConfirmed && differs(record.serial, read);
  });
  const found = items[index];
  if (!found) return null;
  const match = matchOf(found.record?.serial ?? '', readFor(found, readOnFirearm, onPart) ?? '');
  return no('MATCH_NOT_CONFIRMED', `items.${index}.record.matchConfirmed`, '17(b)', { match: match ?? 'none' });
}

/** An item that claims to rest on a match which the serial numbers, of its record and as read, do not show. */
export function basisDenial(
  { items }: ResponseContent,
  readOnFirearm: string | undefined,
  onPart: ReadOnPart = NOTHING_READ,
): Denial | null {
  for (const [index, item] of items.entries()) {
    const denial = unsupportedBasis(item, readFor(item, readOnFirearm, onPart), `items.${index}`);
    if (denial) return denial;
  }
  return null;
}

function differs(recorded: string, read: string): boolean {
  return matchOf(recorded, read) !== 'exact';
}
