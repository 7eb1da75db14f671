import { describe, expect, it } from '@jest/globals';
import { CANDIDATES_OF, candidatesDenial, candidateValues, strangeCandidateDenial, type Candidate } from './candidates.js';
import { FINDINGS, type Finding } from './response-item.js';

const P24: Candidate = { serial: 'A104552', model: 'P24', marks: 'Proof mark of 1998 on the barrel.' };
const P26: Candidate = { serial: 'A104552', model: 'P26', marks: 'A crown on the slide.' };

describe('several firearms that carry the same serial number', () => {
  it('are at least two, each with what tells it from the others', () => {
    expect(candidatesDenial([], 'DUPLICATE_SERIALS')).toMatchObject({
      code: 'CANDIDATES_REQUIRED',
      field: 'candidates',
      details: { found: 0, least: 2 },
    });
    expect(candidatesDenial([P24], 'DUPLICATE_SERIALS')).toMatchObject({ details: { found: 1 } });
    expect(candidatesDenial([P24, P26], 'DUPLICATE_SERIALS')).toBeNull();
  });

  it('are no two in the same words: nobody could say which it is', () => {
    const again = { ...P24, model: ' p24 ' };
    expect(candidatesDenial([P24, P26, again], 'DUPLICATE_SERIALS')).toMatchObject({
      code: 'CANDIDATES_ALIKE',
      field: 'candidates.2.marks',
      details: { found: 1 },
    });
  });

  it('may be listed where the identification did not suffice, and nowhere else', () => {
    expect(candidatesDenial([P24], 'INSUFFICIENT_IDENTIFICATION')).toBeNull();
    expect(candidatesDenial([], 'INSUFFICIENT_IDENTIFICATION')).toBeNull();
    const others = (Object.keys(FINDINGS) as Finding[]).filter((finding) => !CANDIDATES_OF[finding]);
    for (const finding of [...others, undefined]) {
      expect(candidatesDenial([P24], finding)).toMatchObject({ code: 'CANDIDATES_NOT_APPLICABLE', paragraph: '15(a)' });
      expect(candidatesDenial([], finding)).toBeNull();
    }
  });
});

describe('a firearm that could be meant', () => {
  const numbered = (serial?: string): Candidate => ({ ...(serial && { serial }), marks: 'A crown on the slide.' });

  it.each([
    ['A10?5?2', 'Z999999'],
    ['A10?5?2', 'A104553'],
    ['A10?5?2', 'A1045520'],
  ])('has no number that the one read, %s, cannot be: %s', (read, serial) => {
    expect(strangeCandidateDenial([P24, numbered(serial)], read)).toMatchObject({
      code: 'CANDIDATE_NOT_ALIKE',
      field: 'candidates.1.serial',
      paragraph: '17(b)',
      details: { match: 'none' },
    });
  });

  it('may have a number that is alike, or none, and any where nothing was read', () => {
    for (const serial of ['A104552', 'AIO4552', 'A104552 ', undefined])
      expect(strangeCandidateDenial([numbered(serial)], 'A10?5?2')).toBeNull();
    // A whole reading may be wrong as a whole.
    expect(strangeCandidateDenial([numbered('B220417')], 'A104552')).toBeNull();
    for (const read of [undefined, '???', '']) expect(strangeCandidateDenial([numbered('Z999999')], read)).toBeNull();
  });
});

describe('the values by which a candidate is recognised in a text', () => {
  it('are its number, make, model and marks, and nothing that thousands of other arms have too', () => {
    const told: Candidate = { serial: 'B220417', make: 'Norvane Arms', calibre: '9x19', yearOfManufacture: 1998, marks: 'None.' };
    expect(candidateValues({ ...told, model: 'Ranger 26' })).toEqual(['B220417', 'Norvane Arms', 'Ranger 26']);
    expect(candidateValues(told)).toEqual(['B220417', 'Norvane Arms']);
  });

  it('are each of several marks by itself, and all of them together', () => {
    const marks = 'Proof mark of 1998 on the barrel; a crown on the slide. No other';
    expect(candidateValues({ marks })).toEqual([marks, 'Proof mark of 1998 on the barrel', 'a crown on the slide']);
  });
});
