import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { STAGE_OF, STATUSES } from '../tracing-request.js';

/** Where counting stops: a navigation says "99 or more", and a count must not read a whole table. */
export const MOST_COUNTED = 100;

export interface RequestCounts {
  readonly incoming: number;
  readonly outgoing: number;
  readonly drafts: number;
}

/** How many requests are open on each side of the reader's State, and how many drafts it has; up to `MOST_COUNTED` each. */
@Injectable()
export class CountRequests {
  constructor(private readonly work: UnitOfWork) {}

  async execute(actor: Officer): Promise<RequestCounts> {
    return this.work.read(actor, async (tx) => {
      const [counts] = await tx.query<RequestCounts>(COUNT, [tx.state, OPEN, MOST_COUNTED]);
      return counts ?? { incoming: 0, outgoing: 0, drafts: 0 };
    });
  }
}

const OPEN = STATUSES.filter((status) => STAGE_OF[status] !== null && STAGE_OF[status] !== 'closed');

const COUNT = `
  select
    (select count(*)::int from (select 1 from tracing_requests
      where requested_state = $1 and status = any ($2::text[]) limit $3) as open) as incoming,
    (select count(*)::int from (select 1 from tracing_requests
      where requesting_state = $1 and status = any ($2::text[]) limit $3) as open) as outgoing,
    (select count(*)::int from (select 1 from tracing_request_drafts where state = $1 limit $3) as draft) as drafts`;
