// Why: administrators are told what becomes of the deadline profiles of two States; such a notice names the profile and leads to its page.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ONE_THING = 'notices_lead_to_request_or_name_who_asked';

export class NoticesOfProfiles1795564831001 implements MigrationInterface {
  readonly name = 'NoticesOfProfiles1795564831001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const AUDIENCES = `'assigned', 'office', 'supervisor'`;
const OF_A_FIND = `num_nonnulls(request_id, reference, clock, share) = 0 and requesting_state is not null`;
const OF_A_REQUEST = `num_nulls(request_id, reference) = 0 and requesting_state is null`;
const OF_A_PROFILE = `num_nonnulls(request_id, reference, requesting_state, clock, share) = 0 and profile is not null`;

const UP = [
  `alter table notices
     add column profile text,
     drop constraint notices_audience_check,
     add constraint notices_audience_check check (audience in (${AUDIENCES}, 'administrator')),
     drop constraint ${ONE_THING},
     add constraint notices_are_about_one_thing check (
       case
         when starts_with(kind, 'profile_') then ${OF_A_PROFILE}
         when kind = 'possible_state_of_find' then ${OF_A_FIND} and profile is null
         else ${OF_A_REQUEST} and profile is null
       end)`,
  'grant select (profile) on notices to desk_relay',
];

const DOWN = [
  'delete from deliveries where notice_id in (select id from notices where profile is not null)',
  'delete from notices where profile is not null',
  `alter table notices
     drop constraint notices_are_about_one_thing,
     add constraint ${ONE_THING} check (case kind when 'possible_state_of_find' then ${OF_A_FIND} else ${OF_A_REQUEST} end),
     drop constraint notices_audience_check,
     add constraint notices_audience_check check (audience in (${AUDIENCES})),
     drop column profile`,
];
