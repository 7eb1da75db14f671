import { valueOf, type Stated } from './stated.js';
import type { MarkReading } from './mark-reading.js';
import { readSerial } from './serial-reading.js';

/** Parts that bear marks of their own. The frame or receiver comes first: it is the primary reference (ITI 10). */
export const COMPONENT_PARTS = [
  'frame_or_receiver',
  'upper_receiver',
  'barrel',
  'slide',
  'bolt_or_breech_block',
  'bolt_carrier',
  'cylinder',
  'trigger_assembly',
  'magazine',
  'stock',
  'silencer',
  'other',
] as const;
export type ComponentPart = (typeof COMPONENT_PARTS)[number];

/** A part with its own number and marks. Numbers that differ from one another are kept as they are: they are a lead, not an error. */
export interface Component extends MarkReading {
  readonly part: ComponentPart;
  readonly serialNumber?: Stated<string>;
  readonly make?: string;
  /** Other marks on the part, exactly as read. */
  readonly marks?: string;
}

/** The parts with the frame or receiver first; those of one kind stay in the order given. */
export function frameFirst(components: readonly Component[] = []): readonly Component[] {
  const rank = ({ part }: Component): number => COMPONENT_PARTS.indexOf(part);
  return [...components].sort((one, other) => rank(one) - rank(other));
}

/** The parts whose number is another than the firearm's: composite arms, changed barrels. */
export function differingComponents(
  serialNumber: Stated<string> | undefined,
  components: readonly Component[] = [],
): readonly Component[] {
  const own = valueOf(serialNumber);
  if (own === undefined) return [];
  const expected = readSerial(own).normalised;
  return components.filter((component) => {
    const number = valueOf(component.serialNumber);
    return number !== undefined && readSerial(number).normalised !== expected;
  });
}
