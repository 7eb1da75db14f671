import { describe, expect, it } from '@jest/globals';
import { stateCode } from '@tracedesk/kernel';
import type { FirearmDescription } from './firearm-description.js';
import { traceabilityCheck } from './traceability-check.js';

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

const rulesFor = (changed: Partial<FirearmDescription>) =>
  traceabilityCheck({ ...complete, ...changed }).map((finding) => finding.rule);

describe('the traceability check', () => {
  it('finds nothing in a complete description', () => {
    expect(traceabilityCheck(complete)).toEqual([]);
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
  });

  it.each([
    [1899, 'ANTIQUE'],
    [1900, 'MADE_BEFORE_1946'],
    [1945, 'MADE_BEFORE_1946'],
  ])('tells an arm made in %i by the rule %s', (yearOfManufacture, rule) => {
    expect(rulesFor({ yearOfManufacture })).toEqual([rule]);
  });

  it('says nothing about the year of an arm made in 1946', () => {
    expect(rulesFor({ yearOfManufacture: 1946 })).toEqual([]);
  });

  it('puts warnings before advice', () => {
    const severities = traceabilityCheck({}).map((finding) => finding.severity);
    expect(severities).toEqual([...severities].sort().reverse());
    expect(severities).toContain('advice');
  });
});
