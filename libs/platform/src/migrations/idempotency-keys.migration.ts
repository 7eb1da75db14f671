// Why: a move sent twice because an answer was lost on the way must happen once.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class IdempotencyKeys1795219200004 implements MigrationInterface {
  readonly name = 'IdempotencyKeys1795219200004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table idempotency_keys');
  }
}

const STATEMENTS = [
  `create table idempotency_keys (
    state text not null,
    person_id uuid not null,
    key text not null,
    action text not null,
    request_hash bytea not null,
    status integer,
    result_id uuid,
    created_at timestamptz not null,
    primary key (state, person_id, key)
  )`,
  'create index idempotency_keys_age on idempotency_keys using brin (created_at)',
  'alter table idempotency_keys enable row level security, force row level security',
  `create policy own_state on idempotency_keys to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'create policy sweeper_forgets on idempotency_keys for select to desk_sweeper using (true)',
  'create policy sweeper_deletes on idempotency_keys for delete to desk_sweeper using (true)',
  'grant select, insert, update on idempotency_keys to desk_app',
  'grant select (state, person_id, key, created_at), delete on idempotency_keys to desk_sweeper',
];
