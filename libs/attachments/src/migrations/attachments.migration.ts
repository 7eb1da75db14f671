// Why: photographs and documents lie in the database, sealed in chunks, so that row security, backup and erasure cover them as everything else.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Attachments1795219200801 implements MigrationInterface {
  readonly name = 'Attachments1795219200801';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...ATTACHMENTS, ...CHUNKS, ...TASKS, ...WORKSHOP]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['attachment_tasks', 'attachment_chunks', 'attachments']) await runner.query(`drop table ${table}`);
  }
}

// Open are type, size and progress. Name and hash are a sealed part; `content_token` is a keyed hash under the State's search key.
const ATTACHMENTS = [
  `create table attachments (
    id uuid primary key default uuidv7(),
    request_id uuid not null,
    first_state text not null,
    second_state text check (second_state <> first_state),
    type text not null check (type in ('jpeg', 'png', 'webp', 'pdf')),
    bytes integer not null check (bytes between 1 and 10485760),
    chunks integer not null check (chunks > 0),
    scan text not null check (scan in ('not_required', 'waiting', 'clean', 'infected')),
    preview text not null check (preview in ('none', 'waiting', 'ready', 'failed')),
    preview_chunks integer not null default 0,
    content_token bytea not null,
    added_at timestamptz not null,
    unique (request_id, first_state, content_token)
  )`,
  'alter table attachments enable row level security, force row level security',
  `create policy circle_reads on attachments for select to desk_app using (first_state = ${STATE} or second_state = ${STATE})`,
  `create policy own_state_adds on attachments for insert to desk_app with check (first_state = ${STATE})`,
  `create policy own_state_shares on attachments for update to desk_app using (first_state = ${STATE}) with check (first_state = ${STATE})`,
  `create policy own_state_discards on attachments for delete to desk_app using (first_state = ${STATE} and second_state is null)`,
  'grant select, insert, delete, update (second_state) on attachments to desk_app',
];

const CHUNKS = [
  `create table attachment_chunks (
    attachment_id uuid not null,
    form text not null check (form in ('original', 'preview')),
    position integer not null check (position >= 0),
    first_state text not null,
    second_state text check (second_state <> first_state),
    nonce bytea not null check (length(nonce) = 12),
    ciphertext bytea not null check (length(ciphertext) > 16),
    primary key (attachment_id, form, position)
  )`,
  // Ciphertext does not get smaller: PostgreSQL need not try.
  'alter table attachment_chunks alter column ciphertext set storage external',
  'alter table attachment_chunks enable row level security, force row level security',
  `create policy circle_reads on attachment_chunks for select to desk_app using (first_state = ${STATE} or second_state = ${STATE})`,
  `create policy own_state_adds on attachment_chunks for insert to desk_app with check (first_state = ${STATE})`,
  `create policy own_state_shares on attachment_chunks for update to desk_app using (first_state = ${STATE}) with check (first_state = ${STATE})`,
  `create policy own_state_discards on attachment_chunks for delete to desk_app using (first_state = ${STATE} and second_state is null)`,
  'grant select, insert, delete, update (second_state) on attachment_chunks to desk_app',
];

// A task is the worker's leave to open this one file: the file's key under the worker's. It ends with the row.
const TASKS = [
  `create table attachment_tasks (
    attachment_id uuid primary key,
    first_state text not null,
    granted_key bytea not null,
    attempts integer not null default 0,
    taken_until timestamptz,
    created_at timestamptz not null
  )`,
  'alter table attachment_tasks enable row level security, force row level security',
  `create policy own_state_adds on attachment_tasks for insert to desk_app with check (first_state = ${STATE})`,
  `create policy own_state_sees on attachment_tasks for select to desk_app using (first_state = ${STATE})`,
  `create policy own_state_discards on attachment_tasks for delete to desk_app using (first_state = ${STATE})`,
  // The app writes grants and never reads one back.
  'grant insert, delete, select (attachment_id, first_state) on attachment_tasks to desk_app',
];

const HAS_TASK = (id: string): string => `exists (select from attachment_tasks task where task.attachment_id = ${id})`;

// The worker, as desk_relay, reaches the files it has a task for, and no other.
const WORKSHOP = [
  'create policy worker_sees on attachment_tasks for select to desk_relay using (true)',
  'create policy worker_takes on attachment_tasks for update to desk_relay using (true) with check (true)',
  'create policy worker_ends on attachment_tasks for delete to desk_relay using (true)',
  'grant select, delete, update (attempts, taken_until) on attachment_tasks to desk_relay',
  `create policy worker_sees on attachments for select to desk_relay using (${HAS_TASK('attachments.id')})`,
  `create policy worker_tells on attachments for update to desk_relay using (${HAS_TASK('attachments.id')}) with check (true)`,
  'grant select, update (scan, preview, preview_chunks) on attachments to desk_relay',
  `create policy worker_sees on attachment_chunks for select to desk_relay using (${HAS_TASK('attachment_chunks.attachment_id')})`,
  `create policy worker_adds on attachment_chunks for insert to desk_relay with check (form = 'preview' and ${HAS_TASK('attachment_chunks.attachment_id')})`,
  'grant select, insert on attachment_chunks to desk_relay',
];
