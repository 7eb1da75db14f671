/** A date as a record gives it: a year, a month or a day (`2009`, `2009-05`, `2009-05-11`). */
export type PartialDate = string;

/** Whether two dates may be of the same day: one says nothing that the other denies. */
export function mayAgree(one: PartialDate, other: PartialDate): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** Whether all of it lies after that day. */
export function isAfter(date: PartialDate, day: string): boolean {
  return date > day.slice(0, date.length);
}

/** How many months lie between two dates; null where one of them names only a year. */
export function monthsFrom(one: PartialDate, other: PartialDate): number | null {
  const [from, to] = [one, other].map((date) => date.split('-').map(Number));
  if (from?.[1] === undefined || to?.[1] === undefined) return null;
  return (Number(to[0]) - Number(from[0])) * 12 + to[1] - from[1];
}
