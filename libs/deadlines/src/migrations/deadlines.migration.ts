// Why: deadline rows are the truth about what is due; a queue only rings. Every miss is a row of its own, so that its effect happens once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;
const EITHER_PARTY = `requesting_state = ${STATE} or requested_state = ${STATE}`;

export class Deadlines1795219200501 implements MigrationInterface {
  readonly name = 'Deadlines1795219200501';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DEADLINES, ...MISSED]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table missed_deadlines');
    await runner.query('drop table deadlines');
  }
}

// `intervals` and `time_zone` are all that the dates are computed from; the dates are stored for the sweep and the lists.
const DEADLINES = [
  `create table deadlines (
    id uuid primary key default uuidv7(),
    request_id uuid not null,
    reference text not null,
    requesting_state text not null,
    requested_state text not null check (requested_state <> requesting_state),
    clock text not null check (clock in ('acknowledgement', 'response', 'information', 'clarification')),
    acting_state text not null check (acting_state in (requesting_state, requested_state)),
    time_zone text not null,
    state text not null check (state in ('runs', 'paused', 'settled', 'off')),
    profile text not null,
    profile_version integer not null,
    intervals jsonb not null,
    first_due_at timestamptz not null,
    due_at timestamptz not null,
    settled_at timestamptz,
    missed_at timestamptz,
    version integer not null check (version > 0),
    unique (request_id, clock)
  )`,
  // What the sweep walks: nothing but clocks that run and are not missed yet, so that an empty sweep costs the same at any size.
  `create index deadlines_to_watch on deadlines (due_at) where state = 'runs' and missed_at is null`,
  'alter table deadlines enable row level security, force row level security',
  `create policy both_parties_read on deadlines for select to desk_app using (${EITHER_PARTY})`,
  `create policy both_parties_start on deadlines for insert to desk_app with check (${EITHER_PARTY})`,
  `create policy both_parties_move on deadlines for update to desk_app using (${EITHER_PARTY})`,
  'create policy sweeper on deadlines to desk_sweeper using (true) with check (true)',
  'grant select, insert on deadlines to desk_app',
  // Whose deadline it is never changes.
  `grant update (time_zone, state, profile, profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version) on deadlines to desk_app`,
  'grant select, update (missed_at, version) on deadlines to desk_sweeper',
];

// Noted by the sweep, or by a move that came too late before any sweep; entered in the log and announced by the sweep alone.
const MISSED = [
  `create table missed_deadlines (
    id uuid primary key default uuidv7(),
    request_id uuid not null,
    reference text not null,
    requesting_state text not null,
    requested_state text not null,
    clock text not null,
    acting_state text not null,
    profile text not null,
    due_at timestamptz not null,
    entered_at timestamptz,
    unique (request_id, clock, due_at)
  )`,
  'create index missed_deadlines_to_enter on missed_deadlines (due_at) where entered_at is null',
  'alter table missed_deadlines enable row level security, force row level security',
  `create policy both_parties_read on missed_deadlines for select to desk_app using (${EITHER_PARTY})`,
  `create policy both_parties_note on missed_deadlines for insert to desk_app with check ((${EITHER_PARTY}) and entered_at is null)`,
  'create policy sweeper on missed_deadlines to desk_sweeper using (true) with check (true)',
  'grant select on missed_deadlines to desk_app',
  'grant insert (request_id, reference, requesting_state, requested_state, clock, acting_state, profile, due_at) on missed_deadlines to desk_app, desk_sweeper',
  'grant select, update (entered_at) on missed_deadlines to desk_sweeper',
];
