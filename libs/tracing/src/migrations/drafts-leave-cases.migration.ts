// Why: a draft that is discarded was never sent; it must not stay in the case of its weapon as if something had been attempted by it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DraftsLeaveCases1795564822001 implements MigrationInterface {
  readonly name = 'DraftsLeaveCases1795564822001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('grant delete on weapon_case_requests to desk_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke delete on weapon_case_requests from desk_app');
  }
}
