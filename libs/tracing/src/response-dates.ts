import type { Denial } from '@tracedesk/kernel';
import { no } from './errors.js';
import type { LocalDate } from './question.js';
import type { ResponseContent } from './response.js';

/** Whether an item tells of a day still to come: a record cannot. */
export function futureItemDenial({ items }: ResponseContent, today: LocalDate): Denial | null {
  const index = items.findIndex(({ on }) => on !== undefined && on > today);
  return index < 0 ? null : no('DATE_IN_FUTURE', `items.${index}.on`, undefined, { today });
}
