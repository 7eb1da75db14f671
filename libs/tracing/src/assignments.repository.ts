import { Injectable } from '@nestjs/common';
import type { PersonId, RequestId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';

/** Who works on a request, as each State knows for itself. */
@Injectable()
export class Assignments {
  /** Notes that the acting person works on the request on their State's side. Once more changes nothing. */
  async assign(tx: Tx, requestId: RequestId): Promise<void> {
    if (tx.actor.kind !== 'person') return;
    await tx.query(ASSIGN, [tx.state, requestId, tx.actor.personId, tx.now]);
  }

  async isAssigned(tx: Tx, requestId: RequestId, personId: PersonId): Promise<boolean> {
    const rows = await tx.query<object>(IS_ASSIGNED, [tx.state, requestId, personId]);
    return rows.length > 0;
  }

  /** Takes everybody off a draft that is discarded. */
  async clear(tx: Tx, requestId: RequestId): Promise<void> {
    await tx.query('delete from request_assignments where state = $1 and request_id = $2', [tx.state, requestId]);
  }
}

const ASSIGN = `
  insert into request_assignments (state, request_id, person_id, assigned_at)
  values ($1, $2, $3, $4)
  on conflict (state, request_id, person_id) do nothing`;

const IS_ASSIGNED = `
  select 1 from request_assignments
   where state = $1 and request_id = $2 and person_id = $3`;
