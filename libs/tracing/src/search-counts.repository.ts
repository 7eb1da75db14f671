import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';

/** As many as a person looks for by hand; a machine that tries numbers out is stopped by it. */
export const SEARCHES_A_MINUTE = 30;

/** How often each person searched in the last minute of the wall clock. */
@Injectable()
export class SearchCounts {
  /** Counts one more search; false when there were too many. */
  async count(tx: Tx, { personId }: Officer): Promise<boolean> {
    const [row] = await tx.query<{ searches: number }>(COUNT, [tx.state, personId]);
    return (row?.searches ?? 0) <= SEARCHES_A_MINUTE;
  }
}

const COUNT = `
  insert into search_counts as counted (state, person_id, counted_at, searches)
  values ($1, $2, date_trunc('minute', clock_timestamp()), 1)
  on conflict (state, person_id) do update
    set searches = case when counted.counted_at = excluded.counted_at then counted.searches + 1 else 1 end,
        counted_at = excluded.counted_at
  returning searches`;
