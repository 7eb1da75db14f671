// Why: a pause that the profile caps ends by itself, so a clock paused under a cap falls due like one that runs, and the sweep has to see it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CappedPauses1795564806003 implements MigrationInterface {
  readonly name = 'CappedPauses1795564806003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

// `due_at` of a clock paused under a cap is where it falls if nobody closes the pause. No profile before this one had a cap.
const UP = [
  'alter table deadlines add column pause_capped boolean not null default false',
  `alter table deadlines add column ticks boolean not null
     generated always as (state = 'runs' or (state = 'paused' and pause_capped)) stored`,
  'drop index deadlines_to_watch',
  'create index deadlines_to_watch on deadlines (due_at) where ticks and missed_at is null',
  'grant update (pause_capped) on deadlines to desk_app',
];

const DOWN = [
  'drop index deadlines_to_watch',
  `create index deadlines_to_watch on deadlines (due_at) where state = 'runs' and missed_at is null`,
  'alter table deadlines drop column ticks, drop column pause_capped',
];
