import { Injectable } from '@nestjs/common';
import type { Officer } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { writeCursor, type Page } from '@tracedesk/tracing';
import { Deliveries, type DeliveriesWanted, type DeliveryReading } from '../deliveries.repository.js';

/** One page of what became of the State's messages, the newest first. */
@Injectable()
export class ListDeliveries {
  constructor(
    private readonly work: UnitOfWork,
    private readonly deliveries: Deliveries,
  ) {}

  async execute(actor: Officer, wanted: DeliveriesWanted): Promise<Page<DeliveryReading>> {
    const found = await this.work.read(actor, (tx) => this.deliveries.list(tx, wanted));
    const items = found.slice(0, wanted.limit);
    const last = items.at(-1);
    return { items, next: last && found.length > wanted.limit ? writeCursor({ at: last.createdAt, id: last.id }) : null };
  }
}
