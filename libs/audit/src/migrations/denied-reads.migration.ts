// Why: who is refused a hundred times in a minute is one entry and a count, so that nobody floods the log.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class DeniedReads1795219200302 implements MigrationInterface {
  readonly name = 'DeniedReads1795219200302';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of DENIED_READS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table denied_reads');
  }
}

const DENIED_READS = [
  `create table denied_reads (
    state text not null,
    person_id uuid not null,
    subject_kind text not null,
    subject_id uuid not null,
    minute timestamptz not null,
    count integer not null check (count > 0),
    primary key (state, person_id, subject_kind, subject_id, minute)
  )`,
  'alter table denied_reads enable row level security, force row level security',
  `create policy own_state on denied_reads to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, update (count) on denied_reads to desk_app',
];
