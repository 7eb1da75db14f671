import type { FirearmDescription } from '@tracedesk/firearms/core';
import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { Finding } from './response-item.js';

interface RecordPeriod {
  /** How long the instrument wants such records kept at the least. */
  readonly years: number;
  readonly paragraph: string;
}

/** Records are kept indefinitely to the extent possible, and in any case as long as this (ITI 12). */
export const RECORD_PERIODS = {
  manufacture: { years: 30, paragraph: '12(a)' },
  other: { years: 20, paragraph: '12(b)' },
} as const satisfies Record<string, RecordPeriod>;
export type RecordsSought = keyof typeof RECORD_PERIODS;

/** That the records sought are no longer kept because the period for keeping them has lapsed. */
export interface LapsedPeriod {
  readonly records: RecordsSought;
  /** The year of the records sought. */
  readonly year: number;
  /** The giver has looked at a year that says otherwise, and stays with its answer. */
  readonly confirmed?: boolean;
}

/** The period as it stands against the years that are known. */
export interface PeriodReading {
  readonly records: RecordsSought;
  readonly years: number;
  readonly paragraph: string;
  /** The latest year that is known: said with the answer, or borne by the arm. */
  readonly year: number;
  readonly from: 'answer' | 'firearm';
  /** The year in which the period runs out. */
  readonly until: number;
  /** The period had not run out when the answer was given. */
  readonly contradicted: boolean;
}

type YearsOfArm = Pick<FirearmDescription, 'yearOfManufacture' | 'importMarks'>;

/** No record of an arm is older than the arm: the later of the year said and the year it bears counts. */
export function periodReadingOf({ records, year }: LapsedPeriod, arm: YearsOfArm, thisYear: number): PeriodReading {
  const { years, paragraph } = RECORD_PERIODS[records];
  const borne = latestYearOf(records, arm);
  const latest = Math.max(year, borne);
  const until = latest + years;
  return {
    records,
    years,
    paragraph,
    year: latest,
    from: borne > year ? 'firearm' : 'answer',
    until,
    contradicted: thisYear < until,
  };
}

/** Why a lapsed period cannot be claimed so; null where it can, or where none is. */
export function lapsedPeriodDenial(claimed: LapsedPeriod | undefined, arm: YearsOfArm, thisYear: number): Denial | null {
  if (!claimed || claimed.confirmed) return null;
  const { contradicted, paragraph, year, until, from } = periodReadingOf(claimed, arm, thisYear);
  if (!contradicted) return null;
  return no('RECORD_PERIOD_NOT_LAPSED', 'lapsedPeriod.confirmed', paragraph, { found: year, until, from });
}

/** A lapsed period belongs to the finding that says so. */
export function misplacedPeriodDenial(claimed: LapsedPeriod | undefined, finding: Finding | undefined): Denial | null {
  return claimed && finding !== 'RECORD_PERIOD_LAPSED' ? no('RECORD_PERIOD_NOT_APPLICABLE', 'lapsedPeriod', '12') : null;
}

/** Import marks tell of records other than those of manufacture. */
function latestYearOf(records: RecordsSought, { yearOfManufacture = 0, importMarks = [] }: YearsOfArm): number {
  const imported = records === 'manufacture' ? [] : importMarks.map(({ year = 0 }) => year);
  return Math.max(yearOfManufacture, ...imported);
}
