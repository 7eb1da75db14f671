// Why: when an entry was appended was said by the process that appended it, which could say any other time.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EntryTimes1795910461001 implements MigrationInterface {
  readonly name = 'EntryTimes1795910461001';
  readonly oldestCode = '0.2.0';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // Nobody is granted the column, so nobody writes it: beside what the envelope says, the database has its own word for when that was.
  'alter table audit_entries alter column occurred_at set default desk_now()',
  'revoke insert (occurred_at) on audit_entries from desk_app, desk_sweeper',
];

const DOWN = [
  'grant insert (occurred_at) on audit_entries to desk_app, desk_sweeper',
  'alter table audit_entries alter column occurred_at drop default',
];
