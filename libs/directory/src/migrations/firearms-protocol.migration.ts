// Why: which States are parties to the Firearms Protocol changes; an administrator records it, with its source and the day of which it speaks.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FirearmsProtocol1795910490001 implements MigrationInterface {
  readonly name = 'FirearmsProtocol1795910490001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table states ${COLUMNS.map((column) => `drop column ${column}`).join(', ')}`);
  }
}

const COLUMNS = ['protocol_standing', 'protocol_deposited_on', 'protocol_source', 'protocol_as_of'];

// Nothing recorded: all four are null. No standing without its source and its day.
const UP = [
  `alter table states
     add column protocol_standing text check (protocol_standing in ('party', 'not_party', 'not_known')),
     add column protocol_deposited_on date check (protocol_deposited_on is null or (protocol_standing = 'party' and protocol_deposited_on <= protocol_as_of)),
     add column protocol_source text check (length(protocol_source) between 1 and 300),
     add column protocol_as_of date,
     add constraint protocol_has_source check (num_nulls(protocol_standing, protocol_source, protocol_as_of) in (0, 3))`,
  `grant update (${COLUMNS.join(', ')}) on states to desk_app`,
];
