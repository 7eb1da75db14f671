// Why: health warns of States whose holidays are not entered far enough ahead; the worker looks up to which day, and at no holiday.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CalendarCoverage1795564830001 implements MigrationInterface {
  readonly name = 'CalendarCoverage1795564830001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create policy sweeper_sees_coverage on calendars for select to desk_sweeper using (true)');
    await runner.query('grant select (state, version, time_zone, covered_until) on calendars to desk_sweeper');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('revoke select (state, version, time_zone, covered_until) on calendars from desk_sweeper');
    await runner.query('drop policy sweeper_sees_coverage on calendars');
  }
}
