// Why: an earlier request and the one that follows from it join their case in one transaction; the time alone no longer says which came first.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PlacesInCases1795564822002 implements MigrationInterface {
  readonly name = 'PlacesInCases1795564822002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table weapon_case_requests add column place integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table weapon_case_requests drop column place');
  }
}
