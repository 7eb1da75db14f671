// Why: a job may enter its queue only after the commit that asks for it, and must then enter it for certain.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Outbox1795219200003 implements MigrationInterface {
  readonly name = 'Outbox1795219200003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox');
  }
}

const STATEMENTS = [
  `create table outbox (
    id uuid primary key default uuidv7(),
    state text not null,
    queue text not null,
    job text not null,
    job_id text,
    payload jsonb not null,
    due_at timestamptz,
    created_at timestamptz not null default clock_timestamp()
  )`,
  'alter table outbox enable row level security, force row level security',
  // A move tells the other party too, so a row may be about either State; nobody but the relay ever reads one.
  `create policy any_unit_of_work_adds on outbox for insert to desk_app with check (${STATE} is not null)`,
  'create policy sweeper_adds on outbox for insert to desk_sweeper with check (true)',
  'create policy relay_carries on outbox to desk_relay using (true) with check (false)',
  'grant insert on outbox to desk_app, desk_sweeper',
  // PostgreSQL asks for a right to update before it lets anyone lock a row; the policy above lets no update through.
  'grant select, delete, update (created_at) on outbox to desk_relay',
];
