import { Injectable } from '@nestjs/common';
import { DeskDatabase, Queues } from '@tracedesk/platform';
import { CHECK_DEADLINE } from './wake-up.js';

/** Farther ahead than this a lost wake-up is added by a later reconciliation: a queue need not hold what is due next year. */
export const RECONCILED_AHEAD = '1 hour';
/** So many instants at most: the sweep finds by itself whatever no wake-up rings for. */
export const MOST_WAKE_UPS = 1_000;

/** Gives the queue back what it has lost: a wake-up for each coming instant at which something falls due. */
@Injectable()
export class WakeUps {
  constructor(
    private readonly database: DeskDatabase,
    private readonly queues: Queues,
  ) {}

  /**
   * Adds a wake-up for each instant within the horizon, the nearest first, and says how many instants there are. One is enough for all that is due
   * then, because a wake-up sweeps everything; an instant whose wake-up still waits is left alone. Rejects while the queue is away.
   */
  async reconcile(): Promise<number> {
    const instants = await this.database.as('sweeper', (tx) =>
      tx.query<Instant>(COMING, [tx.now, RECONCILED_AHEAD, MOST_WAKE_UPS]),
    );
    await Promise.all(
      instants.map(({ due_at: dueAt, delay_ms: delayMs }) =>
        this.queues.add('deadlines', CHECK_DEADLINE, {}, { jobId: `due_${dueAt.getTime()}`, delayMs }),
      ),
    );
    return instants.length;
  }
}

interface Instant {
  readonly due_at: Date;
  readonly delay_ms: number;
}

// From one instant to the next along the index of the watch list: a million deadlines of the same midnight are one step.
const COMING = `
  with recursive coming as (
    (select due_at, 1 as step
       from deadlines
      where ticks and missed_at is null and due_at > $1 and due_at <= $1 + $2::interval
      order by due_at
      limit 1)
    union all
    select later.due_at, coming.step + 1
      from coming
      cross join lateral (
        select due_at
          from deadlines
         where ticks and missed_at is null and due_at > coming.due_at and due_at <= $1 + $2::interval
         order by due_at
         limit 1
      ) as later
     where coming.step < $3
  )
  select due_at, ceil(extract(epoch from due_at - $1) * 1000)::float8 as delay_ms
    from coming`;
