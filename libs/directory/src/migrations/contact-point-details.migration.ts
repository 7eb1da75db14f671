// Why: several offices may answer for one State (ITI 25), each with its hours, ways and scope, and what was said before stays readable.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class ContactPointDetails1795219200102 implements MigrationInterface {
  readonly name = 'ContactPointDetails1795219200102';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DETAILS, ...VERSIONS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table contact_point_versions');
    await runner.query(
      `alter table contact_points drop column version, drop column confirmed_at, drop column channels, drop column working_days,
         drop column opens_at, drop column closes_at, drop column deputies, drop column scope`,
    );
  }
}

// The rows of other States are here too, and row security is forced: what each row was last known to be is filled in by a default.
const DETAILS = [
  `alter table contact_points
     add column version integer not null default 1,
     add column confirmed_at timestamptz not null default now(),
     add column channels text[] not null default '{}',
     add column working_days smallint[] not null default '{}',
     add column opens_at text check (opens_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
     add column closes_at text check (closes_at ~ '^[0-2][0-9]:[0-5][0-9]$'),
     add column deputies text[] not null default '{}',
     add column scope text[] not null default '{all}' check (cardinality(scope) > 0)`,
  `grant update (version, confirmed_at, channels, working_days, opens_at, closes_at, deputies, scope) on contact_points to desk_app`,
];

const VERSIONS = [
  `create table contact_point_versions (
    contact_point_id uuid not null references contact_points (id),
    version integer not null,
    state text not null,
    replaced_at timestamptz not null,
    content jsonb not null,
    primary key (contact_point_id, version)
  )`,
  'alter table contact_point_versions enable row level security, force row level security',
  'create policy everybody_reads on contact_point_versions for select to desk_app using (true)',
  `create policy own_state_adds on contact_point_versions for insert to desk_app with check (state = ${STATE})`,
  'grant select, insert on contact_point_versions to desk_app',
];
