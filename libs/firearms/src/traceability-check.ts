import { CAUSES_BY_WEIGHT, FAILURE_CAUSES, type FailureCause } from './failure-causes.js';
import { differingComponents } from './component.js';
import type { FirearmDescription } from './firearm-description.js';
import { isImpossibleCalibre } from './known-models.js';
import { CERTAINTIES, mistakenFor, type Certainty, type MistakenFor } from './misread-numbers.js';
import { marksOfFind } from './marking.js';
import { MADE_WITHOUT_RECORD } from './origin-class.js';
import { readSerial } from './serial-reading.js';
import { reworkingOf, type Reworking } from './reworked-text.js';
import { valueOf } from './stated.js';

interface Rule {
  readonly severity: 'warning' | 'advice';
  /** The field that would have to change to cure it. */
  readonly field: string;
  readonly cause: FailureCause;
  /** Saying why the field is unknown answers the warning: ITI 17 asks "to the extent possible". */
  readonly answeredByReason?: true;
}

/**
 * What makes a trace fail, looked for before the request leaves. Sources: `domain.md` 4.2 and 4.3.
 * A `warning` is a likely cause of failure: it is cured, or overridden with a reason, unless it is no more than possible. `advice` would help. Nothing here is impossible: only ITI 16
 * and 17 make a request so.
 */
export const TRACEABILITY_RULES = {
  ANTIQUE: { severity: 'warning', field: 'question.firearm.yearOfManufacture', cause: 'outside_the_instrument' },
  MADE_BEFORE_1946: { severity: 'advice', field: 'question.firearm.yearOfManufacture', cause: 'outside_the_instrument' },
  SERIAL_NUMBER_UNKNOWN: {
    severity: 'warning',
    field: 'question.firearm.serialNumber',
    cause: 'missing_data',
    answeredByReason: true,
  },
  MAKE_UNKNOWN: { severity: 'warning', field: 'question.firearm.make', cause: 'missing_data' },
  CALIBRE_UNKNOWN: { severity: 'warning', field: 'question.firearm.calibre', cause: 'missing_data', answeredByReason: true },
  NO_IMPORT_MARK: { severity: 'advice', field: 'question.firearm.importMarks', cause: 'missing_data' },
  COUNTRY_OF_MANUFACTURE_UNKNOWN: {
    severity: 'advice',
    field: 'question.firearm.countryOfManufacture',
    cause: 'missing_data',
  },
  MODEL_UNKNOWN: { severity: 'advice', field: 'question.firearm.model', cause: 'missing_data' },
  SERIAL_NUMBER_LOOKS_LIKE_PATENT: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_LOOKS_LIKE_PROOF: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_LOOKS_LIKE_RACK: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_NOT_FROM_FRAME: {
    severity: 'warning',
    field: 'question.firearm.serialNumberPlace',
    cause: 'misread_marks',
  },
  SERIAL_NUMBER_PLACE_UNKNOWN: { severity: 'advice', field: 'question.firearm.serialNumberPlace', cause: 'misread_marks' },
  SERIAL_NUMBER_MIXES_SCRIPTS: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_IN_OTHER_SCRIPT: { severity: 'advice', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_LOOKS_REWORKED: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_IMPLAUSIBLE: { severity: 'warning', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  SERIAL_NUMBER_HOLDS_LOOK_ALIKES: { severity: 'advice', field: 'question.firearm.serialNumber', cause: 'misread_marks' },
  CALIBRE_IMPOSSIBLE_FOR_MODEL: { severity: 'warning', field: 'question.firearm.calibre', cause: 'misread_marks' },
  COMPONENT_NUMBER_DIFFERS: { severity: 'advice', field: 'question.firearm.components', cause: 'misread_marks' },
  COUNTRY_OF_MANUFACTURE_FROM_IMPORTER: {
    // An arm may also come back, by import, to where it was made.
    severity: 'advice',
    field: 'question.firearm.countryOfManufacture',
    cause: 'misread_marks',
  },
  MADE_OVER_40_YEARS_AGO: { severity: 'advice', field: 'question.firearm.yearOfManufacture', cause: 'old_arms' },
} as const satisfies Record<string, Rule>;

export type TraceabilityRule = keyof typeof TRACEABILITY_RULES;

export interface TraceabilityFinding {
  readonly rule: TraceabilityRule;
  readonly severity: Rule['severity'];
  readonly field: string;
  readonly cause: FailureCause;
  /** Where the cause is published. */
  readonly source: string;
  readonly certainty: Certainty;
}

/** What the check may know besides the description. Looked up beforehand. */
export interface TraceabilityFacts {
  readonly thisYear: number;
}

/** ITI 4 excludes antiques, which are in no case arms made after 1899. */
const LAST_ANTIQUE_YEAR = 1899;
/** MOSAIC 05.31 lists arms made before 1946 among those that need no trace. */
const FIRST_YEAR_WORTH_TRACING = 1946;
/** "Top Reasons Why Firearms Tracing Fail": arms over 40 years old. */
const OLD_AFTER_YEARS = 40;
/** Serial numbers of one or two characters, or of more than twenty, are rare; so are those without a digit. */
const SHORTEST_SERIAL = 3;
const LONGEST_SERIAL = 20;

/** How surely a number of that look was another one before a spreadsheet took it for something else. */
const REWORKED: Readonly<Record<Reworking, Certainty>> = {
  decimal: 'likely',
  exponent: 'likely',
  zero: 'likely',
  date: 'likely',
  time: 'possible',
  error: 'likely',
};

type Look = (firearm: FirearmDescription, facts: TraceabilityFacts) => Certainty | false;

const APPLIES: Record<TraceabilityRule, Look> = {
  ANTIQUE: (firearm) => madeIn(firearm, (year) => year <= LAST_ANTIQUE_YEAR),
  MADE_BEFORE_1946: (firearm) => madeIn(firearm, (year) => year > LAST_ANTIQUE_YEAR && year < FIRST_YEAR_WORTH_TRACING),
  SERIAL_NUMBER_UNKNOWN: ({ serialNumber }) => certainIf(valueOf(serialNumber) === undefined),
  MAKE_UNKNOWN: ({ make, markingScheme, originClass }) =>
    certainIf(
      make === undefined && markingScheme !== 'symbol_and_code' && !(originClass && MADE_WITHOUT_RECORD.includes(originClass)),
    ),
  CALIBRE_UNKNOWN: ({ calibre }) => certainIf(valueOf(calibre) === undefined),
  NO_IMPORT_MARK: ({ importMarks }) => certainIf((importMarks ?? []).length === 0),
  COUNTRY_OF_MANUFACTURE_UNKNOWN: ({ countryOfManufacture }) => certainIf(countryOfManufacture === undefined),
  MODEL_UNKNOWN: ({ model }) => certainIf(model === undefined),
  SERIAL_NUMBER_LOOKS_LIKE_PATENT: looksLike('patent'),
  SERIAL_NUMBER_LOOKS_LIKE_PROOF: looksLike('proof'),
  SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY: looksLike('assembly'),
  SERIAL_NUMBER_LOOKS_LIKE_RACK: looksLike('rack'),
  SERIAL_NUMBER_NOT_FROM_FRAME: ({ serialNumber, serialNumberPlace: place }) =>
    certainIf(valueOf(serialNumber) !== undefined && place !== undefined && place !== 'frame_or_receiver'),
  SERIAL_NUMBER_PLACE_UNKNOWN: ({ serialNumber, serialNumberPlace }) =>
    certainIf(valueOf(serialNumber) !== undefined && serialNumberPlace === undefined),
  SERIAL_NUMBER_MIXES_SCRIPTS: (firearm) => serialOf(firearm)?.mixedScripts === true && 'likely',
  SERIAL_NUMBER_IN_OTHER_SCRIPT: (firearm) => {
    const { scripts = [], mixedScripts = false } = serialOf(firearm) ?? {};
    return certainIf(!mixedScripts && scripts.some((script) => script !== 'latin'));
  },
  SERIAL_NUMBER_LOOKS_REWORKED: (firearm) => {
    const reworking = reworkingOf(valueOf(firearm.serialNumber) ?? '');
    return reworking !== null && REWORKED[reworking];
  },
  SERIAL_NUMBER_IMPLAUSIBLE: (firearm) => {
    const { normalised } = serialOf(firearm) ?? {};
    if (normalised === undefined || mistakenFor(firearm) || reworkingOf(valueOf(firearm.serialNumber) ?? '')) return false;
    const plausible = normalised.length >= SHORTEST_SERIAL && normalised.length <= LONGEST_SERIAL && /\d/.test(normalised);
    return !plausible && 'possible';
  },
  SERIAL_NUMBER_HOLDS_LOOK_ALIKES: (firearm) => {
    const { normalised } = serialOf(firearm) ?? {};
    return normalised !== undefined && !mistakenFor(firearm) && holdsBothOfAPair(normalised) && 'possible';
  },
  CALIBRE_IMPOSSIBLE_FOR_MODEL: ({ make, model, calibre }) => {
    const read = valueOf(calibre);
    return model !== undefined && read !== undefined && isImpossibleCalibre(make, model, read) && 'likely';
  },
  COMPONENT_NUMBER_DIFFERS: (firearm) => certainIf(differingComponents(firearm.serialNumber, firearm.components).length > 0),
  COUNTRY_OF_MANUFACTURE_FROM_IMPORTER: (firearm) => !isCountryMarked(firearm) && isImporterThere(firearm) && 'possible',
  MADE_OVER_40_YEARS_AGO: (firearm, { thisYear }) =>
    madeIn(firearm, (year) => year >= FIRST_YEAR_WORTH_TRACING && thisYear - year > OLD_AFTER_YEARS),
};

/** Every rule that the description meets: warnings first, in each the heaviest cause first, in each the surest first. */
export function traceabilityCheck(firearm: FirearmDescription, facts: TraceabilityFacts): readonly TraceabilityFinding[] {
  return (Object.keys(TRACEABILITY_RULES) as TraceabilityRule[])
    .flatMap((rule) => {
      const certainty = APPLIES[rule](firearm, facts);
      const { severity, field, cause }: Rule = TRACEABILITY_RULES[rule];
      return certainty ? [{ rule, severity, field, cause, source: FAILURE_CAUSES[cause].source, certainty }] : [];
    })
    .sort(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        CAUSES_BY_WEIGHT.indexOf(one.cause) - CAUSES_BY_WEIGHT.indexOf(other.cause) ||
        CERTAINTIES.indexOf(one.certainty) - CERTAINTIES.indexOf(other.certainty),
    );
}

const SEVERITIES: readonly Rule['severity'][] = ['warning', 'advice'];

/** Both characters of a pair that is confused on metal: one of them may be a misreading of the other. */
function holdsBothOfAPair(normalised: string): boolean {
  return ['O0', 'I1', 'S5', 'B8', 'Z2', 'G6'].some((pair) => [...pair].every((character) => normalised.includes(character)));
}

/** Whether the year of manufacture lies there: as it is told, or likely so by the oldest year that a mark gives. */
function madeIn({ yearOfManufacture, markings }: FirearmDescription, lies: (year: number) => boolean): Certainty | false {
  if (yearOfManufacture !== undefined) return certainIf(lies(yearOfManufacture));
  const marked = marksOfFind(markings).flatMap(({ kind, text, year }) => (kind === 'year' ? [year ?? yearIn(text)] : []));
  const years = marked.filter((year) => year !== undefined);
  return years.length > 0 && lies(Math.min(...years)) && 'likely';
}

/** A mark of four digits, with whatever is struck around it. */
function yearIn(text: string): number | undefined {
  const [, year] = /^\P{N}*(1[5-9]\d\d|20\d\d)\P{N}*$/u.exec(text.normalize('NFKC')) ?? [];
  return year === undefined ? undefined : Number(year);
}

function isCountryMarked({ countryBasis, markings }: FirearmDescription): boolean {
  return countryBasis === 'mark' || marksOfFind(markings).some(({ kind }) => kind === 'country_of_manufacture');
}

/** Whether an import mark, or the address of an importer, names the State that is given as country of manufacture. */
function isImporterThere({ countryOfManufacture: country, importMarks = [], markings }: FirearmDescription): boolean {
  const importers = [
    ...importMarks.flatMap(({ state, importer }) => [state, importer?.state]),
    ...marksOfFind(markings).map(({ kind, state }) => (kind === 'importer' ? state : undefined)),
  ];
  return country !== undefined && importers.includes(country);
}

function looksLike(kind: MistakenFor): Look {
  return (firearm) => {
    const mistaken = mistakenFor(firearm);
    return mistaken?.kind === kind && mistaken.certainty;
  };
}

function serialOf(firearm: FirearmDescription): ReturnType<typeof readSerial> | undefined {
  const serial = valueOf(firearm.serialNumber);
  return serial === undefined ? undefined : readSerial(serial);
}

function certainIf(applies: boolean): 'certain' | false {
  return applies && 'certain';
}
