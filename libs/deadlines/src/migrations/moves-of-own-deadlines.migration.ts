// Why: what a changed row must still be was left to what PostgreSQL does where a policy does not say, and a new deadline's id to its writer.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class MovesOfOwnDeadlines1795910461003 implements MigrationInterface {
  readonly name = 'MovesOfOwnDeadlines1795910461003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const OF_DEADLINES = `requesting_state = ${STATE} or requested_state = ${STATE}`;
const OF_PROFILES = `proposing_state = ${STATE} or other_state = ${STATE}`;
const COLUMNS = `request_id, reference, requesting_state, requested_state, consent_id, clock, acting_state, time_zone, state, profile,
  profile_version, intervals, first_due_at, due_at, settled_at, missed_at, version, pause_capped`;

const UP = [
  `alter policy both_parties_move on deadlines with check (${OF_DEADLINES})`,
  'revoke insert on deadlines from desk_app',
  `grant insert (${COLUMNS}) on deadlines to desk_app`,
  `alter policy both_parties_answer on bilateral_profiles with check (${OF_PROFILES})`,
];

// A policy cannot be given back its silence: it says what it would have meant.
const DOWN = [`revoke insert (${COLUMNS}) on deadlines from desk_app`, 'grant insert on deadlines to desk_app'];
