import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  CONFIDENCE_BASES,
  CONFIDENCES,
  exceedsBasis,
  mostOn,
  serialMatchOf,
  unsupportedBasis,
  type ConfidenceBasis,
} from './confidence.js';

const BASES = Object.keys(CONFIDENCE_BASES) as ConfidenceBasis[];

describe('the confidence of an item', () => {
  it.each([
    ['confirmed', 'make_and_model'],
    ['probable', 'make_and_model'],
    ['probable', 'statement'],
    ['probable', 'serial_partial'],
    ['confirmed', 'serial_alike'],
    ['confirmed', 'other_marks'],
  ] as const)('is not %s on %s alone', (confidence, basis) => {
    expect(exceedsBasis({ confidence, confidenceBasis: [basis] }, 'items.0')).toMatchObject({
      code: 'CONFIDENCE_EXCEEDS_BASIS',
      field: 'items.0.confidence',
      details: { found: confidence },
    });
  });

  it('may be as high as the best of what it rests on, or lower, and need not say what that is', () => {
    expect(exceedsBasis({ confidence: 'confirmed', confidenceBasis: ['make_and_model', 'serial_exact'] }, 'items.0')).toBeNull();
    expect(exceedsBasis({ confidence: 'possible', confidenceBasis: ['serial_exact'] }, 'items.0')).toBeNull();
    expect(exceedsBasis({ confidence: 'confirmed' }, 'items.0')).toBeNull();
  });

  it('never falls when one more basis is added', () => {
    const bases = fc.subarray(BASES, { minLength: 1 });
    fc.assert(
      fc.property(bases, fc.constantFrom(...BASES), fc.constantFrom(...CONFIDENCES), (some, more, confidence) => {
        expect(CONFIDENCES.indexOf(mostOn([...some, more])!)).toBeLessThanOrEqual(CONFIDENCES.indexOf(mostOn(some)!));
        const denied = exceedsBasis({ confidence, confidenceBasis: some }, 'items.0') !== null;
        expect(denied).toBe(CONFIDENCES.indexOf(confidence) < CONFIDENCES.indexOf(mostOn(some)!));
      }),
    );
  });
});

describe('what a confidence is said to rest on', () => {
  const denialOf = (basis: ConfidenceBasis, record: { serial?: string; matchConfirmed?: boolean }, read?: string) =>
    unsupportedBasis({ confidenceBasis: [basis], record }, read, 'items.0');

  it('is not a match by serial number where the record, or the reading, has none', () => {
    expect(denialOf('serial_exact', {}, 'A104552')).toMatchObject({
      code: 'CONFIDENCE_BASIS_UNSUPPORTED',
      field: 'items.0.confidenceBasis',
    });
    expect(denialOf('serial_partial', { serial: 'A104552' })).toMatchObject({ details: { match: 'none' } });
  });

  it('is no closer a match than the two numbers are', () => {
    expect(denialOf('serial_exact', { serial: 'OO11B8' }, '0OI1B8')).toMatchObject({ details: { match: 'folded' } });
    expect(denialOf('serial_alike', { serial: 'A104553' }, 'A104552')).toMatchObject({ details: { match: 'deletion' } });
    expect(denialOf('serial_partial', { serial: 'ZZ9000' }, 'A104552')).toMatchObject({ details: { match: 'none' } });
    expect(denialOf('serial_alike', { serial: 'OO11B8' }, '0OI1B8')).toBeNull();
    expect(denialOf('serial_partial', { serial: 'A104552' }, 'A1045??')).toBeNull();
    expect(denialOf('serial_exact', { serial: 'a 104552' }, 'A104552')).toBeNull();
  });

  it('is the comparison of an officer only where one confirmed it', () => {
    expect(denialOf('officer_comparison', { serial: 'A104552' }, 'A104552')).toMatchObject({ details: { match: 'exact' } });
    expect(denialOf('officer_comparison', { matchConfirmed: true })).toBeNull();
  });

  it('may be something that no number tells', () => {
    for (const basis of ['other_marks', 'make_and_model', 'statement'] as const) expect(denialOf(basis, {})).toBeNull();
  });
});

describe('how a record’s serial number compares with the one read', () => {
  it('is told in classes, and not at all where one is missing', () => {
    expect(serialMatchOf('A104552', 'A104552')).toBe('exact');
    expect(serialMatchOf('OO11B8', '0OI1B8')).toBe('folded');
    expect(serialMatchOf('B774413', 'A104552')).toBe('none');
    expect(serialMatchOf(undefined, 'A104552')).toBeNull();
    expect(serialMatchOf('A104552', undefined)).toBeNull();
  });
});
