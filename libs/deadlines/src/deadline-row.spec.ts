import { describe, expect, it } from '@jest/globals';
import type { ClockInterval } from './clock.js';
import { intervalOf, type StoredInterval } from './deadline-row.js';

const day = (date: number) => new Date(Date.UTC(2026, 2, date));
const asStored = (interval: ClockInterval) => JSON.parse(JSON.stringify(interval)) as StoredInterval;

describe('an interval that was stored', () => {
  it.each<[string, ClockInterval]>([
    ['that is open', { state: 'runs', from: day(2), to: null, cause: 'tracing_request.submitted' }],
    ['that is over', { state: 'paused', from: day(2), to: day(3), cause: 'tracing_request.information_requested' }],
    ['whose count was missed', { state: 'runs', from: day(2), to: day(9), cause: 'a', missedAt: day(8) }],
    [
      'whose count was corrected twice',
      {
        state: 'runs',
        from: day(2),
        to: null,
        cause: 'a',
        term: { unit: 'working_days', length: 5 },
        recomputed: [
          { at: day(3), dueBefore: day(9), timeZoneBefore: 'UTC', calendarVersion: 2 },
          { at: day(4), dueBefore: day(10), timeZoneBefore: 'UTC', zoneData: '2026f' },
        ],
      },
    ],
  ])('is what it was, to the instant: one %s', (_, interval) => {
    expect(intervalOf(asStored(interval))).toStrictEqual(interval);
  });
});
