// Why: the keys of serial numbers, calibres and makes changed; what States asked before is found under them only once its tokens are made anew.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class SearchTokensToRemake1795910440001 implements MigrationInterface {
  readonly name = 'SearchTokensToRemake1795910440001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table search_tokens_to_remake');
  }
}

// What the tokens are made of is sealed, and no migration holds a State's key: here stands only whose are to be made, and how far that has come.
const STATEMENTS = [
  `create table search_tokens_to_remake (
    state text primary key,
    after_id uuid not null default '00000000-0000-0000-0000-000000000000',
    remade integer not null default 0 check (remade >= 0)
  )`,
  // The owner, too, sees no rows under row security: it is lifted for this one reading, in this transaction.
  'alter table states no force row level security',
  'insert into search_tokens_to_remake (state) select code from states',
  'alter table states force row level security',
  'alter table search_tokens_to_remake enable row level security, force row level security',
  `create policy own_state on search_tokens_to_remake to desk_app using (state = ${STATE}) with check (state = ${STATE})`,
  'grant select, delete, update (after_id, remade) on search_tokens_to_remake to desk_app',
];
