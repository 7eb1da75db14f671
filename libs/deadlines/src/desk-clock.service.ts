import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { denied, ok, type Result } from '@tracedesk/kernel';
import { DeskDatabase, Queues, sqlStateOf } from '@tracedesk/platform';
import { periodInMilliseconds } from './period.js';
import { CHECK_DEADLINE } from './wake-up.js';

/** `undefined_function`: the database has the plain clock of a server. */
const NO_SUCH_FUNCTION = '42883';

/** The business clock of a demonstration or test database. It only goes forward; on a server it cannot be moved at all. */
@Injectable()
export class DeskClock {
  constructor(
    private readonly database: DeskDatabase,
    private readonly queues: Queues,
  ) {}

  /** Moves the clock by a period such as `P7D` and rings the sweep. Whether the bell was heard does not matter: the repeating sweep comes by. */
  async advance(period: string): Promise<Result<Date>> {
    const milliseconds = periodInMilliseconds(period);
    if (milliseconds === null) return denied('PERIOD_INVALID', { field: 'advance' });
    try {
      await this.database.door('select advance_desk_clock(make_interval(secs => $1::double precision / 1000))', [milliseconds]);
    } catch (error) {
      if (sqlStateOf(error) === NO_SUCH_FUNCTION) return denied('CLOCK_NOT_MOVABLE');
      throw error;
    }
    const [clock] = await this.database.door<{ now: Date }>('select desk_now() as now');
    await this.queues.add('deadlines', CHECK_DEADLINE, {}, { jobId: `clock-moved_${randomUUID()}` }).catch(() => undefined);
    return ok((clock as { now: Date }).now);
  }
}
