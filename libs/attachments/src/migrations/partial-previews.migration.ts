// Why: a picture of which a part is missing says so, where it was called ready.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartialPreviews1795910480003 implements MigrationInterface {
  readonly name = 'PartialPreviews1795910480003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(previews(`'none', 'waiting', 'ready', 'partial', 'failed'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`update attachments set preview = 'ready' where preview = 'partial'`);
    await runner.query(previews(`'none', 'waiting', 'ready', 'failed'`));
  }
}

function previews(words: string): string {
  return `alter table attachments
    drop constraint attachments_preview_check,
    add constraint attachments_preview_check check (preview in (${words}))`;
}
