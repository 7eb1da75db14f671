import type { StateCode } from '@tracedesk/kernel';

/** What a State says, or why it cannot say it: ITI 17 asks "to the extent possible", so a blank is never an answer. */
export type Stated<T> = { readonly value: T } | { readonly unknownBecause: string };

/** Types of small arms (ITI 4(a)) and light weapons (ITI 4(b)). */
export const FIREARM_TYPES = {
  revolver: '4(a)',
  self_loading_pistol: '4(a)',
  rifle: '4(a)',
  carbine: '4(a)',
  shotgun: '4(a)',
  sub_machine_gun: '4(a)',
  assault_rifle: '4(a)',
  light_machine_gun: '4(a)',
  other_small_arm: '4(a)',
  heavy_machine_gun: '4(b)',
  grenade_launcher: '4(b)',
  portable_anti_aircraft_gun: '4(b)',
  portable_anti_tank_gun: '4(b)',
  recoilless_rifle: '4(b)',
  portable_anti_tank_missile_launcher: '4(b)',
  portable_anti_aircraft_missile_launcher: '4(b)',
  mortar_under_100_mm: '4(b)',
  other_light_weapon: '4(b)',
} as const satisfies Record<string, '4(a)' | '4(b)'>;
export type FirearmType = keyof typeof FIREARM_TYPES;

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
export type MarkingKind = (typeof MARKING_KINDS)[number];

/** An import mark (ITI 8(b)): the importing State and, where it is marked, the year. Listed in the order read. */
export interface ImportMark {
  readonly state: StateCode;
  readonly year?: number;
}

export interface Marking {
  readonly kind: MarkingKind;
  /** Exactly as read: evidence, never changed. */
  readonly text: string;
  readonly place: MarkingPlace;
}

/**
 * One firearm as the requesting State describes it (ITI 17(b): markings, type, calibre and other relevant information).
 * Texts are the officer's reading, exactly as read.
 */
export interface FirearmDescription {
  readonly type?: Stated<FirearmType>;
  readonly calibre?: Stated<string>;
  readonly serialNumber?: Stated<string>;
  readonly serialNumberPlace?: MarkingPlace;
  readonly make?: string;
  readonly model?: string;
  readonly countryOfManufacture?: StateCode;
  readonly yearOfManufacture?: number;
  readonly importMarks?: readonly ImportMark[];
  readonly markings?: readonly Marking[];
}

/** Whether something was said: a value, or the reason why there is none. */
export function isStated(stated: Stated<unknown> | undefined): boolean {
  if (stated === undefined) return false;
  return 'value' in stated ? !isBlank(stated.value) : !isBlank(stated.unknownBecause);
}

/** The value said, or `undefined` when it is unknown or not said. */
export function valueOf<T>(stated: Stated<T> | undefined): T | undefined {
  return stated !== undefined && 'value' in stated ? stated.value : undefined;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'string' && value.trim() === '');
}
