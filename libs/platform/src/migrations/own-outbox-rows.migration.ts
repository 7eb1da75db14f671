// Why: api and web could ask for a job in the name of any State, and say when they had asked.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class OwnOutboxRows1795910461002 implements MigrationInterface {
  readonly name = 'OwnOutboxRows1795910461002';
  readonly oldestCode = '0.2.0';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const COLUMNS = 'state, queue, job, job_id, payload, due_at';

const UP = [
  'drop policy any_unit_of_work_adds on outbox',
  `create policy own_state_adds on outbox for insert to desk_app with check (state = ${STATE})`,
  'revoke insert on outbox from desk_app, desk_sweeper',
  `grant insert (${COLUMNS}) on outbox to desk_app, desk_sweeper`,
];

const DOWN = [
  `revoke insert (${COLUMNS}) on outbox from desk_app, desk_sweeper`,
  'grant insert on outbox to desk_app, desk_sweeper',
  'drop policy own_state_adds on outbox',
  `create policy any_unit_of_work_adds on outbox for insert to desk_app with check (${STATE} is not null)`,
];
