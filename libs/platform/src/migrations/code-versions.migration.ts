// Why: code and database of different ages met without a word; from now on the database tells which code it can live with, and every process may look.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CodeVersions1795910460001 implements MigrationInterface {
  readonly name = 'CodeVersions1795910460001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Of each migration that was run: the oldest version of the code that can work on the database after it.
  'create table migration_versions (migration text primary key, oldest_code text not null)',
  'grant select on migration_versions, migrations to desk_app, desk_sweeper, desk_relay',
];

const DOWN = ['revoke select on migrations from desk_app, desk_sweeper, desk_relay', 'drop table migration_versions'];
