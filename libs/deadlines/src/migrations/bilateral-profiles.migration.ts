// Why: two States may agree on lengths of their own; what was proposed, agreed and ended stays, because past requests were counted by it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;
const EITHER_PARTY = `proposing_state = ${STATE} or other_state = ${STATE}`;

export class BilateralProfiles1795564806001 implements MigrationInterface {
  readonly name = 'BilateralProfiles1795564806001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of BILATERAL_PROFILES) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table bilateral_profiles');
  }
}

const BILATERAL_PROFILES = [
  `create table bilateral_profiles (
    id uuid primary key default uuidv7(),
    profile text not null,
    version integer not null check (version > 0),
    proposing_state text not null,
    other_state text not null check (other_state <> proposing_state),
    standing text not null default 'proposed'
      check (standing in ('proposed', 'agreed', 'declined', 'withdrawn', 'replaced', 'ended')),
    terms jsonb not null,
    proposed_at timestamptz not null,
    answered_at timestamptz check ((answered_at is null) = (standing = 'proposed')),
    ended_at timestamptz check ((ended_at is not null) = (standing in ('replaced', 'ended'))),
    unique (profile, version)
  )`,
  // One version holds at a time, and one waits for an answer at a time.
  `create unique index bilateral_profiles_agreed on bilateral_profiles (profile) where standing = 'agreed'`,
  `create unique index bilateral_profiles_proposed on bilateral_profiles (profile) where standing = 'proposed'`,
  'create index bilateral_profiles_of_pair on bilateral_profiles (proposing_state, other_state)',
  'alter table bilateral_profiles enable row level security, force row level security',
  `create policy both_parties_read on bilateral_profiles for select to desk_app using (${EITHER_PARTY})`,
  `create policy own_state_proposes on bilateral_profiles for insert to desk_app
    with check (proposing_state = ${STATE} and standing = 'proposed')`,
  `create policy both_parties_answer on bilateral_profiles for update to desk_app using (${EITHER_PARTY})`,
  'grant select on bilateral_profiles to desk_app',
  'grant insert (profile, version, proposing_state, other_state, terms, proposed_at) on bilateral_profiles to desk_app',
  // Terms are never changed: another version is another row.
  'grant update (standing, answered_at, ended_at) on bilateral_profiles to desk_app',
];
