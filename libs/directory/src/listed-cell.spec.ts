import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listed, thingsIn } from './listed-cell.js';

const awkward = fc.string({ unit: fc.constantFrom(...'\\; \t\'=+-@"a,é\uFF1D') });

describe('several things in one cell', () => {
  it('are read without the blanks around them, however they were typed', () => {
    expect(thingsIn('en;fr ;  ar;;')).toEqual(['en', 'fr', 'ar']);
    expect(thingsIn('   ')).toEqual([]);
    expect(thingsIn('ends in a backslash\\')).toEqual(['ends in a backslash\\']);
  });

  it('come back as they were, with every sign in them', () => {
    const thing = awkward.filter((text) => text.trim() !== '');
    fc.assert(fc.property(fc.array(thing), (things) => expect(thingsIn(listed(things))).toEqual(things)));
  });
});
