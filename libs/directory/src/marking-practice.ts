import type { StateCode } from '@tracedesk/kernel';

/** Kinds of mark that a State tells of: the words of a firearm's markings, with the serial number and the import mark. */
export const PRACTICE_KINDS = [
  'serial_number',
  'import_mark',
  'maker',
  'model',
  'country_of_manufacture',
  'proof',
  'patent',
  'assembly',
  'stock_transfer',
  'force_property',
  'deactivation',
  'symbol',
  'other',
] as const;
export type PracticeKind = (typeof PRACTICE_KINDS)[number];

/** How a State marks arms (ITI 31(b)): what a stranger needs to recognise the mark. */
export interface MarkingPractice extends PracticeDetails {
  readonly id: string;
  readonly state: StateCode;
  readonly version: number;
  readonly updatedAt: Date;
}

export interface PracticeDetails {
  readonly kind: PracticeKind;
  /** What it looks like, in words. */
  readonly looksLike: string;
  readonly example: string | null;
  /** Where on the arm it is put. */
  readonly place: string | null;
  readonly sinceYear: number | null;
  readonly untilYear: number | null;
  readonly source: string;
}

export interface PracticeSearch {
  readonly q?: string;
  readonly kind?: PracticeKind;
  readonly state?: StateCode;
}
