import { setTimeout as pause } from 'node:timers/promises';
import { DeskLog, openPostgresQueues, openRedisQueues, prepareQueueSchema, type Queues } from '@tracedesk/platform';
import type { TestDatabase } from '@tracedesk/testing/database';

/** Its lines are made, as in a desk, and go nowhere. */
export const LOG = new DeskLog('info', { write: () => undefined });

export interface Backend {
  readonly name: 'Redis' | 'PostgreSQL';
  open(desk: TestDatabase): Promise<Queues>;
}

export const redisAt = (url: string): Backend => ({ name: 'Redis', open: () => openRedisQueues(url, LOG) });

export const POSTGRES: Backend = {
  name: 'PostgreSQL',
  async open({ access, superuser }) {
    // A clone has its template's tables but not its rights on the database itself.
    await superuser(`do $$ begin execute format('grant create on database %I to desk_owner', current_database()); end $$`);
    await prepareQueueSchema(access);
    return openPostgresQueues(access, LOG);
  },
};

/** Clocks that run, the first due so long from now on the business clock, the others one after the other. */
export async function give(desk: TestDatabase, count: number, firstInMs: number, apartMs: number): Promise<void> {
  await desk.superuser(GIVEN, [count, firstInMs, apartMs]);
  await desk.superuser('analyze deadlines');
}

/** What a move leaves in the outbox beside each deadline. */
export async function giveWakeUps(desk: TestDatabase): Promise<void> {
  await desk.superuser(WAKE_UPS);
}

interface Found {
  readonly misses: number;
  readonly entries: number;
  readonly notices: number;
}

/** Each deadline once: a miss, an entry, and a notice for each State, written or still a job. Waits for the last; throws if there are fewer or more. */
export async function expectEachOnce(desk: TestDatabase, count: number): Promise<void> {
  let found: Found | undefined;
  for (let turn = 0; turn < 600; turn += 1) {
    [found] = await desk.superuser<Found>(FOUND);
    if (found?.misses === count && found.entries === count && found.notices === 2 * count) return;
    await pause(100);
  }
  throw new Error(`${count} deadlines left ${JSON.stringify(found)}: not each exactly once.`);
}

const GIVEN = `
  insert into deadlines (request_id, reference, requesting_state, requested_state, clock, acting_state, time_zone, state, profile,
    profile_version, intervals, first_due_at, due_at, version)
  select uuidv7(), 'TD-7K3F-92QX4', 'QR', 'QM', 'response', 'QM', 'UTC', 'runs', 'ITI-DEFAULT', 1, '[]', due, due, 1
    from (select date_trunc('milliseconds', desk_now()) as now) as business,
         generate_series(0, $1::integer - 1) as number,
         lateral (select now + ($2::float8 + number * $3::float8) * interval '1 millisecond' as due) as instant`;

const WAKE_UPS = `
  insert into outbox (state, queue, job, job_id, payload, due_at)
  select acting_state, 'deadlines', 'check-deadline', request_id || '_' || clock || '_1',
         jsonb_build_object('requestId', request_id, 'clock', clock), due_at
    from deadlines
   order by due_at`;

const FOUND = `
  select (select count(*)::integer from missed_deadlines where entered_at is not null) as misses,
         (select count(*)::integer from audit_entries) as entries,
         (select count(*)::integer from notices) + (select count(*)::integer from outbox where queue = 'notices') as notices`;
