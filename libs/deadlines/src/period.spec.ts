import { describe, expect, it } from '@jest/globals';
import { periodInMilliseconds } from './period.js';

describe('a period by which the demonstration moves', () => {
  it.each([
    ['P7D', 604_800_000],
    ['PT36H', 129_600_000],
    ['P1DT1S', 86_401_000],
  ])('%s is read', (period, milliseconds) => {
    expect(periodInMilliseconds(period)).toBe(milliseconds);
  });

  it.each(['-P1D', 'P0D', 'P1M', 'P1Y', 'P99999D', '7 days', '', "P1D'; drop table deadlines"])('%s is not', (period) => {
    expect(periodInMilliseconds(period)).toBeNull();
  });
});
