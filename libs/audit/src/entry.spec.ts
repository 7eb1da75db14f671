import { describe, expect, it } from '@jest/globals';
import { ENTRY_CLASSES, factsOfDetails } from './entry.js';

describe('the classes of entries', () => {
  it('are the six kinds of processing of LED art. 25, and the two of the desk itself', () => {
    expect(ENTRY_CLASSES).toEqual([
      ...['collection', 'alteration', 'consultation', 'disclosure', 'combination', 'erasure'],
      ...['authentication', 'denial'],
    ]);
  });
});

describe('what a denial says', () => {
  it('stands in the log as flat facts, lists as words apart by blanks', () => {
    const details = { max: 12, open: false, day: null, act: 'grant', roles: ['supervisor', 'auditor'], none: [] };
    expect(factsOfDetails(details)).toEqual({
      max: 12,
      open: false,
      day: null,
      act: 'grant',
      roles: 'supervisor auditor',
      none: '',
    });
    expect(factsOfDetails(undefined)).toEqual({});
  });
});
