// Why: a State whose office nobody confirmed for years, or whose last one has expired, is asked for an update, and every State sees that it was.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UpdateAsked1795910480001 implements MigrationInterface {
  readonly name = 'UpdateAsked1795910480001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

// The sweeper asks; that an office was confirmed or changed, which takes it back, is its own State's act.
const UP = [
  'alter table contact_points add column update_asked_at timestamptz',
  'create policy sweeper_sees on contact_points for select to desk_sweeper using (true)',
  'create policy sweeper_asks on contact_points for update to desk_sweeper using (true) with check (update_asked_at is not null)',
  `grant select (id, state, version, confirmed_at, valid_from, valid_until, update_asked_at), update (update_asked_at)
    on contact_points to desk_sweeper`,
  'grant update (update_asked_at) on contact_points to desk_app',
];

const DOWN = [
  'revoke select (id, state, version, confirmed_at, valid_from, valid_until, update_asked_at) on contact_points from desk_sweeper',
  'revoke update (update_asked_at) on contact_points from desk_sweeper, desk_app',
  'drop policy sweeper_asks on contact_points',
  'drop policy sweeper_sees on contact_points',
  'alter table contact_points drop column update_asked_at',
];
