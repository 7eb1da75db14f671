// Why: two cases of one weapon count it twice; one goes up in the other, and no longer counts.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class MergedCases1795564822003 implements MigrationInterface {
  readonly name = 'MergedCases1795564822003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table weapon_cases add column merged_into uuid references weapon_cases (id) check (merged_into <> id)',
    );
    await runner.query('grant update (merged_into) on weapon_cases to desk_app');
    await runner.query('grant update (case_id, place) on weapon_case_requests to desk_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (case_id, place) on weapon_case_requests from desk_app');
    await runner.query('alter table weapon_cases drop column merged_into');
  }
}
