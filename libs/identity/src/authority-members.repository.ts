import { Injectable } from '@nestjs/common';
import type { PersonId } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';

/** To which authorities of their State people belong. */
@Injectable()
export class AuthorityMembers {
  /** The names of the authorities that the person belongs to, as their State calls them. */
  async namesOf(tx: Tx, personId: PersonId): Promise<readonly string[]> {
    const rows = await tx.query<{ name: string }>(
      `SELECT authority.name
         FROM authority_members member
         JOIN authorities authority ON authority.id = member.authority_id AND authority.state = member.state
        WHERE member.state = $1 AND member.person_id = $2
        ORDER BY authority.name`,
      [tx.state, personId],
    );
    return rows.map(({ name }) => name);
  }

  /** The person belongs to these authorities from now on, and to no other. */
  async replace(tx: Tx, personId: PersonId, authorityIds: readonly string[]): Promise<void> {
    await tx.query('DELETE FROM authority_members WHERE state = $1 AND person_id = $2', [tx.state, personId]);
    await tx.query(
      'INSERT INTO authority_members (state, person_id, authority_id) SELECT $1, $2, id FROM unnest($3::uuid[]) AS given (id)',
      [tx.state, personId, authorityIds],
    );
  }
}
