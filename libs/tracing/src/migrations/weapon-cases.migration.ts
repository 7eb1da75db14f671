// Why: one weapon may take several requests, or none, and counts once; which belong together is its own State's knowledge alone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class WeaponCases1795564803003 implements MigrationInterface {
  readonly name = 'WeaponCases1795564803003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table weapon_case_requests');
    await runner.query('drop table weapon_cases');
    await runner.query(`alter table disclosures drop constraint disclosures_subject_kind_check`);
    await runner.query(
      `alter table disclosures add constraint disclosures_subject_kind_check check (subject_kind in ('tracing_request', 'response')) not valid`,
    );
  }
}

// What the case comes to in detail is a sealed part of record kind `weapon_case`.
const UP = [
  `create table weapon_cases (
    id uuid primary key,
    state text not null,
    manner text not null check (manner in ('seized', 'found', 'surrendered')),
    criminal_offence boolean not null,
    uniquely_marked boolean not null,
    own_reference text,
    opened_at timestamptz not null,
    conclusion text check (conclusion in ('point_of_diversion', 'last_legal_holder', 'not_established')),
    basis text check (basis in ('tracing', 'authority')),
    concluded_at timestamptz check ((concluded_at is null) = (conclusion is null)),
    version integer not null check (version > 0),
    check ((basis is not null) = (conclusion is not distinct from 'point_of_diversion'))
  )`,
  'create index weapon_cases_latest on weapon_cases (state, opened_at desc, id desc)',
  'alter table weapon_cases enable row level security, force row level security',
  `create policy own_state on weapon_cases to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, update (conclusion, basis, concluded_at, version) on weapon_cases to desk_app',
  `create table weapon_case_requests (
    state text not null,
    case_id uuid not null references weapon_cases (id),
    request_id uuid not null,
    joined_at timestamptz not null,
    primary key (state, request_id)
  )`,
  'create index weapon_case_requests_of_case on weapon_case_requests (case_id)',
  'alter table weapon_case_requests enable row level security, force row level security',
  `create policy own_state on weapon_case_requests to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert on weapon_case_requests to desk_app',
  'alter table disclosures drop constraint disclosures_subject_kind_check',
  `alter table disclosures add constraint disclosures_subject_kind_check
    check (subject_kind in ('tracing_request', 'response', 'weapon_case'))`,
];
