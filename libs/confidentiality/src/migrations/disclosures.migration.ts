// Why: protected content is opened subject by subject, to one person for one sitting, and the opening itself is a record.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Disclosures1795219200601 implements MigrationInterface {
  readonly name = 'Disclosures1795219200601';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of DISCLOSURES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disclosures');
  }
}

// Times are wall time: see Disclosures. The words given are not here but in a sealed part of the entry.
const DISCLOSURES = [
  `create table disclosures (
    id uuid primary key default uuidv7(),
    state text not null,
    person_id uuid not null,
    session_id uuid not null,
    subject_kind text not null check (subject_kind in ('tracing_request', 'response')),
    subject_id uuid not null,
    purpose text not null check (purpose in ('assigned_task', 'supervision', 'audit_review', 'legal_proceedings', 'other')),
    rule text not null,
    opened_at timestamptz not null,
    expires_at timestamptz not null check (expires_at > opened_at)
  )`,
  'create index disclosures_of_subject on disclosures (state, subject_id, opened_at desc)',
  'alter table disclosures enable row level security, force row level security',
  `create policy own_state on disclosures to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  // Never changed, never deleted by the application: who was shown what is kept as long as the record.
  'grant select, insert on disclosures to desk_app',
];
