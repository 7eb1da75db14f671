// Why: every act is evidence, so its entry is written once and for all; what can be shown or erased by itself lies in a table of its own.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class AuditEntries1795219200301 implements MigrationInterface {
  readonly name = 'AuditEntries1795219200301';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ENTRIES, ...PARTS, ...WRITTEN_ONCE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_parts');
    await runner.query('drop table audit_entries');
    await runner.query('drop function audit_is_written_once()');
  }
}

// State, object and time repeat what the envelope says, for look-up only: the envelope is what the log commits to.
const ENTRIES = [
  `create table audit_entries (
    id uuid primary key,
    state text not null,
    counterpart_state text check (counterpart_state <> state),
    object_kind text not null,
    object_id uuid not null,
    occurred_at timestamptz not null,
    format text not null,
    part_names text[] not null,
    commitments bytea[] not null check (cardinality(commitments) = cardinality(part_names)),
    number bigint unique check (number >= 0)
  )`,
  'create index audit_entries_object on audit_entries (object_id, occurred_at)',
  'alter table audit_entries enable row level security, force row level security',
  `create policy both_parties_read on audit_entries for select to desk_app using (state = ${STATE} or counterpart_state = ${STATE})`,
  `create policy own_state_appends on audit_entries for insert to desk_app with check (state = ${STATE})`,
  'create policy sweeper_appends on audit_entries for insert to desk_sweeper with check (true)',
  'create policy sequencer_reads on audit_entries for select to desk_sequencer using (true)',
  'create policy sequencer_numbers on audit_entries for update to desk_sequencer using (number is null) with check (number is not null)',
  'grant select on audit_entries to desk_app',
  `grant insert (id, state, counterpart_state, object_kind, object_id, occurred_at, format, part_names, commitments)
    on audit_entries to desk_app, desk_sweeper`,
  // The sequencer learns what it needs to write a leaf, and nothing of what the leaf is about.
  'grant select (id, format, commitments, number), update (number) on audit_entries to desk_sequencer',
];

// A part with its salt is the unit of showing, withholding and erasing. `content` of a sealed part is ciphertext under its State's key.
const PARTS = [
  `create table audit_parts (
    entry_id uuid not null references audit_entries (id),
    name text not null,
    state text not null,
    counterpart_state text check (counterpart_state <> state),
    salt bytea not null check (length(salt) = 32),
    content bytea not null,
    primary key (entry_id, name)
  )`,
  'alter table audit_parts enable row level security, force row level security',
  `create policy readers on audit_parts for select to desk_app using (state = ${STATE} or counterpart_state = ${STATE})`,
  `create policy own_state_appends on audit_parts for insert to desk_app with check (state = ${STATE})`,
  'create policy sweeper_appends on audit_parts for insert to desk_sweeper with check (true)',
  'create policy eraser on audit_parts to desk_eraser using (true) with check (true)',
  'grant select, insert on audit_parts to desk_app',
  'grant insert on audit_parts to desk_sweeper',
  'grant select, update, delete on audit_parts to desk_eraser',
];

// Grants already say who may change what. The trigger says it once more to whoever owns the tables, by mistake or in haste.
const WRITTEN_ONCE = [
  `create function audit_is_written_once() returns trigger language plpgsql as $$
    begin
      if tg_table_name = 'audit_entries' and tg_op = 'UPDATE' and current_user = 'desk_sequencer' then return null; end if;
      if tg_table_name = 'audit_parts' and tg_op in ('UPDATE', 'DELETE') and current_user = 'desk_eraser' then return null; end if;
      raise exception 'The audit log is written once: % on % is not for %.', tg_op, tg_table_name, current_user
        using errcode = 'insufficient_privilege';
    end
  $$`,
  ...['audit_entries', 'audit_parts'].map(
    (table) => `create trigger written_once before update or delete or truncate on ${table}
      for each statement execute function audit_is_written_once()`,
  ),
];
