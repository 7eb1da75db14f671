// Why: a database whose disk is full, or that became a replica, still answers reads; whether the desk is ready shows only in a write.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WriteProbe1795910450001 implements MigrationInterface {
  readonly name = 'WriteProbe1795910450001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table write_probe');
  }
}

const STATEMENTS = [
  `create table write_probe (
    singleton boolean primary key default true check (singleton),
    probed_at timestamptz not null
  ) with (fillfactor = 10)`,
  'insert into write_probe (probed_at) values (clock_timestamp())',
  'grant select, update (probed_at) on write_probe to desk_app, desk_sweeper, desk_sequencer, desk_relay',
];
