// Why: a case is read as a whole: what is shown of its other requests is entered on each of them, within the sitting that was opened for one.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OneSittingManyRequests1795910410002 implements MigrationInterface {
  readonly name = 'OneSittingManyRequests1795910410002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table disclosures add column within uuid references disclosures (id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table disclosures drop column within');
  }
}
