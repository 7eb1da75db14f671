// Why: whoever administers the desk connects as a role of their own, which reaches what they administer and no request (ADR 0045).
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Administration1795910500001 implements MigrationInterface {
  readonly name = 'Administration1795910500001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** A demonstration that stands already has a clock; a new one gets it, with its grants, after the migrations; a server never. */
function clockOfDemonstration(statement: string): string {
  return `do $$ begin if to_regclass('desk.desk_clock') is not null then ${statement}; end if; end $$`;
}

const UP = [
  'grant usage on schema desk to desk_administration',
  'grant execute on function desk_now() to desk_administration',
  'grant select on installation, migrations, migration_versions to desk_administration',
  clockOfDemonstration('grant select on desk_clock to desk_administration'),
];

const DOWN = [
  clockOfDemonstration('revoke select on desk_clock from desk_administration'),
  'revoke select on installation, migrations, migration_versions from desk_administration',
  'revoke execute on function desk_now() from desk_administration',
  'revoke usage on schema desk from desk_administration',
];
