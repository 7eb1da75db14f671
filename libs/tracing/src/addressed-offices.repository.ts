import { Injectable } from '@nestjs/common';
import { Directory } from '@tracedesk/directory';
import type { RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { AddressedOffice } from './addressed-office.js';

/** Which office a request went to, and what was to be known about it. Written once, read by both parties. */
@Injectable()
export class AddressedOffices {
  constructor(private readonly directory: Directory) {}

  /** Chooses and keeps it. That some office answers is required before. */
  async address(tx: Tx, id: RequestId, requestedState: StateCode, legalBasis: string): Promise<void> {
    const choice = await this.directory.chosenContactPoint(tx, requestedState, legalBasis);
    if (!choice) return;
    const { contactPoint, warnings } = choice;
    await tx.query(
      `insert into addressed_offices (request_id, first_state, second_state, contact_point_id, contact_point_version, warnings, addressed_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, tx.state, requestedState, contactPoint.id, contactPoint.version, warnings, tx.now],
    );
  }

  /** `null`: it is a draft, or was submitted before this was kept. */
  async of(tx: Tx, id: RequestId): Promise<AddressedOffice | null> {
    const [found] = await tx.query<AddressedOffice>(
      `select addressed.contact_point_id as "contactPointId", addressed.contact_point_version as version, contact.office, addressed.warnings
         from addressed_offices addressed
         join contact_points contact on contact.id = addressed.contact_point_id
        where addressed.request_id = $1 and $2 in (addressed.first_state, addressed.second_state)`,
      [id, tx.state],
    );
    return found ?? null;
  }
}
