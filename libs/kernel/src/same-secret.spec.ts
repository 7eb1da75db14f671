import { describe, expect, it } from '@jest/globals';
import { isSameSecret } from './same-secret.js';

describe('a secret that was sent', () => {
  it('is the one expected, or it is not, whatever its length', () => {
    expect(isSameSecret('k3pt-secret', 'k3pt-secret')).toBe(true);
    expect(isSameSecret('', '')).toBe(true);
    for (const sent of ['k3pt-secreT', 'k3pt-secret ', 'k3pt', '', 'x'.repeat(10_000)])
      expect(isSameSecret('k3pt-secret', sent)).toBe(false);
  });

  it('is no secret where it is no text', () => {
    for (const sent of [undefined, null, 7, ['k3pt-secret'], { length: 11 }])
      expect(isSameSecret('k3pt-secret', sent)).toBe(false);
  });
});
