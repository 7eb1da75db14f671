import type { FirearmDescription } from './firearm-description.js';
import { valueOf } from './stated.js';

/**
 * What makes a trace fail, looked for before the request leaves. Sources: `domain.md` 4.2 and 4.3.
 * `warning` is a likely cause of failure; `advice` would help. Nothing here stops a request: only ITI 16 and 17 can.
 */
export const TRACEABILITY_RULES = {
  SERIAL_NUMBER_UNKNOWN: { severity: 'warning', field: 'question.firearm.serialNumber' },
  SERIAL_NUMBER_NOT_FROM_FRAME: { severity: 'warning', field: 'question.firearm.serialNumberPlace' },
  SERIAL_NUMBER_LOOKS_LIKE_PATENT: { severity: 'warning', field: 'question.firearm.serialNumber' },
  MAKE_UNKNOWN: { severity: 'warning', field: 'question.firearm.make' },
  MODEL_UNKNOWN: { severity: 'advice', field: 'question.firearm.model' },
  CALIBRE_UNKNOWN: { severity: 'warning', field: 'question.firearm.calibre' },
  COUNTRY_OF_MANUFACTURE_UNKNOWN: { severity: 'advice', field: 'question.firearm.countryOfManufacture' },
  NO_IMPORT_MARK: { severity: 'advice', field: 'question.firearm.importMarks' },
  ANTIQUE: { severity: 'warning', field: 'question.firearm.yearOfManufacture' },
  MADE_BEFORE_1946: { severity: 'advice', field: 'question.firearm.yearOfManufacture' },
} as const satisfies Record<string, { readonly severity: 'warning' | 'advice'; readonly field: string }>;

export type TraceabilityRule = keyof typeof TRACEABILITY_RULES;

export interface TraceabilityFinding {
  readonly rule: TraceabilityRule;
  readonly severity: 'warning' | 'advice';
  /** The field that would have to change to cure it. */
  readonly field: string;
}

/** ITI 4 excludes antiques, which are in no case arms made after 1899. */
const LAST_ANTIQUE_YEAR = 1899;
/** MOSAIC 05.31 lists arms made before 1946 among those that need no trace. */
const FIRST_YEAR_WORTH_TRACING = 1946;
/** Prefixes and shape of patent numbers that are taken for serial numbers: PAT, BREV, DRGM, SGDG, a seven-digit US patent. */
const PATENT = /^(?:US|PAT|BREV|D\.?R\.?G\.?M|S\.?G\.?D\.?G)[\s.:-]*\d{6,8}$/i;

const APPLIES: Record<TraceabilityRule, (firearm: FirearmDescription) => boolean> = {
  SERIAL_NUMBER_UNKNOWN: (firearm) => valueOf(firearm.serialNumber) === undefined,
  SERIAL_NUMBER_NOT_FROM_FRAME: (firearm) =>
    valueOf(firearm.serialNumber) !== undefined && firearm.serialNumberPlace !== 'frame_or_receiver',
  SERIAL_NUMBER_LOOKS_LIKE_PATENT: (firearm) => PATENT.test(valueOf(firearm.serialNumber)?.trim() ?? ''),
  MAKE_UNKNOWN: (firearm) => firearm.make === undefined && firearm.markingScheme !== 'symbol_and_code',
  MODEL_UNKNOWN: (firearm) => firearm.model === undefined,
  CALIBRE_UNKNOWN: (firearm) => valueOf(firearm.calibre) === undefined,
  COUNTRY_OF_MANUFACTURE_UNKNOWN: (firearm) => firearm.countryOfManufacture === undefined,
  NO_IMPORT_MARK: (firearm) => (firearm.importMarks ?? []).length === 0,
  ANTIQUE: (firearm) => (firearm.yearOfManufacture ?? Infinity) <= LAST_ANTIQUE_YEAR,
  MADE_BEFORE_1946: (firearm) => {
    const year = firearm.yearOfManufacture ?? Infinity;
    return year > LAST_ANTIQUE_YEAR && year < FIRST_YEAR_WORTH_TRACING;
  },
};

/** Every rule that the description meets, warnings first, in the order of the table. */
export function traceabilityCheck(firearm: FirearmDescription): readonly TraceabilityFinding[] {
  const found = (Object.keys(TRACEABILITY_RULES) as TraceabilityRule[])
    .filter((rule) => APPLIES[rule](firearm))
    .map((rule) => ({ rule, ...TRACEABILITY_RULES[rule] }));
  return [
    ...found.filter((finding) => finding.severity === 'warning'),
    ...found.filter((finding) => finding.severity === 'advice'),
  ];
}
