// Why: a State finds its own requests by serial number, make, model, calibre and exhibit number, and none of these may lie here in plain text.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class SearchTokens1795564805001 implements MigrationInterface {
  readonly name = 'SearchTokens1795564805001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...TOKENS, ...COUNTS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table search_counts');
    await runner.query('drop table search_tokens');
  }
}

// Looked up by plain equality: that of bytea is leakproof, so its index is used under row security too.
const TOKENS = [
  `create table search_tokens (
    state text not null,
    token bytea not null check (length(token) = 16),
    request_id uuid not null,
    primary key (state, token, request_id)
  )`,
  'create index search_tokens_of_request on search_tokens (state, request_id)',
  'alter table search_tokens enable row level security, force row level security',
  `create policy own_state_finds on search_tokens for select to desk_app using (state = ${STATE})`,
  `create policy own_state_removes on search_tokens for delete to desk_app using (state = ${STATE})`,
  `create policy own_state_adds on search_tokens for insert to desk_app with check (state = ${STATE})`,
  // Who asks writes for the State asked, of a request between the two and of no other.
  `create policy requesting_state_hands_over on search_tokens for insert to desk_app
    with check (exists (
      select from tracing_requests request
       where request.id = search_tokens.request_id and request.requesting_state = ${STATE}
         and request.requested_state = search_tokens.state))`,
  'grant select, insert, delete on search_tokens to desk_app',
];

// A serial number has few enough values to be tried out: how often a person searches is counted, by the minute of the wall clock.
const COUNTS = [
  `create table search_counts (
    state text not null,
    person_id uuid not null,
    counted_at timestamptz not null,
    searches integer not null,
    primary key (state, person_id)
  )`,
  'alter table search_counts enable row level security, force row level security',
  `create policy own_state on search_counts to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, insert, update on search_counts to desk_app',
];
