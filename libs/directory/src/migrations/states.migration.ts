// Why: every State may look up every other and whom to ask there; what stands there about a State is its own to say.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class States1795219200101 implements MigrationInterface {
  readonly name = 'States1795219200101';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATES, ...CONTACT_POINTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact_points');
    await runner.query('drop table states');
  }
}

const STATES = [
  `create table states (
    code text primary key check (code ~ '^[A-Z]{2}([A-Z]{2})?$'),
    time_zone text not null,
    officers_submit boolean not null,
    active boolean not null default true,
    dissolved_on date check (dissolved_on is null or not active),
    demonstration boolean not null default false
  )`,
  'alter table states enable row level security, force row level security',
  'create policy everybody_reads on states for select to desk_app, desk_sweeper using (true)',
  `create policy own_state_begins on states for insert to desk_app with check (code = ${STATE})`,
  `create policy own_state_changes on states for update to desk_app using (code = ${STATE}) with check (code = ${STATE})`,
  'grant select on states to desk_app, desk_sweeper',
  'grant insert, update (time_zone, officers_submit, active, dissolved_on) on states to desk_app',
];

// A contact point that no longer answers gets a last day: old requests still say whom they were sent to.
const CONTACT_POINTS = [
  `create table contact_points (
    id uuid primary key default uuidv7(),
    state text not null references states (code),
    office text not null,
    email text not null,
    telephone text,
    languages text[] not null,
    valid_from date not null,
    valid_until date check (valid_until >= valid_from),
    updated_at timestamptz not null
  )`,
  'create index contact_points_of_state on contact_points (state, valid_from)',
  'alter table contact_points enable row level security, force row level security',
  'create policy everybody_reads on contact_points for select to desk_app using (true)',
  `create policy own_state_adds on contact_points for insert to desk_app with check (state = ${STATE})`,
  `create policy own_state_changes on contact_points for update to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, update (office, email, telephone, languages, valid_until, updated_at) on contact_points to desk_app',
];
