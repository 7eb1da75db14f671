import { describe, expect, it } from '@jest/globals';
import { firearmsOf } from './firearm-list.js';

describe('the firearms of a story', () => {
  it('that differ in their number alone are written as one', () => {
    const list = [{ make: 'VAW', serialNumbers: 'KR0098 to KR0101', sourceReference: 'REC-{number}' }, { make: 'NV' }];
    expect(firearmsOf(list)).toEqual([
      ...['0098', '0099', '0100', '0101'].map((number) => ({
        make: 'VAW',
        sourceReference: `REC-${number}`,
        serialNumber: { value: `KR${number}` },
      })),
      { make: 'NV' },
    ]);
  });

  it('are left to the desk where they are no list, or no numbers in a row', () => {
    expect(firearmsOf('rifles')).toBe('rifles');
    expect(firearmsOf([{ serialNumbers: 'KR1 to NV2' }, 7])).toEqual([{ serialNumbers: 'KR1 to NV2' }, 7]);
  });
});
