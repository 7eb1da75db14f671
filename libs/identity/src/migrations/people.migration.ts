// Why: people of one State are unknown to every other; before anybody is signed in, two functions look up one row each and nothing more.
import { ownedByDoor } from '@tracedesk/platform';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class People1795219200201 implements MigrationInterface {
  readonly name = 'People1795219200201';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PEOPLE, ...SESSIONS, ...DOOR]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function session_by_token(bytea)');
    await runner.query('drop function person_by_name(text, text)');
    await runner.query('drop table sessions');
    await runner.query('drop table people');
  }
}

const PEOPLE = [
  `create table people (
    id uuid primary key default uuidv7(),
    state text not null,
    sign_in_name text not null check (sign_in_name = lower(sign_in_name)),
    display_name text not null,
    role text not null check (role in ('tracing_officer', 'contact_point', 'supervisor', 'auditor', 'administrator', 'operator')),
    password_hash text not null,
    active boolean not null default true,
    language text not null default 'en',
    created_at timestamptz not null default clock_timestamp(),
    unique (state, sign_in_name)
  )`,
  'alter table people enable row level security, force row level security',
  `create policy own_state on people to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy door_looks_up on people for select to desk_door using (true)',
  'grant select, insert, update (display_name, role, password_hash, active, language) on people to desk_app',
  'grant select on people to desk_door',
];

// Wall time throughout (clock_timestamp): moving the business clock of a demonstration signs nobody out, and keeps nobody in.
const SESSIONS = [
  `create table sessions (
    token_hash bytea primary key check (length(token_hash) = 32),
    id uuid not null unique,
    person_id uuid not null references people (id),
    state text not null,
    created_at timestamptz not null default clock_timestamp(),
    last_seen_at timestamptz not null default clock_timestamp(),
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  'create index sessions_of_person on sessions (person_id)',
  'alter table sessions enable row level security, force row level security',
  `create policy own_state on sessions to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy door_looks_up on sessions for select to desk_door using (true)',
  'create policy door_notes_use on sessions for update to desk_door using (true) with check (true)',
  'grant select, insert, delete, update (revoked_at) on sessions to desk_app',
  'grant select, update (last_seen_at) on sessions to desk_door',
];

const IDLE_LIMIT = `interval '60 minutes'`;
const NOTED_EVERY = `interval '1 minute'`;

const DOOR = [
  `create function person_by_name(sought_state text, sought_name text)
    returns table (id uuid, role text, display_name text, language text, password_hash text, active boolean)
    language sql stable security definer set search_path = desk, pg_temp as $$
      select p.id, p.role, p.display_name, p.language, p.password_hash, p.active
        from people p where p.state = sought_state and p.sign_in_name = sought_name
    $$`,
  // Every request comes through here: one row by its key, and a write at most once a minute.
  `create function session_by_token(sought bytea)
    returns table (id uuid, person_id uuid, state text, role text, sign_in_name text, display_name text, language text, expires_at timestamptz)
    language plpgsql volatile security definer set search_path = desk, pg_temp as $$
      declare found_session sessions%rowtype;
      begin
        select * into found_session from sessions s
         where s.token_hash = sought and s.revoked_at is null
           and s.expires_at > clock_timestamp() and s.last_seen_at > clock_timestamp() - ${IDLE_LIMIT};
        if not found then return; end if;
        if found_session.last_seen_at < clock_timestamp() - ${NOTED_EVERY} then
          update sessions s set last_seen_at = clock_timestamp() where s.token_hash = sought;
        end if;
        return query
          select found_session.id, p.id, p.state, p.role, p.sign_in_name, p.display_name, p.language, found_session.expires_at
            from people p where p.id = found_session.person_id and p.state = found_session.state and p.active;
      end
    $$`,
  ...ownedByDoor('person_by_name(text, text)'),
  ...ownedByDoor('session_by_token(bytea)'),
];
