// Why: an element of ITI 17 that is declared not available may be asked for again, and must not pause the response period for ever.
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was declared before this stands in the log alone: it pauses once more, and is kept from then on. */
export class ElementsNotAvailable1795910420002 implements MigrationInterface {
  readonly name = 'ElementsNotAvailable1795910420002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table tracing_requests add column not_available text[] not null default '{}'`);
    await runner.query('grant update (not_available) on tracing_requests to desk_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_requests drop column not_available');
  }
}
