// Why: a sitting opened content that came after it, of a draft even the answer: it covers what there was when it was opened, by name, and its entry names it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WhatASittingCovers1795910410001 implements MigrationInterface {
  readonly name = 'WhatASittingCovers1795910410001';

  /** Sittings that last while this runs cover nothing: their purpose is stated anew. */
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table disclosures add column covers text[] not null default '{}'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table disclosures drop column covers');
  }
}
