// Why: each step of an escalation is a row with its instant, so that it is told once, on time, whatever wakes the sweep.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;
const EITHER_PARTY = `(requesting_state = ${STATE} or requested_state = ${STATE})`;

export class DeadlineReminders1795564807001 implements MigrationInterface {
  readonly name = 'DeadlineReminders1795564807001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of REMINDERS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deadline_reminders');
  }
}

// `counted_from` names the count: a delay or a reopened request begins another, with steps of its own.
const REMINDERS = [
  `create table deadline_reminders (
    id uuid primary key default uuidv7(),
    request_id uuid not null,
    reference text not null,
    requesting_state text not null,
    requested_state text not null,
    clock text not null,
    acting_state text not null check (acting_state in (requesting_state, requested_state)),
    counted_from timestamptz not null,
    share integer not null check (share between 1 and 1000),
    tells text[] not null check (cardinality(tells) > 0),
    remind_at timestamptz not null,
    sent_at timestamptz,
    unique (request_id, clock, counted_from, share)
  )`,
  'create index deadline_reminders_to_send on deadline_reminders (remind_at) where sent_at is null',
  'alter table deadline_reminders enable row level security, force row level security',
  `create policy both_parties_read on deadline_reminders for select to desk_app using (${EITHER_PARTY})`,
  `create policy both_parties_plan on deadline_reminders for insert to desk_app with check (${EITHER_PARTY} and sent_at is null)`,
  // What was told was told: a move changes and removes only what is still ahead.
  `create policy both_parties_move on deadline_reminders for update to desk_app using (${EITHER_PARTY}) with check (sent_at is null)`,
  `create policy both_parties_cancel on deadline_reminders for delete to desk_app using (${EITHER_PARTY} and sent_at is null)`,
  'create policy sweeper on deadline_reminders to desk_sweeper using (true) with check (true)',
  'grant select, delete, update (remind_at) on deadline_reminders to desk_app',
  `grant insert (request_id, reference, requesting_state, requested_state, clock, acting_state, counted_from, share, tells, remind_at)
    on deadline_reminders to desk_app`,
  'grant select, update (sent_at) on deadline_reminders to desk_sweeper',
];
