import { valueOf, type ComponentPart, type FirearmDescription } from '@tracedesk/firearms/core';
import type { ResponseItem } from './response-item.js';

/** The number read on a part, if any was. */
export type ReadOnPart = (part: ComponentPart) => string | undefined;

export const NOTHING_READ: ReadOnPart = () => undefined;

/** What was read on the parts of the firearm asked about. The firearm's number is its frame's unless it was read elsewhere (ITI 10). */
export function readOnParts({
  components = [],
  serialNumber,
  serialNumberPlace = 'frame_or_receiver',
}: FirearmDescription): ReadOnPart {
  return (part) =>
    components.map((one) => (one.part === part ? valueOf(one.serialNumber) : undefined)).find((number) => number !== undefined) ??
    (part === serialNumberPlace ? valueOf(serialNumber) : undefined);
}

/** The number that an item's record is held against: a part's says nothing of the firearm's, nor the other way round. */
export function readFor(
  { component }: Pick<ResponseItem, 'component'>,
  read: string | undefined,
  onPart: ReadOnPart,
): string | undefined {
  return component === undefined ? read : onPart(component);
}
