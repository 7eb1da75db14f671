// Why: several offices may answer for one State (ITI 25). Which of them a request was addressed to is kept, as it stood then.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class AddressedOffices1795564824002 implements MigrationInterface {
  readonly name = 'AddressedOffices1795564824002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ADDRESSED) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table addressed_offices');
  }
}

const ADDRESSED = [
  `create table addressed_offices (
    request_id uuid primary key,
    first_state text not null,
    second_state text not null check (second_state <> first_state),
    contact_point_id uuid not null,
    contact_point_version integer not null,
    warnings text[] not null,
    addressed_at timestamptz not null
  )`,
  'alter table addressed_offices enable row level security, force row level security',
  `create policy circle_reads on addressed_offices for select to desk_app using (first_state = ${STATE} or second_state = ${STATE})`,
  `create policy own_state_adds on addressed_offices for insert to desk_app with check (first_state = ${STATE})`,
  'grant select, insert on addressed_offices to desk_app',
];
