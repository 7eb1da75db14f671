// Why: forty firearms of one record are asked about in one go, and which requests were drafted together is their own State's knowledge alone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class RequestBatches1795564821001 implements MigrationInterface {
  readonly name = 'RequestBatches1795564821001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table request_batch_rows');
    await runner.query('drop table request_batches');
    await runner.query(`alter table disclosures drop constraint disclosures_subject_kind_check`);
    await runner.query(
      `alter table disclosures add constraint disclosures_subject_kind_check
        check (subject_kind in ('tracing_request', 'response', 'weapon_case')) not valid`,
    );
  }
}

// The groups follow from what is sealed in each request, so none are stored: an amended draft is in the group it belongs to now.
const UP = [
  `create table request_batches (
    id uuid primary key,
    state text not null,
    own_reference text,
    created_by uuid not null,
    created_at timestamptz not null
  )`,
  'create index request_batches_latest on request_batches (state, created_at desc, id desc)',
  'alter table request_batches enable row level security, force row level security',
  `create policy own_state on request_batches to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert on request_batches to desk_app',
  `create table request_batch_rows (
    state text not null,
    batch_id uuid not null references request_batches (id),
    place integer not null check (place >= 0),
    request_id uuid not null,
    primary key (state, batch_id, place)
  )`,
  'create index request_batch_rows_of_request on request_batch_rows (state, request_id)',
  'alter table request_batch_rows enable row level security, force row level security',
  `create policy own_state on request_batch_rows to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert on request_batch_rows to desk_app',
  'alter table disclosures drop constraint disclosures_subject_kind_check',
  `alter table disclosures add constraint disclosures_subject_kind_check
    check (subject_kind in ('tracing_request', 'response', 'weapon_case', 'request_batch'))`,
];
