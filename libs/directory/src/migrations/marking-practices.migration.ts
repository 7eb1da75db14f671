// Why: how each State marks arms is what makes a mark readable elsewhere (ITI 31(b)); what stands there about a State is its own to say.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class MarkingPractices1795219200103 implements MigrationInterface {
  readonly name = 'MarkingPractices1795219200103';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of PRACTICES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table marking_practices');
  }
}

const PRACTICES = [
  `create table marking_practices (
    id uuid primary key default uuidv7(),
    state text not null references states (code),
    kind text not null,
    looks_like text not null,
    example text,
    place text,
    since_year integer,
    until_year integer check (until_year >= since_year),
    source text not null,
    version integer not null default 1,
    updated_at timestamptz not null
  )`,
  'create index marking_practices_of_state on marking_practices (state, kind)',
  'alter table marking_practices enable row level security, force row level security',
  'create policy everybody_reads on marking_practices for select to desk_app using (true)',
  `create policy own_state_adds on marking_practices for insert to desk_app with check (state = ${STATE})`,
  `create policy own_state_changes on marking_practices for update to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  `grant select, insert, update (kind, looks_like, example, place, since_year, until_year, source, version, updated_at)
     on marking_practices to desk_app`,
];
