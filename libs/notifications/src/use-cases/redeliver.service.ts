import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type DeliveryId, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import type { OnceKey } from '@tracedesk/tracing';
import { Deliveries, type DeliveryReading } from '../deliveries.repository.js';

/** Puts a message that was sent, or failed, on its way again: a new round of attempts, under a new Message-ID. */
@Injectable()
export class Redeliver {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: Deliveries,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, id: DeliveryId, once: OnceKey): Promise<Result<DeliveryReading>> {
    return this.work.run(
      actor,
      'delivery.redeliver',
      async (tx) => {
        const found = await this.deliveries.find(tx, id);
        if (!found) return denied('DELIVERY_NOT_FOUND');
        if (!found.recipient.answers) return denied('DELIVERY_RECIPIENT_GONE', { details: { recipient: found.recipient.kind } });
        if (!(await this.deliveries.beginRound(tx, found))) return denied('DELIVERY_UNDER_WAY');
        await this.audit.append(tx, {
          class: 'alteration',
          action: 'delivery.redelivered',
          object: { kind: 'delivery', id },
          facts: { round: found.round + 1, before: found.status },
        });
        const begun = await this.deliveries.find(tx, id);
        return begun ? ok(begun) : denied('DELIVERY_NOT_FOUND');
      },
      {
        about: { kind: 'delivery', id },
        once: {
          ...once,
          resultId: id,
          idOf: () => id,
          replay: async (tx) => {
            const stands = await this.deliveries.find(tx, id);
            return stands ? ok(stands) : denied('DELIVERY_NOT_FOUND');
          },
        },
      },
    );
  }
}
