import type { StateCode } from '@tracedesk/kernel';
import type { Component } from './component.js';
import type { FirearmAction, FirearmType } from './firearm-type.js';
import type { MarkReading } from './mark-reading.js';
import type { ImportMark, Marking, MarkingPlace } from './marking.js';
import type { OriginClass } from './origin-class.js';
import { isStated, type Stated } from './stated.js';

/** How the arm is marked (ITI 8(a)): maker, country and serial number, or simple symbols with a code that tell the country. */
export const MARKING_SCHEMES = ['name_country_serial', 'symbol_and_code'] as const;
export type MarkingScheme = (typeof MARKING_SCHEMES)[number];

/** What the country of manufacture is taken from. */
export const COUNTRY_BASES = ['mark', 'reference_table', 'presumed'] as const;
export type CountryBasis = (typeof COUNTRY_BASES)[number];

/** What has become of the arm itself (ITI 9). */
export const OBJECT_STATUSES = ['held', 'destroyed', 'returned'] as const;
export type ObjectStatus = (typeof OBJECT_STATUSES)[number];

/** Where the arm is now, and under which numbers it lies there. */
export interface Custody {
  readonly status?: ObjectStatus;
  readonly exhibitNumber?: string;
  readonly laboratoryReport?: string;
}

/**
 * One firearm as the requesting State describes it (ITI 17(b): markings, type, calibre and other relevant information).
 * Texts are the officer's reading, exactly as read; what is worked out from them (a normalised calibre, search keys) is never stored in their place.
 */
export interface FirearmDescription {
  readonly type?: Stated<FirearmType>;
  readonly action?: FirearmAction;
  /** Fires on as long as the trigger is held. */
  readonly automatic?: boolean;
  readonly calibre?: Stated<string>;
  readonly markingScheme?: MarkingScheme;
  /** The number, or with symbols the code. */
  readonly serialNumber?: Stated<string>;
  readonly serialNumberPlace?: MarkingPlace;
  readonly serialNumberReading?: MarkReading;
  readonly make?: string;
  readonly model?: string;
  readonly countryOfManufacture?: StateCode;
  readonly countryBasis?: CountryBasis;
  readonly yearOfManufacture?: number;
  readonly originClass?: OriginClass;
  /** What it was before, of an arm made from another. */
  readonly originalType?: string;
  readonly components?: readonly Component[];
  readonly importMarks?: readonly ImportMark[];
  readonly markings?: readonly Marking[];
  readonly custody?: Custody;
}

/**
 * Whether the markings are told (ITI 17(b)): the serial number or why it is unknown, or symbols with a code (8(a)).
 * The maker's name is never asked unconditionally: a symbol scheme has none.
 */
export function markingsStated({ serialNumber, markingScheme, markings = [] }: FirearmDescription): boolean {
  return isStated(serialNumber) || (markingScheme === 'symbol_and_code' && markings.some(({ kind }) => kind === 'symbol'));
}
