// Why: api and web could add a part to an entry that was written before, or give it another State than its entry's.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PartsOfOwnEntries1795910460003 implements MigrationInterface {
  readonly name = 'PartsOfOwnEntries1795910460003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // As PostgreSQL knows the transaction: nobody is granted the column, so nobody writes it.
  'alter table audit_entries add column appended_in xid8 default pg_current_xact_id()',
  'alter table audit_entries add unique (id, state)',
  'alter table audit_parts add foreign key (entry_id, state) references audit_entries (id, state)',
  `create function audit_parts_join_their_entry() returns trigger language plpgsql as $$
    begin
      -- By itself: a statement that names the entries wants the right to read them, whether or not it comes to that, and the sweeper has none.
      if current_user <> 'desk_app' then return null; end if;
      if exists (
        select from added where not exists (
          select from audit_entries entry where entry.id = added.entry_id and entry.appended_in = pg_current_xact_id()))
      then
        raise exception 'A part is added to an entry in the transaction that appends it.' using errcode = 'insufficient_privilege';
      end if;
      return null;
    end
  $$`,
  'revoke execute on function audit_parts_join_their_entry() from public',
  `create trigger join_their_entry after insert on audit_parts referencing new table as added
    for each statement execute function audit_parts_join_their_entry()`,
];

const DOWN = [
  'drop trigger join_their_entry on audit_parts',
  'drop function audit_parts_join_their_entry()',
  'alter table audit_parts drop constraint audit_parts_entry_id_state_fkey',
  'alter table audit_entries drop constraint audit_entries_id_state_key',
  'alter table audit_entries drop column appended_in',
];
