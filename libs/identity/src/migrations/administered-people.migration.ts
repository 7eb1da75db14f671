// Why: who takes api or web over makes nobody, gives nobody a password and puts nobody into an authority: the administration alone does.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class AdministeredPeople1795910500003 implements MigrationInterface {
  readonly name = 'AdministeredPeople1795910500003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

/** `CURRENT_COST` as a hash begins; whoever raises it makes this policy anew. */
const TODAYS_COST = '$scrypt$ln=15,r=8,p=3$';

const UP = [
  'revoke insert, update (active) on people from desk_app',
  'drop policy own_state on people',
  `create policy own_state on people for select to desk_app using (state = ${STATE})`,
  // Whoever signs in with a hash of an older cost has it made anew: what is at today's cost api and web cannot touch.
  `create policy older_cost_is_hashed_anew on people for update to desk_app
     using (state = ${STATE} and password_hash not like '${TODAYS_COST}%') with check (state = ${STATE})`,
  'revoke insert, delete on authority_members from desk_app',
  `create policy administration on people to desk_administration using (state = ${STATE}) with check (state = ${STATE})`,
  `create policy administration on authority_members to desk_administration using (state = ${STATE}) with check (state = ${STATE})`,
  `create policy administration_looks on sessions for select to desk_administration using (state = ${STATE})`,
  // What was ended stays so, whoever takes api or web over; and no session lasts longer than a day's work.
  `create policy administration_ends on sessions for update to desk_administration
     using (state = ${STATE} and revoked_at is null) with check (state = ${STATE})`,
  'drop policy own_state on sessions',
  `create policy own_state_looks on sessions for select to desk_app using (state = ${STATE})`,
  `create policy own_state_begins on sessions for insert to desk_app
     with check (state = ${STATE} and revoked_at is null and expires_at < clock_timestamp() + interval '13 hours')`,
  `create policy own_state_ends on sessions for update to desk_app
     using (state = ${STATE} and revoked_at is null) with check (state = ${STATE})`,
  `create policy own_state_forgets on sessions for delete to desk_app using (state = ${STATE} and expires_at < clock_timestamp())`,
  'grant select, insert, update (password_hash, active) on people to desk_administration',
  'grant select, insert, delete on authority_members to desk_administration',
  'grant select (state, person_id, revoked_at), update (revoked_at) on sessions to desk_administration',
];

const DOWN = [
  'revoke all on sessions, authority_members, people from desk_administration',
  ...[
    'own_state_forgets',
    'own_state_ends',
    'own_state_begins',
    'own_state_looks',
    'administration_ends',
    'administration_looks',
  ].map((policy) => `drop policy ${policy} on sessions`),
  `create policy own_state on sessions to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'drop policy administration on authority_members',
  'drop policy administration on people',
  'grant insert, delete on authority_members to desk_app',
  'drop policy older_cost_is_hashed_anew on people',
  'drop policy own_state on people',
  `create policy own_state on people to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant insert, update (active) on people to desk_app',
];
