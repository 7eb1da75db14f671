// Why: guessing passwords is slowed down wherever the guess arrives, so the counters are the database's and not one process's.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Throttle1795219200202 implements MigrationInterface {
  readonly name = 'Throttle1795219200202';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of THROTTLE) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table throttle_counters');
  }
}

// No State's data, hence no row security: hashes of names and addresses, each for a quarter of an hour.
const THROTTLE = [
  `create table throttle_counters (
    key_hash bytea not null check (length(key_hash) = 32),
    window_start timestamptz not null,
    attempts integer not null check (attempts >= 0),
    primary key (key_hash, window_start)
  )`,
  'create index throttle_counters_by_age on throttle_counters (window_start)',
  'grant select, insert, delete, update (attempts) on throttle_counters to desk_app',
];
