// Why: reopening starts the response period anew, and whether the records can be opened directly decides how long it is: it is kept with the request.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DirectAccessKept1795910420001 implements MigrationInterface {
  readonly name = 'DirectAccessKept1795910420001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table tracing_requests drop column directly_accessible');
  }
}

const ROWS = ['tracing_requests', 'deadlines', 'bilateral_profiles'];

// What a request before this one was counted by follows from the first period of its response clock: as long as its profile says for direct
// access, and another than it says for an urgent one. The owner of the tables sees no row while row security is forced.
const UP = [
  'alter table tracing_requests add column directly_accessible boolean not null default false',
  ...ROWS.map((table) => `alter table ${table} no force row level security`),
  `with counted as (
     select request.id, deadline.intervals -> 0 -> 'term' as term, request.deadline_profile as profile,
            (select agreed.terms -> 'periods' -> 'response'
               from bilateral_profiles agreed
              where agreed.profile = request.deadline_profile and agreed.version = request.deadline_profile_version) as periods
       from tracing_requests request
       join deadlines deadline on deadline.request_id = request.id and deadline.clock = 'response'
      where request.priority = 'urgent')
   update tracing_requests request
      set directly_accessible = true
     from counted
    where counted.id = request.id
      and ((counted.periods -> 'urgent_direct' ->> 'unit' = counted.term ->> 'unit'
            and counted.periods -> 'urgent_direct' ->> 'length' = counted.term ->> 'length'
            and counted.periods -> 'urgent' <> counted.periods -> 'urgent_direct')
           or (counted.profile = 'EU-2023-977' and counted.term ->> 'unit' = 'hours'))`,
  ...ROWS.map((table) => `alter table ${table} force row level security`),
];
