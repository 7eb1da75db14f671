import type { ClockReading } from './clock.js';
import { startOfCount } from './due.js';

/** The reading with the release of zone data that its date was worked out with, frozen beside the start of its count. */
export function countedWith(reading: ClockReading, zoneData: string | undefined): ClockReading {
  if (zoneData === undefined) return reading;
  const start = startOfCount(reading.intervals);
  return {
    ...reading,
    intervals: reading.intervals.map((interval, index) => (index === start ? { ...interval, zoneData } : interval)),
  };
}

/** The release of zone data that the date of the present count was last worked out with; null: its desk did not say yet. */
export function zoneDataOf({ intervals }: Pick<ClockReading, 'intervals'>): string | null {
  return intervals[startOfCount(intervals)]?.zoneData ?? null;
}
