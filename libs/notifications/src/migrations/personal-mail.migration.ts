// Why: who has the task, and a supervisor, hear by e-mail at an address that they have proved to be theirs, when they want to.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class PersonalMail1795564826002 implements MigrationInterface {
  readonly name = 'PersonalMail1795564826002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...PREFERENCES, ...PROOFS, ...TO_PERSONS, ...WHAT_THE_RELAY_READS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of UNDONE) await runner.query(statement);
  }
}

const PREFERENCES = [
  `create table mail_preferences (
    person_id uuid primary key references people (id) on delete cascade,
    state text not null,
    by_mail text not null default 'immediately' check (by_mail in ('off', 'immediately', 'digest')),
    digest_hour smallint check (digest_hour between 0 and 23),
    quiet_from text,
    quiet_until text check ((quiet_until is null) = (quiet_from is null)),
    urgent_through boolean not null default true,
    address text,
    confirmed_at timestamptz check ((confirmed_at is null) = (address is null)),
    check (by_mail <> 'digest' or digest_hour is not null)
  )`,
  'alter table mail_preferences enable row level security, force row level security',
  `create policy own_state on mail_preferences to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy relay_sees on mail_preferences for select to desk_relay using (true)',
  `grant select, insert, update (by_mail, digest_hour, quiet_from, quiet_until, urgent_through, address, confirmed_at)
    on mail_preferences to desk_app`,
  'grant select on mail_preferences to desk_relay',
];

// The code goes to the address alone: role desk_app writes it and cannot read it, the worker forgets it once it is sent. A hash of it stays.
const PROOFS = [
  `create table address_proofs (
    person_id uuid primary key references people (id) on delete cascade,
    state text not null,
    id uuid not null unique,
    address text not null,
    code text,
    code_hash bytea not null check (length(code_hash) = 32),
    attempts integer not null default 0,
    next_attempt_at timestamptz not null,
    asked integer not null default 1,
    first_asked_at timestamptz not null,
    asked_at timestamptz not null
  )`,
  'alter table address_proofs enable row level security, force row level security',
  `create policy own_state on address_proofs to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy relay_sees on address_proofs for select to desk_relay using (true)',
  'create policy relay_marks on address_proofs for update to desk_relay using (true) with check (true)',
  'grant select (person_id, state, id, address, code_hash, asked, first_asked_at, asked_at), insert, delete on address_proofs to desk_app',
  `grant update (id, address, code, code_hash, attempts, next_attempt_at, asked, first_asked_at, asked_at)
    on address_proofs to desk_app`,
  'grant select (id, person_id, state, address, code, attempts, next_attempt_at, asked_at) on address_proofs to desk_relay',
  'grant update (code, attempts, next_attempt_at) on address_proofs to desk_relay',
];

const ERRORS = `'refused', 'temporary', 'sign_in', 'unreachable', 'unknown'`;

const TO_PERSONS = [
  `alter table deliveries
     alter column contact_point_id drop not null,
     add column person_id uuid references people (id),
     add column digest boolean not null default false,
     add constraint deliveries_to_somebody check (num_nonnulls(contact_point_id, person_id) = 1),
     add constraint deliveries_once_to_a_person unique (notice_id, person_id),
     drop constraint deliveries_last_error_check,
     add constraint deliveries_last_error_check check (last_error in (${ERRORS}, 'gone'))`,
  `create index deliveries_of_person on deliveries (person_id) where status = 'waiting' and person_id is not null`,
  'grant update (digest) on deliveries to desk_app',
];

const WHAT_THE_RELAY_READS = [
  'create policy relay_addresses on people for select to desk_relay using (true)',
  'grant select (id, state, role, active, language) on people to desk_relay',
  'create policy relay_addresses on request_assignments for select to desk_relay using (true)',
  'grant select (state, request_id, person_id) on request_assignments to desk_relay',
  'create policy relay_urgency on tracing_requests for select to desk_relay using (true)',
  'grant select (id, priority) on tracing_requests to desk_relay',
];

const UNDONE = [
  'revoke select (id, priority) on tracing_requests from desk_relay',
  'drop policy relay_urgency on tracing_requests',
  'revoke select (state, request_id, person_id) on request_assignments from desk_relay',
  'drop policy relay_addresses on request_assignments',
  'revoke select (id, state, role, active, language) on people from desk_relay',
  'drop policy relay_addresses on people',
  'delete from deliveries where person_id is not null',
  `update deliveries set last_error = 'refused' where last_error = 'gone'`,
  `alter table deliveries
     drop constraint deliveries_last_error_check,
     add constraint deliveries_last_error_check check (last_error in (${ERRORS})),
     drop column person_id, drop column digest,
     alter column contact_point_id set not null`,
  'drop table address_proofs',
  'drop table mail_preferences',
];
