import type { PracticeDetails } from '@tracedesk/directory/core';

const NOTHING = { example: null, place: null, sinceYear: null, untilYear: null };

/** How the invented States mark arms: enough to search in. Invented, as they are. */
export const DEMONSTRATION_PRACTICES: Readonly<Record<string, readonly PracticeDetails[]>> = {
  QM: [
    {
      ...NOTHING,
      kind: 'proof',
      looksLike: 'A crowned V in an oval, 4 mm high, followed by the last two digits of the year of proof.',
      example: 'V 04',
      place: 'Left side of the frame, above the trigger, and on the barrel',
      sinceYear: 1958,
      source: 'Valmora, Proof House Ordinance of 1958, annex 2',
    },
    {
      ...NOTHING,
      kind: 'serial_number',
      looksLike: 'One letter for the factory and six digits, without a space; the letter I and the letter O are not used.',
      example: 'A104552',
      place: 'Right side of the frame or receiver',
      sinceYear: 1971,
      source: 'Valmora, Firearms Marking Regulations, section 4',
    },
  ],
  QN: [
    {
      ...NOTHING,
      kind: 'import_mark',
      looksLike: 'The letters NOR in a rectangle and the year of import in four digits, by laser.',
      example: 'NOR 2009',
      place: 'Underside of the frame or receiver',
      sinceYear: 2006,
      source: 'Norvane, Import Marking Rules of 2006',
    },
  ],
  QP: [
    {
      ...NOTHING,
      kind: 'force_property',
      looksLike: 'A trident between two dots: property of the armed forces. It is no serial number.',
      place: 'Stock and receiver',
      untilYear: 2003,
      source: 'Pelagos, Ministry of Defence, marking table of 1964',
    },
  ],
};
