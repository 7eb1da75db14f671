// Why: an administrator sends a message again; each round of attempts has its own three days and its own Message-ID, and the list says which it is.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Redelivery1795564826001 implements MigrationInterface {
  readonly name = 'Redelivery1795564826001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of REDELIVERY) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke update (${MARKED_ANEW}) on deliveries from desk_app`);
    await runner.query('drop policy own_state_redelivers on deliveries');
    await runner.query('alter table deliveries drop column round, drop column round_began_at');
  }
}

const MARKED_ANEW = 'status, attempts, next_attempt_at, last_error, sent_at, round, round_began_at';

const REDELIVERY = [
  `alter table deliveries
     add column round integer not null default 1 check (round > 0),
     add column round_began_at timestamptz`,
  'update deliveries set round_began_at = created_at',
  'alter table deliveries alter column round_began_at set not null',
  // What is not on its way may be put on its way again; nothing else of a delivery is an administrator's to change.
  `create policy own_state_redelivers on deliveries for update to desk_app
    using (state = ${STATE} and status <> 'waiting') with check (state = ${STATE} and status = 'waiting')`,
  `grant update (${MARKED_ANEW}) on deliveries to desk_app`,
];
