// Why: a request is counted by the version of the profile that held when it was submitted; two States may agree on another version since.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FrozenProfileVersion1795564806002 implements MigrationInterface {
  readonly name = 'FrozenProfileVersion1795564806002';

  async up(runner: QueryRunner): Promise<void> {
    // Every profile that a request could name so far is in its first version.
    await runner.query('alter table tracing_requests add column deadline_profile_version integer not null default 1');
    await runner.query('alter table tracing_requests alter column deadline_profile_version drop default');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_requests drop column deadline_profile_version');
  }
}
