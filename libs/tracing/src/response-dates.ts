import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import { isAfter, type PartialDate } from './partial-date.js';
import type { LocalDate } from './question.js';
import type { ResponseContent } from './response.js';

/** Whether what is told happens only after today: a record cannot. */
export function futureItemDenial({ items, pointOfDiversion }: ResponseContent, today: LocalDate): Denial | null {
  const told: readonly (readonly [string, PartialDate | undefined])[] = [
    ...items.map(({ on }, index) => [`items.${index}.on`, on] as const),
    ['pointOfDiversion.on', pointOfDiversion?.on],
  ];
  const future = told.find(([, on]) => on !== undefined && isAfter(on, today));
  return future ? no('DATE_IN_FUTURE', future[0], undefined, { found: future[1] ?? '', today }) : null;
}
