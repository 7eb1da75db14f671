import { afterEach, describe, expect, it } from '@jest/globals';
import { latestDay, letClockRunAhead } from './latest-day.js';

afterEach(() => letClockRunAhead(false));

describe('the latest day that has begun anywhere', () => {
  it('is today in Kiritimati, fourteen hours ahead', () => {
    expect(latestDay(new Date('2026-11-30T09:59:59.999Z'))).toBe('2026-11-30');
    expect(latestDay(new Date('2026-11-30T10:00:00Z'))).toBe('2026-12-01');
  });

  it('is not for this machine to say where a demonstration’s clock runs ahead', () => {
    letClockRunAhead(true);
    expect(latestDay(new Date('2026-11-30T09:00:00Z'))).toBe('9999-12-31');
  });
});
