// Why: what is kept to designated authorities of a State (ITI 15(a)) opens to people of those authorities: so people belong to them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class AuthorityMembers1795910410004 implements MigrationInterface {
  readonly name = 'AuthorityMembers1795910410004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of MEMBERS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table authority_members');
  }
}

/** A person belongs to authorities of their own State alone. */
const MEMBERS = [
  `create table authority_members (
    state text not null,
    person_id uuid not null references people (id),
    authority_id uuid not null,
    primary key (person_id, authority_id),
    foreign key (authority_id, state) references authorities (id, state)
  )`,
  'alter table authority_members enable row level security, force row level security',
  `create policy own_state on authority_members to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, delete on authority_members to desk_app',
];
