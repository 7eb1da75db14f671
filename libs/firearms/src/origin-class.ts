/** How an arm came to be. Craft and privately made arms have no State to ask (`domain.md` 4.1; UN documents on craft and 3D-printed arms). */
export const ORIGIN_CLASSES = [
  'industrial',
  'licensed_copy',
  'craft',
  'privately_made',
  'printed_whole',
  'printed_part',
  'kit',
  'converted',
  'reactivated',
  'deactivated',
  'modular',
  'composite',
  'replica',
] as const;
export type OriginClass = (typeof ORIGIN_CLASSES)[number];

/** Classes of which it is asked what the arm was before: a blank-firing pistol, a deactivated rifle, the arm a copy was made of. */
export const MADE_FROM_ANOTHER: readonly OriginClass[] = ['licensed_copy', 'kit', 'converted', 'reactivated', 'replica'];

/** Arms that were illicit from the start: the point of diversion is their manufacture, and no State has a record. */
export const MADE_WITHOUT_RECORD: readonly OriginClass[] = ['craft', 'privately_made', 'printed_whole'];
