// Why: api and web could change what a State is, though nothing in them does.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class StatesForGood1795910461008 implements MigrationInterface {
  readonly name = 'StatesForGood1795910461008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (time_zone, officers_submit, active, dissolved_on) on states from desk_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (time_zone, officers_submit, active, dissolved_on) on states to desk_app');
  }
}
