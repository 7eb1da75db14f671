// Why: rounds of additional information are counted per element of ITI 17, a redirect names a State, and a response may be added to or corrected.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RoundsAndRedirects1795564801001 implements MigrationInterface {
  readonly name = 'RoundsAndRedirects1795564801001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

// Nobody could ask for information before: the two columns that give way hold their defaults in every row.
const UP = [
  `alter table tracing_requests
    drop column beyond_17,
    drop column information_rounds,
    add column asked_element text,
    add column information_rounds jsonb not null default '{}',
    add column believed_state text`,
  'grant update (asked_element, information_rounds, believed_state) on tracing_requests to desk_app',
  `alter table responses
    add column act text not null default 'responded' check (act in ('responded', 'clarified', 'supplemented'))`,
];

const DOWN = [
  'alter table responses drop column act',
  `alter table tracing_requests
    drop column asked_element,
    drop column information_rounds,
    drop column believed_state,
    add column beyond_17 boolean not null default false,
    add column information_rounds integer not null default 0`,
  'grant update (beyond_17, information_rounds) on tracing_requests to desk_app',
];
