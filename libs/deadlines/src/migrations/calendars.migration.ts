// Why: which days count is each State's own to say, for all to see; a correction is a new version, because past dates were counted by the old one.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Calendars1795219200502 implements MigrationInterface {
  readonly name = 'Calendars1795219200502';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CALENDARS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendars');
  }
}

const CALENDARS = [
  `create table calendars (
    id uuid primary key default uuidv7(),
    state text not null,
    version integer not null check (version > 0),
    time_zone text not null,
    weekend integer[] not null,
    holidays jsonb not null,
    source text not null,
    covered_until date not null,
    created_at timestamptz not null,
    unique (state, version)
  )`,
  'alter table calendars enable row level security, force row level security',
  'create policy everybody_reads on calendars for select to desk_app using (true)',
  `create policy own_state_adds on calendars for insert to desk_app with check (state = ${STATE})`,
  // No update, no delete: a version is what some date was counted by.
  'grant select, insert on calendars to desk_app',
];
