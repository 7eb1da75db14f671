// Why: a list of one stage or status (the closed, the responded) must not read past everything else to fill its page.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ListsByStatus1795219200403 implements MigrationInterface {
  readonly name = 'ListsByStatus1795219200403';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index tracing_requests_outgoing_status on tracing_requests (requesting_state, status, due_order, id)',
    );
    await runner.query(
      'create index tracing_requests_incoming_status on tracing_requests (requested_state, status, due_order, id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index tracing_requests_incoming_status');
    await runner.query('drop index tracing_requests_outgoing_status');
  }
}
