// Why: whoever received information may state each use of it that the giver can permit under ITI 15(b), not legal proceedings alone.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BEFORE = ['assigned_task', 'supervision', 'audit_review', 'legal_proceedings', 'other'];
const ADDED = ['investigation', 'diversion_analysis', 'embargo_monitoring', 'statistics'];

export class PurposesOfUse1795564825001 implements MigrationInterface {
  readonly name = 'PurposesOfUse1795564825001';

  async up(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, [...BEFORE, ...ADDED]);
  }

  /** Disclosures are never deleted: those for the added purposes stay, and no further ones are taken. */
  async down(runner: QueryRunner): Promise<void> {
    await replaceCheck(runner, BEFORE, ' not valid');
  }
}

async function replaceCheck(runner: QueryRunner, purposes: readonly string[], validity = ''): Promise<void> {
  const listed = purposes.map((purpose) => `'${purpose}'`).join(', ');
  await runner.query('alter table disclosures drop constraint disclosures_purpose_check');
  await runner.query(
    `alter table disclosures add constraint disclosures_purpose_check check (purpose in (${listed}))${validity}`,
  );
}
