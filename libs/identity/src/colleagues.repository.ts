import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';

/** The names of people of the actor's own State. Those of another State have none. */
@Injectable()
export class Colleagues {
  async named(tx: Tx, ids: readonly PersonId[]): Promise<ReadonlyMap<string, string>> {
    const rows = await tx.query<{ id: PersonId; name: string }>(
      'SELECT id, display_name AS name FROM people WHERE state = $1 AND id = ANY($2::uuid[])',
      [tx.state, [...new Set(ids)]],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }
}
