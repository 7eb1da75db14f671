// Why: leave to use information beyond what was given with it is asked for, granted within a scope and until a day, refused or taken back, and both States keep the same record of it.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;
const EITHER_PARTY = `asking_state = ${STATE} or giving_state = ${STATE}`;

export class Consents1795564803002 implements MigrationInterface {
  readonly name = 'Consents1795564803002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of CONSENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table consents');
  }
}

// Open fields only: purpose, reasons, conditions and the name of an authority are sealed parts of record kind `consent`.
const CONSENTS = [
  `create table consents (
    id uuid primary key,
    request_id uuid not null,
    reference text not null,
    asking_state text not null,
    giving_state text not null check (giving_state <> asking_state),
    use text not null check (use in ('onward_release', 'evidential_use')),
    recipient_kind text not null check (recipient_kind in ('state', 'authority')),
    recipient_state text check ((recipient_state is not null) = (recipient_kind = 'state')),
    asked text[] not null check (cardinality(asked) > 0),
    granted text[] not null default '{}' check (granted = '{}' or status in ('granted', 'withdrawn')),
    status text not null check (status in ('asked', 'granted', 'refused', 'withdrawn')),
    asked_at timestamptz not null,
    decided_at timestamptz check ((decided_at is null) = (status = 'asked')),
    ends_on date,
    ends_at timestamptz check ((ends_at is not null) = (status in ('granted', 'withdrawn'))),
    withdrawn_at timestamptz check ((withdrawn_at is not null) = (status = 'withdrawn')),
    uses integer not null default 0,
    last_used_at timestamptz,
    version integer not null check (version > 0)
  )`,
  'create index consents_asked on consents (asking_state, asked_at desc, id desc)',
  'create index consents_to_give on consents (giving_state, asked_at desc, id desc)',
  'create index consents_of_request on consents (request_id)',
  'alter table consents enable row level security, force row level security',
  `create policy both_parties_read on consents for select to desk_app using (${EITHER_PARTY})`,
  `create policy asking_state_asks on consents for insert to desk_app with check (asking_state = ${STATE})`,
  `create policy both_parties_act on consents for update to desk_app using (${EITHER_PARTY})`,
  'grant select, insert on consents to desk_app',
  // Who asked whom, for what and for whom never changes.
  `grant update (status, granted, decided_at, ends_on, ends_at, withdrawn_at, uses, last_used_at, version) on consents to desk_app`,
];
