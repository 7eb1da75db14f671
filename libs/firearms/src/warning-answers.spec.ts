import { describe, expect, it } from '@jest/globals';
import type { FirearmDescription } from './firearm-description.js';
import { traceabilityCheck } from './traceability-check.js';
import { seenIn, unansweredWarnings, type Overrides } from './warning-answers.js';

const FACTS = { thisYear: 2026 };
const PATENT: FirearmDescription = {
  make: 'VAW',
  calibre: { value: '9x19' },
  serialNumber: { value: 'US4539889' },
  serialNumberPlace: 'frame_or_receiver',
};
const unanswered = (firearm: FirearmDescription, overrides: Overrides) =>
  unansweredWarnings(traceabilityCheck(firearm, FACTS), firearm, overrides);
const overridden = (firearm: FirearmDescription): Overrides =>
  Object.fromEntries(
    traceabilityCheck(firearm, FACTS).map((finding) => [
      finding.rule,
      { because: 'It is so stamped.', seen: seenIn(firearm, finding) },
    ]),
  );

describe('a warning of the traceability check', () => {
  it('stands until it is cured or overridden', () => {
    expect(unanswered(PATENT, {})).toEqual(['SERIAL_NUMBER_LOOKS_LIKE_PATENT']);
    expect(unanswered(PATENT, overridden(PATENT))).toEqual([]);
    expect(unanswered({ ...PATENT, serialNumber: { value: 'A104552' } }, {})).toEqual([]);
  });

  it('has to be answered anew when something else stands there', () => {
    const other = { ...PATENT, serialNumber: { value: 'US4539880' } };
    expect(unanswered(other, overridden(PATENT))).toEqual(['SERIAL_NUMBER_LOOKS_LIKE_PATENT']);
  });

  it('is answered by the reason why something is unknown (ITI 17: to the extent possible)', () => {
    const obliterated = { ...PATENT, serialNumber: { unknownBecause: 'ground off' } };
    expect(unanswered(obliterated, {})).toEqual([]);
    expect(unanswered({ make: 'VAW', calibre: { value: '9x19' } }, {})).toEqual(['SERIAL_NUMBER_UNKNOWN']);
  });

  it('is told and stops nobody when it is no more than possible', () => {
    const short = { ...PATENT, serialNumber: { value: '104' } };
    expect(traceabilityCheck(short, FACTS)).toContainEqual(
      expect.objectContaining({ rule: 'SERIAL_NUMBER_LOOKS_LIKE_ASSEMBLY', severity: 'warning', certainty: 'possible' }),
    );
    expect(unanswered(short, {})).toEqual([]);
  });

  it('is never advice: that asks for no answer', () => {
    expect(unanswered({ ...PATENT, serialNumber: { value: 'A104552' } }, {})).toEqual([]);
  });
});
