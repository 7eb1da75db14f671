import { describe, expect, it } from '@jest/globals';
import { DEMONSTRATION_STATES } from './demonstration.js';
import { DISSOLVED_STATES } from './dissolved.js';
import { MEMBER_STATES, OBSERVER_STATES } from './members.js';
import { countriesOnMarks, sortedByName, stateName } from './names.js';

describe('the names of States', () => {
  it('cover the 193 Member States and two observers, each once', () => {
    expect(MEMBER_STATES.length).toBe(193);
    expect(OBSERVER_STATES.length).toBe(2);
    const codes = [...MEMBER_STATES, ...OBSERVER_STATES, ...DISSOLVED_STATES, ...DEMONSTRATION_STATES].map(([code]) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('are unique in each language', () => {
    for (const column of [1, 2] as const) expect(new Set(MEMBER_STATES.map((row) => row[column])).size).toBe(193);
  });

  it('are those of the United Nations', () => {
    expect(stateName('KP', 'en')).toBe('Democratic People’s Republic of Korea');
    expect(stateName('CD', 'fr')).toBe('République démocratique du Congo');
    expect(stateName('QR', 'fr')).toBe('Rhosie');
  });

  it('fall back on the bare code', () => {
    expect(stateName('ZZ', 'en')).toBe('ZZ');
  });

  it('sort by the alphabet of the language', () => {
    expect(sortedByName(['US', 'EG', 'AL'], 'fr').map(({ code }) => code)).toEqual(['AL', 'EG', 'US']);
  });

  it('offer invented States on marks only in a demonstration', () => {
    expect(countriesOnMarks(false)).not.toContain('QM');
    expect(countriesOnMarks(true)).toEqual(expect.arrayContaining(['QM', 'YUCS', 'FR']));
  });
});
