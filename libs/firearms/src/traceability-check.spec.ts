import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import type { FirearmDescription } from './firearm-description.js';
import { TRACEABILITY_RULES, traceabilityCheck, type TraceabilityFacts } from './traceability-check.js';

const complete: FirearmDescription = {
  type: { value: 'self_loading_pistol' },
  calibre: { value: '9x19' },
  serialNumber: { value: 'A104552' },
  serialNumberPlace: 'frame_or_receiver',
  make: 'VAW',
  model: 'P9',
  countryOfManufacture: stateCode('QM'),
  yearOfManufacture: 2004,
  importMarks: [{ state: stateCode('QN'), year: 2009 }],
};

const FACTS: TraceabilityFacts = { thisYear: 2026 };
const rulesFor = (changed: Partial<FirearmDescription>, facts: Partial<TraceabilityFacts> = {}) =>
  traceabilityCheck({ ...complete, ...changed }, { ...FACTS, ...facts }).map((finding) => finding.rule);

describe('the traceability check', () => {
  it('finds nothing in a complete description', () => {
    expect(traceabilityCheck(complete, FACTS)).toEqual([]);
  });

  it('warns when the serial number is unknown, even with the reason given', () => {
    expect(rulesFor({ serialNumber: { unknownBecause: 'ground off' } })).toEqual(['SERIAL_NUMBER_UNKNOWN']);
  });

  it.each(['US4539889', 'PAT. 1234567', 'Brev 123456', 'D.R.G.M. 987654'])('takes %s for a patent number', (serialNumber) => {
    expect(rulesFor({ serialNumber: { value: serialNumber } })).toContain('SERIAL_NUMBER_LOOKS_LIKE_PATENT');
  });

  it('does not take an ordinary serial number for a patent number', () => {
    expect(rulesFor({ serialNumber: { value: '4539889' } })).toEqual([]);
  });

  it('warns when the number was read elsewhere than on the frame or receiver', () => {
    expect(rulesFor({ serialNumberPlace: 'barrel' })).toEqual(['SERIAL_NUMBER_NOT_FROM_FRAME']);
    const { serialNumberPlace: _, ...unplaced } = complete;
    expect(traceabilityCheck(unplaced, FACTS).map(({ rule }) => rule)).toEqual(['SERIAL_NUMBER_PLACE_UNKNOWN']);
  });

  it.each([
    [1899, 'ANTIQUE'],
    [1900, 'MADE_BEFORE_1946'],
    [1945, 'MADE_BEFORE_1946'],
  ])('tells an arm made in %i by the rule %s', (yearOfManufacture, rule) => {
    expect(rulesFor({ yearOfManufacture })).toEqual([rule]);
  });

  it.each([
    [{ kind: 'year', text: '1895', place: 'barrel' }, ['ANTIQUE']],
    [{ kind: 'year', text: 'as stamped', year: 1895, place: 'barrel' }, ['ANTIQUE']],
    [{ kind: 'year', text: '* 1943 г.', place: 'barrel' }, ['MADE_BEFORE_1946']],
    [{ kind: 'year', text: '1975', place: 'barrel' }, ['MADE_OVER_40_YEARS_AGO']],
    [{ kind: 'year', text: '1895', place: 'barrel', addedAfterSeizure: true }, []],
    [{ kind: 'year', text: '189?', place: 'barrel' }, []],
    [{ kind: 'year', text: '21895', place: 'barrel' }, []],
    [{ kind: 'year', text: '18951', place: 'barrel' }, []],
    [{ kind: 'patent', text: '1895', year: 1895, place: 'barrel' }, []],
  ] as const)('takes the year from a mark where it is not told, as likely: %j', (marking, rules) => {
    const { yearOfManufacture: _, ...undated } = complete;
    const findings = traceabilityCheck({ ...undated, markings: [marking] }, FACTS);
    expect(findings.map(({ rule }) => rule)).toEqual(rules);
    expect(findings.every(({ certainty }) => certainty === 'likely')).toBe(true);
    expect(rulesFor({ markings: [marking] })).toEqual([]);
  });

  it('says nothing about the year of an arm made in 1946', () => {
    expect(rulesFor({ yearOfManufacture: 1946 }, { thisYear: 1986 })).toEqual([]);
  });

  it('asks where a patent number was read, and how sure it is to be one (T23)', () => {
    const [finding] = traceabilityCheck({ ...complete, serialNumber: { value: 'US4539889' } }, FACTS);
    expect(finding).toMatchObject({ rule: 'SERIAL_NUMBER_LOOKS_LIKE_PATENT', severity: 'warning', certainty: 'likely' });
  });

  it.each([
    ['RACK 12', 'SERIAL_NUMBER_LOOKS_LIKE_RACK'],
    ['CIP 72', 'SERIAL_NUMBER_LOOKS_LIKE_PROOF'],
    ['47', 'SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY'],
    ['A1', 'SERIAL_NUMBER_IMPLAUSIBLE'],
    ['ABCDEF', 'SERIAL_NUMBER_IMPLAUSIBLE'],
    ['123456789012345678901', 'SERIAL_NUMBER_IMPLAUSIBLE'],
    ['АВ1234C', 'SERIAL_NUMBER_MIXES_SCRIPTS'],
    ['AB1234ب', 'SERIAL_NUMBER_MIXES_SCRIPTS'],
    ['ЖД1734', 'SERIAL_NUMBER_IN_OTHER_SCRIPT'],
    ['ΑΒ1234', 'SERIAL_NUMBER_IN_OTHER_SCRIPT'],
    ['ب1234', 'SERIAL_NUMBER_IN_OTHER_SCRIPT'],
    ['778812.0', 'SERIAL_NUMBER_LOOKS_REWORKED'],
    ['1.04552E+11', 'SERIAL_NUMBER_LOOKS_REWORKED'],
    ['12-Oct', 'SERIAL_NUMBER_LOOKS_REWORKED'],
    ['0OI1B8', 'SERIAL_NUMBER_HOLDS_LOOK_ALIKES'],
  ])('reads %s again: %s', (serialNumber, rule) => {
    expect(rulesFor({ serialNumber: { value: serialNumber } })).toEqual([rule]);
  });

  it('knows a serial number that is marked as something else', () => {
    const markings = [{ kind: 'patent', text: '4 539 889', place: 'slide_or_bolt' }] as const;
    expect(rulesFor({ serialNumber: { value: '4539889' }, markings })).toEqual(['SERIAL_NUMBER_LOOKS_LIKE_PATENT']);
  });

  it.each([
    [{ make: 'Glock', model: '17', calibre: '9 mm Makarov' }, ['CALIBRE_IMPOSSIBLE_FOR_MODEL']],
    [{ make: 'Glock', model: '17', calibre: '9 mm Para' }, []],
    [{ make: 'Glock', model: '17', calibre: 'a calibre of its own' }, []],
    [{ make: 'VAW', model: 'P9', calibre: '12 gauge' }, []],
  ])('holds the calibre against what the model is known in: %j', ({ calibre, ...names }, rules) => {
    expect(rulesFor({ ...names, calibre: { value: calibre } })).toEqual(rules);
  });

  it('does not let an importer’s mark pass for a country of manufacture (T26)', () => {
    const imported = { countryOfManufacture: stateCode('QN') };
    expect(rulesFor(imported)).toEqual(['COUNTRY_OF_MANUFACTURE_FROM_IMPORTER']);
    const marked = [{ kind: 'country_of_manufacture', text: 'Made in Norvane', place: 'barrel' }] as const;
    expect(rulesFor({ ...imported, markings: marked })).toEqual([]);
  });

  it('does not take an importer’s address for a country of manufacture either', () => {
    const importMarks = [{ state: stateCode('QN'), importer: { name: 'Havn & Son', state: stateCode('QS') } }];
    expect(rulesFor({ countryOfManufacture: stateCode('QS'), importMarks })).toEqual(['COUNTRY_OF_MANUFACTURE_FROM_IMPORTER']);
  });

  it('tells a part whose number is another than the frame’s, and goes by the frame', () => {
    const components = [{ part: 'slide', serialNumber: { value: 'B 7' } }] as const;
    expect(rulesFor({ components })).toEqual(['COMPONENT_NUMBER_DIFFERS']);
  });

  it('asks no maker of an arm marked by symbols, or made by nobody who marks', () => {
    const { make: _, ...unmade } = complete;
    const rules = (more: Partial<FirearmDescription>) => traceabilityCheck({ ...unmade, ...more }, FACTS).map(({ rule }) => rule);
    expect([rules({}), rules({ markingScheme: 'symbol_and_code' }), rules({ originClass: 'craft' })]).toEqual([
      ['MAKE_UNKNOWN'],
      [],
      [],
    ]);
  });

  it('tells an arm of more than 40 years', () => {
    expect([rulesFor({ yearOfManufacture: 1986 }), rulesFor({ yearOfManufacture: 1985 })]).toEqual([
      [],
      ['MADE_OVER_40_YEARS_AGO'],
    ]);
  });

  it('puts warnings before advice, and the heavier published cause first', () => {
    const found = traceabilityCheck({ yearOfManufacture: 1899, serialNumber: { value: 'US4539889' } }, FACTS);
    expect(found.map(({ severity, cause }) => `${severity} ${cause}`)).toEqual([
      'warning outside_the_instrument',
      'warning missing_data',
      'warning missing_data',
      'warning misread_marks',
      'advice missing_data',
      'advice missing_data',
      'advice missing_data',
      'advice misread_marks',
    ]);
  });

  it('names for every finding the published cause it rests on', () => {
    for (const { source, cause, certainty } of traceabilityCheck({}, FACTS))
      expect([source, cause, certainty].every((text) => text.length > 0)).toBe(true);
    expect(Object.values(TRACEABILITY_RULES).every(({ field }) => field.startsWith('question.firearm'))).toBe(true);
  });
});
