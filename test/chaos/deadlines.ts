import type pg from 'pg';

/** What a fault did to the deadlines: every one of these is to be nought. */
export interface Count {
  readonly deadlines: number;
  /** Due, and not flagged, entered once and told to both States. */
  readonly lost: number;
  /** Entered or noted more than once. */
  readonly doubled: number;
  /** Entered before it was due by the database's clock. */
  readonly early: number;
}

/** Deadlines that fall due within the next seconds of business time, at instants drawn with this seed, each with its wake-up. */
export async function schedule(
  database: pg.Client,
  { count, withinSeconds, seed }: { readonly count: number; readonly withinSeconds: number; readonly seed: number },
): Promise<void> {
  await database.query('select setseed($1)', [(seed % 1_000) / 1_000]);
  await database.query(SCHEDULE, [count, withinSeconds]);
}

/** Whether everything that is due by now has been done, and what was done to it. */
export async function counted(database: pg.Client): Promise<Count> {
  const { rows } = await database.query<Count>(COUNT);
  if (!rows[0]) throw new Error('A count gives one row.');
  return rows[0];
}

export function isClean({ lost, doubled, early }: Count): boolean {
  return lost === 0 && doubled === 0 && early === 0;
}

const SCHEDULE = `
  with drawn as materialized (
    select gen_random_uuid() as request_id, desk_now() + make_interval(secs => random() * $2::double precision) as due_at
      from generate_series(1, $1::integer)
  ), made as (
    insert into deadlines (request_id, reference, requesting_state, requested_state, clock, acting_state, time_zone, state, profile,
      profile_version, intervals, first_due_at, due_at, version)
    select request_id, 'TD-7K3F-92QX4', 'QR', 'QM', 'acknowledgement', 'QM', 'UTC', 'runs', 'ITI-DEFAULT', 1, '[]', due_at, due_at, 1
      from drawn
  )
  insert into outbox (state, queue, job, job_id, payload, due_at)
  select 'QM', 'deadlines', 'check-deadline', request_id || '_acknowledgement_1', '{}', due_at
    from drawn`;

const COUNT = `
  with entry as (
    select object_id, count(*) as entries, min(occurred_at) as first_at from audit_entries group by object_id
  ), noted as (
    select request_id, count(*) as misses, count(entered_at) as entered from missed_deadlines group by request_id
  ), told as (
    select request_id, count(*) as notices from notices group by request_id
  )
  select count(*)::int as deadlines,
         count(*) filter (where due_at <= desk_now() and (missed_at is null or coalesce(entries, 0) = 0 or coalesce(entered, 0) = 0
           or coalesce(notices, 0) < 2))::int as lost,
         count(*) filter (where entries > 1 or misses > 1 or notices > 2)::int as doubled,
         count(*) filter (where first_at < due_at)::int as early
    from deadlines
    left join entry on entry.object_id = deadlines.request_id
    left join noted using (request_id)
    left join told using (request_id)`;
