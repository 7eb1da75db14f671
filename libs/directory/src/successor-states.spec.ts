import { describe, expect, it } from '@jest/globals';
import { countriesOnMarks, isKnownState } from '@tracedesk/language/core';
import { SUCCESSOR_STATES, successorsOf } from './successor-states.js';

describe('the successors of dissolved States', () => {
  it('are not asked for a State that stands', () => {
    expect(successorsOf('QM')).toBeUndefined();
    expect(successorsOf('toString')).toBeUndefined();
  });

  it('are named for every dissolved State that a mark can bear', () => {
    const dissolved = countriesOnMarks(true).filter((code) => code.length > 2);
    expect(dissolved.filter((code) => successorsOf(code) === undefined)).toEqual([]);
    expect(successorsOf('QZ')).toEqual(['QM', 'QP']);
  });

  it('are States that stand and have a name', () => {
    const heirs = Object.values(SUCCESSOR_STATES).flatMap((states) => states ?? []);
    expect(heirs.filter((code) => !isKnownState(code) || successorsOf(code) !== undefined)).toEqual([]);
  });
});
