// Why: there is nothing to count of what stops traces unless it is kept; what was closed before has no obstacle, which says "not asked".
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Obstacles1795910430001 implements MigrationInterface {
  readonly name = 'Obstacles1795910430001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_requests drop column obstacle');
  }
}

const UP = ['alter table tracing_requests add column obstacle text', 'grant update (obstacle) on tracing_requests to desk_app'];
