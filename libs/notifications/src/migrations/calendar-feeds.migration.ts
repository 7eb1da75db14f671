// Why: a calendar program cannot sign in. It asks with a secret address, of which only the hash is kept; one function finds whose it is.
import { ownedByDoor } from '@tracedesk/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class CalendarFeeds1795564810001 implements MigrationInterface {
  readonly name = 'CalendarFeeds1795564810001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of FEEDS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function calendar_feed_by_token(bytea)');
    await runner.query('drop table calendar_feeds');
  }
}

const FEEDS = [
  `create table calendar_feeds (
    person_id uuid primary key references people (id) on delete cascade,
    state text not null,
    token_hash bytea not null unique check (length(token_hash) = 32),
    made_at timestamptz not null
  )`,
  'alter table calendar_feeds enable row level security, force row level security',
  `create policy own_state on calendar_feeds to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy door_looks_up on calendar_feeds for select to desk_door using (true)',
  'grant select, insert, delete, update (token_hash, made_at) on calendar_feeds to desk_app',
  'grant select on calendar_feeds to desk_door',
  // Whether the person may still come in is asked each time: a feed ends with its person.
  `create function calendar_feed_by_token(sought bytea)
    returns table (state text, role text, language text)
    language sql stable security definer set search_path = desk, pg_temp as $$
      select p.state, p.role, p.language
        from calendar_feeds f join people p on p.id = f.person_id and p.state = f.state and p.active
       where f.token_hash = sought
    $$`,
  ...ownedByDoor('calendar_feed_by_token(bytea)'),
];
