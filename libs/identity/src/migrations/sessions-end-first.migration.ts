// Why: api and web could remove the session of anybody of the State, and with it the trace that it was there.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SessionsEndFirst1795910460004 implements MigrationInterface {
  readonly name = 'SessionsEndFirst1795910460004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  'create policy only_what_ended on sessions as restrictive for delete to desk_app using (expires_at < clock_timestamp())',
];

const DOWN = ['drop policy only_what_ended on sessions'];
