// Why: a desk must know what its database is, real or fictional, and all of it must share one clock.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ORIGINAL_DESK_NOW } from '../database/desk-now.js';

export class Installation1795219200001 implements MigrationInterface {
  readonly name = 'Installation1795219200001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function desk_now()');
    await runner.query('drop table installation');
  }
}

const STATEMENTS = [
  'grant usage on schema desk to desk_app, desk_sweeper, desk_sequencer, desk_relay, desk_door, desk_eraser',
  // What is not granted by name is granted to nobody; functions are the exception that PostgreSQL makes unless told otherwise.
  'alter default privileges revoke execute on functions from public',
  // The queue's own schema is filled by BullMQ as owner, whenever it has a new version of it.
  'grant usage on schema bullmq to desk_queue',
  'alter default privileges in schema bullmq grant select, insert, update, delete on tables to desk_queue',
  'alter default privileges in schema bullmq grant usage, select on sequences to desk_queue',
  'alter default privileges in schema bullmq grant execute on functions to desk_queue',
  'alter default privileges in schema bullmq grant usage on types to desk_queue',
  `create table installation (
    singleton boolean primary key default true check (singleton),
    id uuid not null default gen_random_uuid(),
    kind text not null check (kind in ('demonstration', 'server')),
    created_at timestamptz not null default clock_timestamp()
  )`,
  'grant select on installation to desk_app, desk_sweeper, desk_sequencer, desk_relay',
  `create function desk_now() returns timestamptz language sql volatile parallel safe as '${ORIGINAL_DESK_NOW}'`,
  'grant execute on function desk_now() to desk_app, desk_sweeper, desk_sequencer, desk_relay, desk_door',
];
