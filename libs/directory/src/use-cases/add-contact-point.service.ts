import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { ContactPoint } from '../state.js';

export type AddContactPointCommand = Omit<ContactPoint, 'id' | 'state'>;

/** Names an office as a national point of contact of the actor's State (ITI 25). */
@Injectable()
export class AddContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
  ) {}

  async execute(actor: Actor, command: AddContactPointCommand): Promise<Result<string>> {
    return this.work.run(actor, 'contact_point.add', async (tx) => {
      if (command.validUntil !== null && command.validUntil < command.validFrom) {
        return denied('VALIDITY_ENDS_BEFORE_IT_BEGINS', { field: 'validUntil' });
      }
      const [added] = await tx.query<{ id: string }>(
        `INSERT INTO contact_points (state, office, email, telephone, languages, valid_from, valid_until, updated_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
        [
          tx.state,
          command.office,
          command.email,
          command.telephone,
          command.languages,
          command.validFrom,
          command.validUntil,
          tx.now,
        ],
      );
      await this.log.append(tx, {
        class: 'collection',
        action: 'contact_point.added',
        object: { kind: 'contact_point', id: added!.id },
        facts: { validFrom: command.validFrom, validUntil: command.validUntil },
      });
      return ok(added!.id);
    });
  }
}
