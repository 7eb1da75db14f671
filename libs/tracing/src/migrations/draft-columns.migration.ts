// Why: api and web could write any column of a draft; its State, its reference and who wrote it never change.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DraftColumns1795910460005 implements MigrationInterface {
  readonly name = 'DraftColumns1795910460005';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  'revoke update on tracing_request_drafts from desk_app',
  `grant update (requested_state, priority, legal_basis, own_reference, version, traceability_check_version, updated_at, directly_accessible)
    on tracing_request_drafts to desk_app`,
];

const DOWN = [
  `revoke update (requested_state, priority, legal_basis, own_reference, version, traceability_check_version, updated_at, directly_accessible)
    on tracing_request_drafts from desk_app`,
  'grant update on tracing_request_drafts to desk_app',
];
