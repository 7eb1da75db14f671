// Why: what the requested State answers is kept round by round, and who works on a request is each State's own knowledge.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Responses1795219200402 implements MigrationInterface {
  readonly name = 'Responses1795219200402';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RESPONSES, ...ASSIGNMENTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_assignments');
    await runner.query('drop table responses');
  }
}

// Open fields only: items, reasons and words are sealed parts of record kind `response`.
const RESPONSES = [
  `create table responses (
    id uuid primary key,
    request_id uuid not null references tracing_requests (id),
    requesting_state text not null,
    requested_state text not null,
    round integer not null check (round > 0),
    kind text not null check (kind in ('full', 'partial', 'restricted', 'refused', 'no_record')),
    finding text,
    ground text check ((ground is not null) = (kind in ('restricted', 'refused'))),
    responded_at timestamptz not null,
    unique (request_id, round)
  )`,
  'alter table responses enable row level security, force row level security',
  `create policy both_parties_read on responses for select to desk_app
    using (requesting_state = ${STATE} or requested_state = ${STATE})`,
  `create policy requested_state_responds on responses for insert to desk_app with check (requested_state = ${STATE})`,
  // A response given is given: it is supplemented by a further round, never changed.
  'grant select, insert on responses to desk_app',
];

const ASSIGNMENTS = [
  `create table request_assignments (
    state text not null,
    request_id uuid not null,
    person_id uuid not null,
    assigned_at timestamptz not null,
    primary key (state, request_id, person_id)
  )`,
  'create index request_assignments_of_person on request_assignments (state, person_id, request_id)',
  'alter table request_assignments enable row level security, force row level security',
  `create policy own_state on request_assignments to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, delete on request_assignments to desk_app',
];
