// Why: protected content is stored in one table and only as ciphertext, and each State opens it with a key of its own.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Sealing1795219200002 implements MigrationInterface {
  readonly name = 'Sealing1795219200002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...RECORD_KEYS, ...PROTECTED_PARTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table protected_parts');
    await runner.query('drop table record_keys');
  }
}

// A State that holds the data key may wrap it for another: it adds a row it cannot read.
const RECORD_KEYS = [
  `create table record_keys (
    record_kind text not null,
    record_id uuid not null,
    state text not null,
    granted_by text not null,
    key_version integer not null check (key_version > 0),
    wrapped_key bytea not null,
    primary key (record_id, record_kind, state)
  )`,
  'alter table record_keys enable row level security, force row level security',
  `create policy own_state_opens on record_keys for select to desk_app using (state = ${STATE})`,
  `create policy holder_grants on record_keys for insert to desk_app with check (granted_by = ${STATE})`,
  `create policy own_state_discards on record_keys for delete to desk_app using (state = ${STATE})`,
  'grant select, insert, delete on record_keys to desk_app',
];

// What is shared is not deleted: the other State relies on it.
const PROTECTED_PARTS = [
  `create table protected_parts (
    record_kind text not null,
    record_id uuid not null,
    name text not null,
    first_state text not null,
    second_state text check (second_state <> first_state),
    nonce bytea not null check (length(nonce) = 12),
    ciphertext bytea not null check (length(ciphertext) >= 16),
    updated_at timestamptz not null,
    primary key (record_id, record_kind, name)
  )`,
  'alter table protected_parts enable row level security, force row level security',
  `create policy circle_reads on protected_parts for select to desk_app using (first_state = ${STATE} or second_state = ${STATE})`,
  `create policy own_state_adds on protected_parts for insert to desk_app with check (first_state = ${STATE})`,
  `create policy own_state_replaces on protected_parts for update to desk_app using (first_state = ${STATE}) with check (first_state = ${STATE})`,
  `create policy own_state_discards on protected_parts for delete to desk_app using (first_state = ${STATE} and second_state is null)`,
  'grant select, insert, delete, update (second_state, nonce, ciphertext, updated_at) on protected_parts to desk_app',
];
