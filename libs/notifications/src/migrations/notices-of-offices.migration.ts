// Why: administrators are asked to update what their State told of its national points of contact (ITI 32); such a notice leads to no request.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticesOfOffices1795910480002 implements MigrationInterface {
  readonly name = 'NoticesOfOffices1795910480002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(about(`when kind = 'contact_point_update_asked' then ${OF_NOTHING_ELSE}`));
  }

  async down(runner: QueryRunner): Promise<void> {
    const these = `kind = 'contact_point_update_asked'`;
    await runner.query(`delete from deliveries where notice_id in (select id from notices where ${these})`);
    await runner.query(`delete from notices where ${these}`);
    await runner.query(about(''));
  }
}

const OF_NOTHING_ELSE = `num_nonnulls(request_id, reference, requesting_state, clock, share, profile) = 0`;
const OF_A_FIND = `num_nonnulls(request_id, reference, clock, share) = 0 and requesting_state is not null`;
const OF_A_REQUEST = `num_nulls(request_id, reference) = 0 and requesting_state is null`;
const OF_A_PROFILE = `num_nonnulls(request_id, reference, requesting_state, clock, share) = 0 and profile is not null`;

function about(more: string): string {
  return `alter table notices
    drop constraint notices_are_about_one_thing,
    add constraint notices_are_about_one_thing check (
      case
        ${more}
        when starts_with(kind, 'profile_') then ${OF_A_PROFILE}
        when kind = 'possible_state_of_find' then ${OF_A_FIND} and profile is null
        else ${OF_A_REQUEST} and profile is null
      end)`;
}
