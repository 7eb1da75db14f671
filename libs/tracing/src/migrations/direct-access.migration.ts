// Why: Directive (EU) 2023/977 counts an urgent question about directly accessible records in hours; only who asks can say so beforehand.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The draft alone needs it: at submission it becomes the length of the clock, which is frozen there. */
export class DirectAccess1795219200440 implements MigrationInterface {
  readonly name = 'DirectAccess1795219200440';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_request_drafts add column directly_accessible boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_request_drafts drop column directly_accessible');
  }
}
