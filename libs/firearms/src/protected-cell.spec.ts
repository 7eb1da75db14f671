import { describe, expect, it } from '@jest/globals';
import { unprotected } from './protected-cell.js';

describe('a cell that was protected against being taken for a quantity', () => {
  it.each([
    ['="0012345"', '0012345'],
    ['= "A ""12"" 3" ', 'A "12" 3'],
    ["'0012345", '0012345'],
    ['=1+1', '=1+1'],
    ["'", "'"],
    ['A104552', 'A104552'],
  ])('%s says %s', (cell, text) => expect(unprotected(cell)).toBe(text));
});
