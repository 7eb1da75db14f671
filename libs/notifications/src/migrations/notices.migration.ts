// Why: a State is told in the desk what happened to its requests, with open fields only.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Notices1795219200701 implements MigrationInterface {
  readonly name = 'Notices1795219200701';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of NOTICES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notices');
  }
}

const NOTICES = [
  `create table notices (
    id uuid primary key default uuidv7(),
    state text not null,
    kind text not null,
    request_id uuid not null,
    reference text not null,
    clock text,
    occasion text not null,
    created_at timestamptz not null,
    read_at timestamptz,
    read_by uuid check ((read_by is null) = (read_at is null)),
    unique nulls not distinct (state, request_id, kind, clock, occasion)
  )`,
  'create index notices_latest on notices (state, created_at desc, id desc)',
  'create index notices_unread on notices (state) where read_at is null',
  'alter table notices enable row level security, force row level security',
  `create policy own_state_reads on notices for select to desk_app using (state = ${STATE})`,
  `create policy own_state_marks on notices for update to desk_app using (state = ${STATE})`,
  'create policy relay_writes on notices for insert to desk_relay with check (true)',
  'grant select, update (read_at, read_by) on notices to desk_app',
  'grant insert on notices to desk_relay',
];
