import { DEMONSTRATION_STATES } from './demonstration.js';
import { DISSOLVED_STATES } from './dissolved.js';
import { MEMBER_STATES, OBSERVER_STATES } from './members.js';
import { LOCALES, type Language } from '../languages.js';

type Row = readonly [code: string, english: string, french: string];

const ROWS: readonly Row[] = [...MEMBER_STATES, ...OBSERVER_STATES, ...DISSOLVED_STATES, ...DEMONSTRATION_STATES];
const COLUMN = { en: 1, fr: 2 } as const satisfies Record<Language, 1 | 2>;
const BY_CODE = new Map<string, Row>(ROWS.map((row) => [row[0], row]));

/** The State's name as the United Nations writes it; the bare code for a State this table does not know. */
export function stateName(code: string, language: Language): string {
  return BY_CODE.get(code)?.[COLUMN[language]] ?? code;
}

/** Whether the code names a State, existing or dissolved, real or of the demonstration. */
export function isKnownState(code: string): boolean {
  return BY_CODE.has(code);
}

export interface NamedState {
  readonly code: string;
  readonly name: string;
}

/** These States by name, in the alphabet of the language. */
export function sortedByName(codes: Iterable<string>, language: Language): readonly NamedState[] {
  const collator = new Intl.Collator(LOCALES[language]);
  return [...codes].map((code) => ({ code, name: stateName(code, language) })).sort((a, b) => collator.compare(a.name, b.name));
}

/**
 * Every code that may stand on a firearm as country of manufacture or import. Dissolved States are among them: the mark says what it
 * says. The invented States are there only in a demonstration.
 */
export function countriesOnMarks(demonstration: boolean): readonly string[] {
  const real: readonly Row[] = [...MEMBER_STATES, ...OBSERVER_STATES, ...DISSOLVED_STATES];
  return [...(demonstration ? DEMONSTRATION_STATES : []), ...real].map(([code]) => code);
}
