// Why: a request lives in two tables, because until it is submitted it belongs to its own State alone and nobody else may learn that it exists.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class Requests1795219200401 implements MigrationInterface {
  readonly name = 'Requests1795219200401';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...DRAFTS, ...REQUESTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table tracing_requests');
    await runner.query('drop table tracing_request_drafts');
  }
}

const DRAFTS = [
  `create table tracing_request_drafts (
    id uuid primary key,
    state text not null,
    reference text not null,
    requested_state text,
    priority text not null check (priority in ('routine', 'urgent')),
    legal_basis text not null,
    own_reference text,
    version integer not null check (version > 0),
    traceability_check_version integer,
    created_by uuid not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    unique (state, reference)
  )`,
  'create index tracing_request_drafts_latest on tracing_request_drafts (state, updated_at desc, id desc)',
  'alter table tracing_request_drafts enable row level security, force row level security',
  `create policy own_state on tracing_request_drafts to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, update, delete on tracing_request_drafts to desk_app',
];

// `due_order` gives the lists one plain order: what is due first comes first, what waits for nobody comes last.
const REQUESTS = [
  `create table tracing_requests (
    id uuid primary key,
    reference text not null,
    requesting_state text not null,
    requested_state text not null check (requested_state <> requesting_state),
    status text not null check (status in (
      'submitted', 'acknowledged', 'information_requested', 'delayed', 'responded', 'clarification_requested',
      'misrouted', 'closed', 'withdrawn')),
    priority text not null check (priority in ('routine', 'urgent')),
    legal_basis text not null,
    deadline_profile text not null,
    version integer not null check (version > 0),
    requesting_reference text,
    requested_reference text,
    expected_response_on date,
    delayed_until date,
    beyond_17 boolean not null default false,
    responses integer not null default 0,
    information_rounds integer not null default 0,
    clarification_rounds integer not null default 0,
    outcome text,
    follow_up text check (follow_up in ('linked', 'waived')),
    follow_up_request_id uuid check ((follow_up_request_id is not null) = (follow_up is not distinct from 'linked')),
    next_due_at timestamptz,
    due_order timestamptz not null generated always as (coalesce(next_due_at, 'infinity'::timestamptz)) stored,
    submitted_at timestamptz not null,
    responded_at timestamptz,
    closed_at timestamptz,
    closed_on_silence boolean not null default false,
    updated_at timestamptz not null,
    unique (requesting_state, reference)
  )`,
  'create index tracing_requests_outgoing on tracing_requests (requesting_state, due_order, id)',
  'create index tracing_requests_incoming on tracing_requests (requested_state, due_order, id)',
  'create index tracing_requests_outgoing_updated on tracing_requests (requesting_state, updated_at, id)',
  'create index tracing_requests_incoming_updated on tracing_requests (requested_state, updated_at, id)',
  'alter table tracing_requests enable row level security, force row level security',
  `create policy both_parties_read on tracing_requests for select to desk_app
    using (requesting_state = ${STATE} or requested_state = ${STATE})`,
  `create policy requesting_state_submits on tracing_requests for insert to desk_app with check (requesting_state = ${STATE})`,
  `create policy both_parties_move on tracing_requests for update to desk_app
    using (requesting_state = ${STATE} or requested_state = ${STATE})`,
  'grant select, insert on tracing_requests to desk_app',
  // Parties, reference, profile and the day of submission are never changed: no column grant, no change.
  `grant update (status, version, requested_reference, expected_response_on, delayed_until, beyond_17, responses, information_rounds,
    clarification_rounds, outcome, follow_up, follow_up_request_id, next_due_at, responded_at, closed_at, closed_on_silence, updated_at) on tracing_requests to desk_app`,
];
