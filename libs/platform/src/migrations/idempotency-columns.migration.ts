// Why: api and web could write any column of a key; whose it is never changes.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdempotencyColumns1795910460002 implements MigrationInterface {
  readonly name = 'IdempotencyColumns1795910460002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  'revoke update on idempotency_keys from desk_app',
  'grant update (action, request_hash, status, result_id, created_at) on idempotency_keys to desk_app',
];

const DOWN = [
  'revoke update (action, request_hash, status, result_id, created_at) on idempotency_keys from desk_app',
  'grant update on idempotency_keys to desk_app',
];
