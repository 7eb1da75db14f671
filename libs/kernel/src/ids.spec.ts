import { describe, expect, it } from '@jest/globals';
import { idOf, isUuid } from './ids.js';
import { isStateCode, stateCode } from './state-code.js';

describe('an id', () => {
  it.each(['', '1', 'A0000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-00000000000', "' or 1=1"])(
    'is not %j',
    (text) => {
      expect(isUuid(text)).toBe(false);
      expect(() => idOf(text)).toThrow(TypeError);
    },
  );

  it('is a lower-case UUID', () => {
    expect(idOf('a0000000-0000-4000-8000-000000000000')).toBe('a0000000-0000-4000-8000-000000000000');
  });
});

describe('a State code', () => {
  it.each(['', 'q', 'qm', 'QMX', 'QMXYZ', 'Q1'])('does not have the shape %j', (text) => {
    expect(isStateCode(text)).toBe(false);
    expect(() => stateCode(text)).toThrow(TypeError);
  });

  it.each(['QM', 'YUCS'])('may be %s', (text) => {
    expect(stateCode(text)).toBe(text);
  });
});
