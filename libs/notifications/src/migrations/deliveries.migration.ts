// Why: a State's office hears by e-mail that there is a notice; what became of each message is kept, without its address and without content.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Deliveries1795564807020 implements MigrationInterface {
  readonly name = 'Deliveries1795564807020';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DELIVERIES, ...WHAT_THE_RELAY_READS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select (code, time_zone) on states from desk_relay');
    await runner.query('drop policy relay_addresses on states');
    await runner.query('revoke select (id, state, email, languages, valid_from, valid_until) on contact_points from desk_relay');
    await runner.query('drop policy relay_addresses on contact_points');
    await runner.query('revoke select (id, state, request_id, reference) on notices from desk_relay');
    await runner.query('drop policy relay_names on notices');
    await runner.query('drop table deliveries');
  }
}

const DELIVERIES = [
  `create table deliveries (
    id uuid primary key default uuidv7(),
    state text not null,
    notice_id uuid not null references notices (id),
    contact_point_id uuid not null references contact_points (id),
    status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed')),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    last_error text check (last_error in ('refused', 'temporary', 'sign_in', 'unreachable', 'unknown')),
    created_at timestamptz not null,
    sent_at timestamptz check ((sent_at is not null) = (status = 'sent')),
    unique (notice_id, contact_point_id)
  )`,
  `create index deliveries_due on deliveries (next_attempt_at) where status = 'waiting'`,
  'create index deliveries_latest on deliveries (state, created_at desc, id desc)',
  'alter table deliveries enable row level security, force row level security',
  `create policy own_state_reads on deliveries for select to desk_app using (state = ${STATE})`,
  'create policy relay_sees on deliveries for select to desk_relay using (true)',
  'create policy relay_writes on deliveries for insert to desk_relay with check (true)',
  'create policy relay_marks on deliveries for update to desk_relay using (true) with check (true)',
  'grant select on deliveries to desk_app',
  'grant select, insert, update (status, attempts, next_attempt_at, last_error, sent_at) on deliveries to desk_relay',
];

// The worker reads what a message names and where it goes. It cannot read what a notice is about: not its kind, clock or share.
const WHAT_THE_RELAY_READS = [
  'create policy relay_names on notices for select to desk_relay using (true)',
  'grant select (id, state, request_id, reference) on notices to desk_relay',
  'create policy relay_addresses on contact_points for select to desk_relay using (true)',
  'grant select (id, state, email, languages, valid_from, valid_until) on contact_points to desk_relay',
  'create policy relay_addresses on states for select to desk_relay using (true)',
  'grant select (code, time_zone) on states to desk_relay',
];
