import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  lapsedPeriodDenial,
  misplacedPeriodDenial,
  periodReadingOf,
  RECORD_PERIODS,
  type LapsedPeriod,
} from './record-period.js';

const MADE_1985: LapsedPeriod = { records: 'manufacture', year: 1985 };
const SOLD_2001: LapsedPeriod = { records: 'other', year: 2001 };

describe('a period for keeping records that is said to have lapsed (ITI 12)', () => {
  it('is doubted as long as it runs by the year said: thirty years for manufacture, twenty for the rest', () => {
    expect(lapsedPeriodDenial(MADE_1985, {}, 2014)).toMatchObject({
      code: 'RECORD_PERIOD_NOT_LAPSED',
      field: 'lapsedPeriod.confirmed',
      paragraph: '12(a)',
      details: { found: 1985, until: 2015, from: 'answer' },
    });
    expect(lapsedPeriodDenial(MADE_1985, {}, 2015)).toBeNull();
    expect(lapsedPeriodDenial(SOLD_2001, {}, 2020)).toMatchObject({ paragraph: '12(b)', details: { until: 2021 } });
    expect(lapsedPeriodDenial(SOLD_2001, {}, 2021)).toBeNull();
  });

  it('is doubted where the arm bears a later year than the one said', () => {
    expect(lapsedPeriodDenial(MADE_1985, { yearOfManufacture: 2004 }, 2026)).toMatchObject({
      details: { found: 2004, until: 2034, from: 'firearm' },
    });
    const imported = { importMarks: [{ year: 2009 }] } as never;
    expect(lapsedPeriodDenial(SOLD_2001, imported, 2026)).toMatchObject({ details: { found: 2009 } });
    expect(lapsedPeriodDenial(MADE_1985, imported, 2026)).toBeNull();
  });

  it('is taken from a giver that has looked at that year, and the reader is told of the contradiction', () => {
    const confirmed = { ...MADE_1985, confirmed: true };
    expect(lapsedPeriodDenial(confirmed, { yearOfManufacture: 2004 }, 2026)).toBeNull();
    expect(periodReadingOf(confirmed, { yearOfManufacture: 2004 }, 2026)).toMatchObject({ contradicted: true, until: 2034 });
  });

  it('belongs to its own finding', () => {
    expect(misplacedPeriodDenial(MADE_1985, 'NO_RECORD_FOUND')).toMatchObject({ code: 'RECORD_PERIOD_NOT_APPLICABLE' });
    expect(misplacedPeriodDenial(MADE_1985, 'RECORD_PERIOD_LAPSED')).toBeNull();
    expect(misplacedPeriodDenial(undefined, 'NO_RECORD_FOUND')).toBeNull();
  });

  it('is contradicted exactly while the instrument wants the latest records kept', () => {
    const year = fc.integer({ min: 1900, max: 2030 });
    fc.assert(
      fc.property(fc.constantFrom('manufacture', 'other' as const), year, year, year, (records, said, borne, now) => {
        const { contradicted } = periodReadingOf({ records, year: said }, { yearOfManufacture: borne }, now);
        const kept = [said, borne].some((one) => now - one < RECORD_PERIODS[records].years);
        expect(contradicted).toBe(kept);
      }),
    );
  });
});
