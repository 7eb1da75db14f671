// Why: api and web could give a person another role, though nothing in them does.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RolesForGood1795910461007 implements MigrationInterface {
  readonly name = 'RolesForGood1795910461007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('revoke update (display_name, role, language) on people from desk_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('grant update (display_name, role, language) on people to desk_app');
  }
}
