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

  it.each([
    ['CSHH', 'CZ', 2],
    ['CSXX', 'RS', 2],
    ['DDDE', 'DE', 1],
    ['SUHH', 'RU', 12],
    ['VDVN', 'VN', 1],
    ['YDYE', 'YE', 1],
    ['YUCS', 'RS', 6],
  ])('of %s begin with the one that holds most of its records, %s; there are %s', (code, first, count) => {
    const [one, ...others] = successorsOf(code) ?? [];
    expect([one, others.length + 1]).toEqual([first, count]);
    expect(others).toEqual([...new Set(others)].sort());
  });

  it('of the Soviet Union are not the Baltic States, which do not regard themselves as such', () => {
    expect(successorsOf('SUHH')?.filter((code) => ['EE', 'LT', 'LV'].includes(code))).toEqual([]);
  });

  it('are States that stand and have a name', () => {
    const heirs = Object.values(SUCCESSOR_STATES).flatMap((states) => states ?? []);
    expect(heirs.filter((code) => !isKnownState(code) || successorsOf(code) !== undefined)).toEqual([]);
  });
});
