import { denied, idOf, ok, type DeliveryId, type Result } from '@tracedesk/kernel';
import { Line, OneOf, Uuid, WholeNumber } from '@tracedesk/platform';
import { readCursor } from '@tracedesk/tracing';
import { DELIVERY_STATUSES, type DeliveryStatus } from '../delivery.js';
import type { DeliveriesWanted } from '../deliveries.repository.js';

const CURSOR_LENGTH = 200;
const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** The id in a delivery's address. */
export class DeliveryIdParam {
  @Uuid()
  readonly id!: string;

  get deliveryId(): DeliveryId {
    return idOf<DeliveryId>(this.id);
  }
}

/** Which deliveries, and which page of them. */
export class DeliveriesQuery {
  @OneOf(DELIVERY_STATUSES, { optional: true })
  readonly status?: DeliveryStatus;

  @Line(CURSOR_LENGTH, { optional: true, description: 'The `next` of the page before, unread.' })
  readonly cursor?: string;

  @WholeNumber({ min: 1, max: LARGEST_PAGE, optional: true, description: `${PAGE_SIZE} without it.` })
  readonly limit?: number;

  /** What is asked for, or CURSOR_INVALID where the cursor is none of this desk's. */
  toCommand(): Result<DeliveriesWanted> {
    const { status, limit = PAGE_SIZE } = this;
    const cursor = this.cursor === undefined ? undefined : readCursor(this.cursor);
    if (this.cursor !== undefined && !cursor?.at) return denied('CURSOR_INVALID', { field: 'cursor' });
    return ok({ limit, ...(status ? { status } : {}), ...(cursor ? { cursor } : {}) });
  }
}
