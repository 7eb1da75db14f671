// Why: States are begun, and what is recorded of them, by whoever administers the desk: api and web only read them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class AdministeredStates1795910500002 implements MigrationInterface {
  readonly name = 'AdministeredStates1795910500002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** What a State's first day needs beside itself. */
const BEGUN_BESIDE = ['contact_points', 'contact_point_versions', 'authorities', 'marking_practices'];

const UP = [
  'revoke insert, update (protocol_standing, protocol_deposited_on, protocol_source, protocol_as_of) on states from desk_app',
  'drop policy own_state_begins on states',
  'drop policy own_state_changes on states',
  'create policy administration_reads on states for select to desk_administration using (true)',
  `create policy administration_begins on states for insert to desk_administration with check (code = ${STATE})`,
  `create policy administration_records on states for update to desk_administration using (code = ${STATE}) with check (code = ${STATE})`,
  `grant select, insert, update (protocol_standing, protocol_deposited_on, protocol_source, protocol_as_of)
     on states to desk_administration`,
  ...BEGUN_BESIDE.flatMap((table) => [
    `create policy administration_reads on ${table} for select to desk_administration using (true)`,
    `create policy administration_adds on ${table} for insert to desk_administration with check (state = ${STATE})`,
    `grant select, insert on ${table} to desk_administration`,
  ]),
];

const DOWN = [
  ...BEGUN_BESIDE.flatMap((table) => [
    `revoke select, insert on ${table} from desk_administration`,
    `drop policy administration_adds on ${table}`,
    `drop policy administration_reads on ${table}`,
  ]),
  'revoke all on states from desk_administration',
  'drop policy administration_records on states',
  'drop policy administration_begins on states',
  'drop policy administration_reads on states',
  `create policy own_state_begins on states for insert to desk_app with check (code = ${STATE})`,
  `create policy own_state_changes on states for update to desk_app using (code = ${STATE}) with check (code = ${STATE})`,
  'grant insert, update (protocol_standing, protocol_deposited_on, protocol_source, protocol_as_of) on states to desk_app',
];
