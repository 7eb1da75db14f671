// Why: what a changed row must still be was left to what PostgreSQL does where a policy does not say.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATE = `nullif(current_setting('desk.state', true), '')`;

export class ActsOnOwnConsents1795910461004 implements MigrationInterface {
  readonly name = 'ActsOnOwnConsents1795910461004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const UP = [
  `alter policy both_parties_act on consents
    with check (asking_state = ${STATE} or giving_state = ${STATE})`,
];

// A policy cannot be given back its silence: it says what it would have meant.
const DOWN: readonly string[] = [];
