import { Flag, Line, Narrative, OneOf, WholeNumber } from '@tracedesk/platform';
import type { Candidate } from '../candidates.js';
import { RECORD_PERIODS, type LapsedPeriod, type RecordsSought } from '../record-period.js';
import { given } from './given.js';
import { FIRST_YEAR, LAST_YEAR, LINE, REASON } from './limits.js';

/** The period for keeping the records sought, which has lapsed (ITI 12). */
export class LapsedPeriodDto {
  @OneOf(Object.keys(RECORD_PERIODS), {
    example: 'manufacture',
    description: 'Records of manufacture, kept for at least 30 years, or others, for at least 20.',
  })
  readonly records!: RecordsSought;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, example: 1985, description: 'The year of the records sought.' })
  readonly year!: number;

  @Flag({
    optional: true,
    description: 'A year by which the period still runs was looked at; the records are not kept all the same.',
  })
  readonly confirmed?: boolean;
}

/** One of several firearms that could be meant; read under restriction 15(a). */
export class CandidateDto {
  @Line(LINE, { optional: true, example: 'A104552' })
  readonly serial?: string;

  @Line(LINE, { optional: true, example: 'VAW' })
  readonly make?: string;

  @Line(LINE, { optional: true, example: 'P24' })
  readonly model?: string;

  @Line(LINE, { optional: true, example: '9x19' })
  readonly calibre?: string;

  @WholeNumber({ min: FIRST_YEAR, max: LAST_YEAR, optional: true, example: 1998 })
  readonly yearOfManufacture?: number;

  @Narrative(REASON, { description: 'Further marks that tell it from the others.', example: 'Proof mark of 1998 on the barrel.' })
  readonly marks!: string;
}

export function toLapsedPeriod({ records, year, confirmed }: LapsedPeriodDto): LapsedPeriod {
  return given({ records, year, confirmed });
}

export function toCandidate({ serial, make, model, calibre, yearOfManufacture, marks }: CandidateDto): Candidate {
  return given({ serial, make, model, calibre, yearOfManufacture, marks });
}
