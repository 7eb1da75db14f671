import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Actor, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';

export interface EndContactPointCommand {
  readonly id: string;
  /** The last day on which the office answers, by its State's calendar. */
  readonly validUntil: string;
}

/** Sets a contact point's last day. It is not deleted: requests that went to it still say so. */
@Injectable()
export class EndContactPoint {
  constructor(
    private readonly work: UnitOfWork,
    private readonly log: AuditLog,
  ) {}

  async execute(actor: Actor, { id, validUntil }: EndContactPointCommand): Promise<Result<string>> {
    const object = { kind: 'contact_point', id };
    return this.work.run(
      actor,
      'contact_point.end',
      async (tx) => {
        const [found] = await tx.query<{ valid_from: string }>(
          'SELECT valid_from::text FROM contact_points WHERE id = $1 AND state = $2 FOR UPDATE',
          [id, tx.state],
        );
        if (!found) return denied('CONTACT_POINT_NOT_FOUND');
        if (validUntil < found.valid_from) return denied('VALIDITY_ENDS_BEFORE_IT_BEGINS', { field: 'validUntil' });
        await tx.query('UPDATE contact_points SET valid_until = $3, updated_at = $4 WHERE id = $1 AND state = $2', [
          id,
          tx.state,
          validUntil,
          tx.now,
        ]);
        await this.log.append(tx, { class: 'alteration', action: 'contact_point.ended', object, facts: { validUntil } });
        return ok(id);
      },
      { about: object },
    );
  }
}
