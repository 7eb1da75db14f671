// Why: silence on a question beyond the elements of ITI 17 is held against nobody, so no clock runs for it; those that run are ended.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BeyondSeventeenOff1795910420003 implements MigrationInterface {
  readonly name = 'BeyondSeventeenOff1795910420003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  /** What was ended stays ended: nobody is to be reminded of it again. */
  async down(): Promise<void> {}
}

const ROWS = ['tracing_requests', 'deadlines'];

// The owner of the tables sees no row while row security is forced. The last interval is closed where the clock ends, as `advanceClocks` closes it.
const UP = [
  ...ROWS.map((table) => `alter table ${table} no force row level security`),
  `update deadlines
      set state = 'off', version = deadlines.version + 1,
          intervals = jsonb_set(intervals, '{-1,to}', to_jsonb(to_char(desk_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
     from tracing_requests request
    where request.id = deadlines.request_id and deadlines.clock = 'information' and deadlines.state = 'runs'
      and request.status = 'information_requested' and request.asked_element = 'beyond_17'`,
  `update tracing_requests request
      set next_due_at = (select min(deadline.due_at) from deadlines deadline where deadline.request_id = request.id and deadline.ticks)
    where request.status = 'information_requested' and request.asked_element = 'beyond_17'`,
  ...ROWS.map((table) => `alter table ${table} force row level security`),
];
