import { describe, expect, it } from '@jest/globals';
import { idOf, isUuid } from './ids.js';
import { isStateCode, stateCode } from './state-code.js';

describe('an id', () => {
  const UUID = '01234567-89ab-4cde-8f01-23456789abcd';
  const ALMOST = [
    ...['x', ' ', '0', '\n'].flatMap((sign) => [`${sign}${UUID}`, `${UUID}${sign}`]),
    // One sign more or less in each of its five groups.
    ...[0, 9, 14, 19, 24].flatMap((at) => [
      `${UUID.slice(0, at)}${UUID.slice(at + 1)}`,
      `${UUID.slice(0, at)}0${UUID.slice(at)}`,
    ]),
    ...[0, 9, 14, 19, 24].map((at) => `${UUID.slice(0, at)}g${UUID.slice(at + 1)}`),
    UUID.replaceAll('-', ''),
    UUID.toUpperCase(),
  ];

  it.each(['', '1', 'A0000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-00000000000', "' or 1=1", ...ALMOST])(
    'is not %j',
    (text) => {
      expect(isUuid(text)).toBe(false);
      expect(() => idOf(text)).toThrow(TypeError);
    },
  );

  it('is a lower-case UUID', () => {
    expect(idOf('a0000000-0000-4000-8000-000000000000')).toBe('a0000000-0000-4000-8000-000000000000');
    expect(isUuid(UUID)).toBe(true);
  });
});

describe('a State code', () => {
  it.each(['', 'q', 'qm', 'Qm', 'QMX', 'QMXYZ', 'QMXYZA', 'Q1', '1Q', 'QMx1', 'QM1Z', ' QM', 'QM ', 'QM\n', 'xQM', 'QMxYZ'])(
    'does not have the shape %j',
    (text) => {
      expect(isStateCode(text)).toBe(false);
      expect(() => stateCode(text)).toThrow(TypeError);
    },
  );

  it.each(['QM', 'YUCS'])('may be %s', (text) => {
    expect(stateCode(text)).toBe(text);
  });
});
