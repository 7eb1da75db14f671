// Why: what a follow-up request carries came from somebody under a rule, and a consent that is withdrawn must be seen where it was used.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class FollowUpFacts1795564803004 implements MigrationInterface {
  readonly name = 'FollowUpFacts1795564803004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table follow_up_facts');
  }
}

// Names and rules, never values. The State asked must not learn from which requests of the asking State a fact came.
const UP = [
  `create table follow_up_facts (
    state text not null,
    request_id uuid not null,
    source_request_id uuid not null,
    name text not null,
    giver text not null,
    rule text not null,
    carried boolean not null,
    consent_id uuid,
    primary key (state, request_id, source_request_id, name)
  )`,
  'alter table follow_up_facts enable row level security, force row level security',
  `create policy own_state on follow_up_facts to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, delete on follow_up_facts to desk_app',
];
