// Why: a notice is meant for somebody of its State: whoever works on the request, the office, the supervisor. The share says how far a period had run.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const OCCASION = 'notices_state_request_id_kind_clock_occasion_key';

export class NoticesForSomebody1795564807002 implements MigrationInterface {
  readonly name = 'NoticesForSomebody1795564807002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of ADDRESSED) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table notices drop constraint notices_happen_once');
    await runner.query('alter table notices drop column audience, drop column share');
    await runner.query(
      `alter table notices add constraint ${OCCASION} unique nulls not distinct (state, request_id, kind, clock, occasion)`,
    );
  }
}

const ADDRESSED = [
  `alter table notices
     add column audience text not null default 'office' check (audience in ('assigned', 'office', 'supervisor')),
     add column share integer`,
  `alter table notices drop constraint ${OCCASION}`,
  `alter table notices
     add constraint notices_happen_once unique nulls not distinct (state, request_id, kind, clock, occasion, audience)`,
];
