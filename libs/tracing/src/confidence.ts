import { matchOf, SERIAL_KEY_CLASSES, SERIAL_KEY_CLASS_NAMES } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';

/** How sure the giver is that what it tells is of the firearm asked about, the surest first. */
export const CONFIDENCES = ['confirmed', 'probable', 'possible'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** How the serial number of a record and the one read compare, the closest first. */
export const SERIAL_MATCHES = [...SERIAL_KEY_CLASS_NAMES, 'none'] as const;
export type SerialMatch = (typeof SERIAL_MATCHES)[number];

interface BasisRule {
  /** The most that it can carry by itself. */
  readonly atMost: Confidence;
  /** Of a basis that is a match by serial number: how closely the two have to agree. */
  readonly matches?: readonly SerialMatch[];
  /** It is the word of an officer who compared the two. */
  readonly confirmed?: true;
}

/** The two are likely one number: what differs is how it was read or written. */
const ALIKE = SERIAL_KEY_CLASS_NAMES.filter((name) => SERIAL_KEY_CLASSES[name].certainty !== 'possible');

/** What a confidence rests on: how the record was found, and what was looked at. */
export const CONFIDENCE_BASES = {
  serial_exact: { atMost: 'confirmed', matches: ['exact'] },
  officer_comparison: { atMost: 'confirmed', confirmed: true },
  serial_alike: { atMost: 'probable', matches: ALIKE },
  other_marks: { atMost: 'probable' },
  serial_partial: { atMost: 'possible', matches: SERIAL_KEY_CLASS_NAMES },
  make_and_model: { atMost: 'possible' },
  statement: { atMost: 'possible' },
} as const satisfies Record<string, BasisRule>;
export type ConfidenceBasis = keyof typeof CONFIDENCE_BASES;

/** The most confidence that can rest on all of these together: as much as the best of them carries. */
export function mostOn(bases: readonly ConfidenceBasis[]): Confidence | null {
  return CONFIDENCES.find((one) => bases.some((basis) => CONFIDENCE_BASES[basis].atMost === one)) ?? null;
}

/** Whether an item rests on nothing but what somebody stated. */
export function isHearsay({ confidenceBasis = [] }: Pick<ConfidenceSaid, 'confidenceBasis'>): boolean {
  return confidenceBasis.length > 0 && confidenceBasis.every((basis) => basis === 'statement');
}

/** How the two serial numbers compare; null where one of them is missing. */
export function serialMatchOf(recorded: string | undefined, read: string | undefined): SerialMatch | null {
  return recorded === undefined || read === undefined ? null : (matchOf(recorded, read) ?? 'none');
}

/** What an item says of how sure it is, and what that can be held against. */
export interface ConfidenceSaid {
  readonly confidence?: Confidence;
  readonly confidenceBasis?: readonly ConfidenceBasis[];
  readonly record?: { readonly serial?: string; readonly matchConfirmed?: boolean };
}

/** Whether an item is surer than what it rests on lets it be. */
export function exceedsBasis({ confidence, confidenceBasis = [] }: ConfidenceSaid, field: string): Denial | null {
  const most = mostOn(confidenceBasis);
  if (confidence === undefined || most === null || CONFIDENCES.indexOf(confidence) >= CONFIDENCES.indexOf(most)) return null;
  return no('CONFIDENCE_EXCEEDS_BASIS', `${field}.confidence`, '18', { found: confidence, most });
}

/** Whether an item claims a basis that its own record, held against the serial number read, does not bear out. */
export function unsupportedBasis(
  { confidenceBasis = [], record }: ConfidenceSaid,
  read: string | undefined,
  field: string,
): Denial | null {
  const match = serialMatchOf(record?.serial, read);
  const unsupported = confidenceBasis.find((basis) => {
    const { matches, confirmed }: BasisRule = CONFIDENCE_BASES[basis];
    if (confirmed) return record?.matchConfirmed !== true;
    return matches !== undefined && (match === null || !matches.includes(match));
  });
  if (!unsupported) return null;
  return no('CONFIDENCE_BASIS_UNSUPPORTED', `${field}.confidenceBasis`, '18', { found: unsupported, match: match ?? 'none' });
}
