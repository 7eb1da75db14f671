// Why: the administration enters what it does, and adds parts to the entries that it appends and to no other.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class EntriesOfAdministration1795910500004 implements MigrationInterface {
  readonly name = 'EntriesOfAdministration1795910500004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** The check of `PartsOfOwnEntries`, for the roles that may read what they append. */
function joinedBy(roles: readonly string[]): string {
  return `create or replace function audit_parts_join_their_entry() returns trigger language plpgsql as $$
    begin
      if current_user not in (${roles.map((role) => `'${role}'`).join(', ')}) then return null; end if;
      if exists (
        select from added where not exists (
          select from audit_entries entry where entry.id = added.entry_id and entry.appended_in = pg_current_xact_id()))
      then
        raise exception 'A part is added to an entry in the transaction that appends it.' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end
  $$`;
}

const UP = [
  // Of what it administers, on its own State's record alone: no request, and nothing that another State reads.
  `create policy administration_appends on audit_entries for insert to desk_administration
     with check (state = ${STATE} and counterpart_state is null and object_kind in ('state', 'person', 'session', 'contact_point', 'marking_practice', 'process'))`,
  `create policy administration_joins on audit_entries for select to desk_administration using (state = ${STATE})`,
  `create policy administration_appends on audit_parts for insert to desk_administration with check (state = ${STATE} and counterpart_state is null)`,
  `create policy administration on denied_reads to desk_administration using (state = ${STATE}) with check (state = ${STATE})`,
  `grant select (id, state, appended_in), insert (id, state, counterpart_state, object_kind, object_id, format, part_names, commitments)
     on audit_entries to desk_administration`,
  'grant insert on audit_parts to desk_administration',
  'grant select, insert, update (count) on denied_reads to desk_administration',
  joinedBy(['desk_app', 'desk_administration']),
];

const DOWN = [
  joinedBy(['desk_app']),
  'revoke all on denied_reads, audit_parts, audit_entries from desk_administration',
  'drop policy administration on denied_reads',
  'drop policy administration_appends on audit_parts',
  'drop policy administration_joins on audit_entries',
  'drop policy administration_appends on audit_entries',
];
