// Why: whoever gives information may keep it to designated authorities of the receiving State (ITI 15(a)): that State says which authorities it has.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Authorities1795910410003 implements MigrationInterface {
  readonly name = 'Authorities1795910410003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of AUTHORITIES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authorities');
  }
}

const AUTHORITIES = [
  `create table authorities (
    id uuid primary key default uuidv7(),
    state text not null references states (code),
    name text not null check (length(name) <= 200),
    name_key text not null check (name_key <> ''),
    unique (state, name_key),
    unique (id, state)
  )`,
  'alter table authorities enable row level security, force row level security',
  'create policy everybody_reads on authorities for select to desk_app using (true)',
  `create policy own_state_names on authorities for insert to desk_app with check (state = ${STATE})`,
  'grant select, insert on authorities to desk_app',
];
