// Why: a third State is told that somebody asked about a firearm whose find could lie in its jurisdiction (ITI 16); to it, there is no request.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class NoticesWithoutRequest1795564829001 implements MigrationInterface {
  readonly name = 'NoticesWithoutRequest1795564829001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(WITHOUT_REQUEST);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from deliveries where notice_id in (select id from notices where request_id is null)');
    await runner.query('delete from notices where request_id is null');
    await runner.query(
      `alter table notices
         drop constraint notices_lead_to_request_or_name_who_asked,
         drop column requesting_state,
         alter column request_id set not null,
         alter column reference set not null`,
    );
  }
}

const WITHOUT_REQUEST = `
  alter table notices
    alter column request_id drop not null,
    alter column reference drop not null,
    add column requesting_state text,
    add constraint notices_lead_to_request_or_name_who_asked check (
      case kind
        when 'possible_state_of_find'
        then num_nonnulls(request_id, reference, clock, share) = 0 and requesting_state is not null
        else num_nulls(request_id, reference) = 0 and requesting_state is null
      end)`;
