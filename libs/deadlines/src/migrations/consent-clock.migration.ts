// Why: a consent asked for in connection with a request has a clock of its own, and several of them may run beside the clocks of the request.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConsentClock1795564803001 implements MigrationInterface {
  readonly name = 'ConsentClock1795564803001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

// Null is the request itself, and unique like any other value: one row per clock of a request, one per consent.
const UP = [
  'alter table deadlines add column consent_id uuid',
  'alter table deadlines drop constraint deadlines_clock_check',
  `alter table deadlines add constraint deadlines_clock_check
    check (clock in ('acknowledgement', 'response', 'information', 'clarification', 'consent'))`,
  `alter table deadlines add constraint deadlines_consent_has_its_clock check ((clock = 'consent') = (consent_id is not null))`,
  'alter table deadlines drop constraint deadlines_request_id_clock_key',
  'alter table deadlines add constraint deadlines_one_per_clock unique nulls not distinct (request_id, clock, consent_id)',
  'create index deadlines_of_consent on deadlines (consent_id) where consent_id is not null',
  'alter table missed_deadlines add column consent_id uuid',
  'alter table missed_deadlines drop constraint missed_deadlines_request_id_clock_due_at_key',
  `alter table missed_deadlines add constraint missed_deadlines_one_per_miss
    unique nulls not distinct (request_id, clock, consent_id, due_at)`,
  'grant insert (consent_id) on missed_deadlines to desk_app, desk_sweeper',
];

const DOWN = [
  `delete from missed_deadlines where consent_id is not null`,
  `delete from deadlines where consent_id is not null`,
  'alter table missed_deadlines drop constraint missed_deadlines_one_per_miss, drop column consent_id',
  'alter table missed_deadlines add unique (request_id, clock, due_at)',
  'alter table deadlines drop constraint deadlines_one_per_clock, drop constraint deadlines_consent_has_its_clock, drop column consent_id',
  'alter table deadlines drop constraint deadlines_clock_check',
  `alter table deadlines add constraint deadlines_clock_check check (clock in ('acknowledgement', 'response', 'information', 'clarification'))`,
  'alter table deadlines add unique (request_id, clock)',
];
