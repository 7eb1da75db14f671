// Why: a job that is itself the record of what is to be done was lost with a queue that was wiped between the relay and the handler.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class OutboxKeptUntilDone1795564828001 implements MigrationInterface {
  readonly name = 'OutboxKeptUntilDone1795564828001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  // A row that was never carried is due whatever the server's clock says.
  `alter table outbox add column carried_after timestamptz not null default '-infinity'`,
  'create index outbox_to_carry on outbox (carried_after, id)',
  'drop policy relay_carries on outbox',
  'create policy relay_carries on outbox to desk_relay using (true) with check (true)',
  'revoke update (created_at) on outbox from desk_relay',
  'grant update (carried_after) on outbox to desk_relay',
];

const DOWN = [
  'revoke update (carried_after) on outbox from desk_relay',
  'grant update (created_at) on outbox to desk_relay',
  'drop policy relay_carries on outbox',
  'create policy relay_carries on outbox to desk_relay using (true) with check (false)',
  'alter table outbox drop column carried_after',
];
