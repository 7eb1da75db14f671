import { describe, expect, it } from '@jest/globals';
import { until } from './stage.js';

describe('the time until a time of day', () => {
  it.each([
    ['later the same day', '2026-03-01T08:59:59.500Z', '10:00Z', 'PT3601S'],
    ['the next day when it has passed', '2026-03-01T22:30:00Z', '10:00Z', 'PT41400S'],
    ['a whole day when it is just that time', '2028-02-29T10:00:00Z', '10:00Z', 'PT86400S'],
  ])('is %s', (_, now, time, duration) => {
    expect(until(time, new Date(now))).toBe(duration);
  });
});
