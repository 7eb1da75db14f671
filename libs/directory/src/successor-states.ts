import type { StateCode } from '@tracedesk/kernel';

/**
 * Whom to ask about arms that bear the name of a State that is no more, by its ISO 3166-3 code: the State that continues it, or holds most of
 * its records, first; then the others by code. A way to a record, not a statement on succession. The Baltic States do not regard themselves as
 * successors of the Soviet Union and are not named; for Yugoslavia they are those of the Agreement on Succession Issues of 2001 and of what came after.
 */
const SUCCESSORS: Readonly<Record<string, readonly string[]>> = {
  CSHH: ['CZ', 'SK'],
  CSXX: ['RS', 'ME'],
  DDDE: ['DE'],
  SUHH: ['RU', 'AM', 'AZ', 'BY', 'GE', 'KG', 'KZ', 'MD', 'TJ', 'TM', 'UA', 'UZ'],
  VDVN: ['VN'],
  YDYE: ['YE'],
  YUCS: ['RS', 'BA', 'HR', 'ME', 'MK', 'SI'],
  // The demonstration: Zephyra was dissolved in 1991, and two of its neighbours hold its registers.
  QZ: ['QM', 'QP'],
};

/** The successors of a dissolved State; `undefined` for one that stands. */
export function successorsOf(code: string): readonly StateCode[] | undefined {
  return Object.hasOwn(SUCCESSORS, code) ? (SUCCESSORS[code] as readonly StateCode[]) : undefined;
}

/** All of them, as a rule of routing reads them. */
export const SUCCESSOR_STATES = SUCCESSORS as Readonly<Partial<Record<StateCode, readonly StateCode[]>>>;
