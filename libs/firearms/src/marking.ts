import type { StateCode } from '@tracedesk/kernel';
import type { MarkReading } from './mark-reading.js';

/** Where on the arm a text was read. The frame or receiver is the primary reference (ITI 10). */
export const MARKING_PLACES = [
  'frame_or_receiver',
  'barrel',
  'slide_or_bolt',
  'cylinder',
  'magazine',
  'stock_or_grip',
  'other',
] as const;
export type MarkingPlace = (typeof MARKING_PLACES)[number];

/** Kinds of marking besides the serial number and import marks. */
export const MARKING_KINDS = [
  'maker',
  'model',
  'calibre',
  'year',
  'country_of_manufacture',
  'importer',
  'proof',
  'patent',
  'assembly',
  'stock_transfer',
  'force_property',
  'rack',
  'deactivation',
  'symbol',
  'matrix_code',
  'rfid',
  'other',
] as const;
export type MarkingKind = (typeof MARKING_KINDS)[number];

/** Who imported, as marked: the address says nothing of where the arm was made. */
export interface Importer {
  readonly name?: string;
  readonly place?: string;
  /** The State of the address. */
  readonly state?: StateCode;
}

/** An import mark (ITI 8(b)): the importing State and, where they are marked, year and importer. Listed in the order read. */
export interface ImportMark {
  readonly state: StateCode;
  readonly year?: number;
  /** The mark exactly as read. */
  readonly text?: string;
  readonly importer?: Importer;
}

export interface Marking extends MarkReading {
  readonly kind: MarkingKind;
  /** Exactly as read: evidence, never changed. */
  readonly text: string;
  readonly place: MarkingPlace;
  /** The State a mark names: of a proof house, of a deactivation stamp, of an importer's address. */
  readonly state?: StateCode;
  readonly year?: number;
  /** Put on after the arm was seized (ITI 9): it says nothing of where the arm comes from. */
  readonly addedAfterSeizure?: boolean;
}

/** The marks that were on the arm when it was found: those put on since are kept, and lead nowhere. */
export function marksOfFind(markings: readonly Marking[] = []): readonly Marking[] {
  return markings.filter(({ addedAfterSeizure }) => addedAfterSeizure !== true);
}
