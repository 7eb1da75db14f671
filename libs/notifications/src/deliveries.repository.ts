import { Injectable } from '@nestjs/common';
import { dayIn, idOf, zoneOrUtc, type DeliveryId, type RequestId, type StateCode } from '@tracedesk/kernel';
import { isValidOn } from '@tracedesk/directory';
import type { Tx } from '@tracedesk/platform';
import type { ListCursor } from '@tracedesk/tracing';
import { maskedAddress, type DeliveryError, type DeliveryStatus } from './delivery.js';
import type { NoticeKind } from './notice.js';

/** What became of one message: which notice, to whom, how often it was tried. Nothing of what it was about. */
export interface DeliveryReading {
  readonly id: DeliveryId;
  /** Null where the notice leads to no request of the State's. */
  readonly requestId: RequestId | null;
  readonly reference: string | null;
  /** Who asked, where it leads to no request. */
  readonly requestingState: StateCode | null;
  /** The name of the deadline profile that it is about. */
  readonly profile: string | null;
  readonly kind: NoticeKind;
  readonly clock: string | null;
  readonly share: number | null;
  readonly recipient: Recipient;
  readonly status: DeliveryStatus;
  /** Of this round. */
  readonly attempts: number;
  /** 1, and one more for each time that an administrator had it sent again. */
  readonly round: number;
  readonly lastError: DeliveryError | null;
  readonly createdAt: Date;
  /** While it waits: not before. */
  readonly nextAttemptAt: Date | null;
  readonly sentAt: Date | null;
}

export interface Recipient {
  readonly kind: 'office' | 'person';
  readonly name: string;
  /** Masked: `t…@qm.example`. */
  readonly address: string;
  /** Whether the office answers today, or the person wants to be written to: nothing is sent again to one who does not. */
  readonly answers: boolean;
}

export interface DeliveriesWanted {
  readonly status?: DeliveryStatus;
  readonly cursor?: ListCursor;
  readonly limit: number;
}

/** The messages of the own State. The worker sends them; here they are read, and put on their way again. */
@Injectable()
export class Deliveries {
  /** The newest first; one more than asked for, where there are more. */
  async list(tx: Tx, { status, cursor, limit }: DeliveriesWanted): Promise<readonly DeliveryReading[]> {
    const rows = await tx.query<DeliveryRow>(
      `${READING} where delivery.state = $1 and ($2::text is null or delivery.status = $2)
          and ($3::timestamptz is null or (delivery.created_at, delivery.id) < ($3, $4::uuid))
        order by delivery.created_at desc, delivery.id desc
        limit $5`,
      [tx.state, status ?? null, cursor?.at ?? null, cursor?.id ?? null, limit + 1],
    );
    return rows.map((row) => readingOf(row, tx.now));
  }

  async find(tx: Tx, id: DeliveryId): Promise<DeliveryReading | null> {
    const [row] = await tx.query<DeliveryRow>(`${READING} where delivery.state = $1 and delivery.id = $2`, [tx.state, id]);
    return row ? readingOf(row, tx.now) : null;
  }

  /** Begins the next round of a delivery that is not on its way; says whether it was so. Of two at once, one begins it. */
  async beginRound(tx: Tx, { id, round }: DeliveryReading): Promise<boolean> {
    const begun = await tx.query<object>(
      `update deliveries
          set status = 'waiting', attempts = 0, next_attempt_at = $4, last_error = null, sent_at = null,
              digest = false, round = $3 + 1, round_began_at = $4
        where state = $1 and id = $2 and round = $3 and status <> 'waiting'
       returning id`,
      [tx.state, id, round, tx.now],
    );
    return begun.length > 0;
  }
}

interface DeliveryRow {
  readonly id: string;
  readonly request_id: string | null;
  readonly reference: string | null;
  readonly requesting_state: StateCode | null;
  readonly profile: string | null;
  readonly kind: NoticeKind;
  readonly clock: string | null;
  readonly share: number | null;
  readonly to: 'office' | 'person';
  readonly name: string;
  readonly address: string | null;
  readonly valid_from: string | null;
  readonly valid_until: string | null;
  readonly time_zone: string;
  readonly wants_mail: boolean | null;
  readonly status: DeliveryStatus;
  readonly attempts: number;
  readonly round: number;
  readonly last_error: DeliveryError | null;
  readonly created_at: Date;
  readonly next_attempt_at: Date;
  readonly sent_at: Date | null;
}

const READING = `
  select delivery.id, delivery.status, delivery.attempts, delivery.round, delivery.last_error, delivery.created_at,
         delivery.next_attempt_at, delivery.sent_at, notice.request_id, notice.reference, notice.requesting_state, notice.profile,
         notice.kind, notice.clock, notice.share,
         case when delivery.person_id is null then 'office' else 'person' end as "to",
         coalesce(office.office, person.display_name) as name, coalesce(office.email, wanted.address) as address,
         office.valid_from::text as valid_from, office.valid_until::text as valid_until, states.time_zone,
         person.active and wanted.address is not null and wanted.by_mail <> 'off' as wants_mail
    from deliveries delivery
    join notices notice on notice.id = delivery.notice_id and notice.state = delivery.state
    join states on states.code = delivery.state
    left join contact_points office on office.id = delivery.contact_point_id and office.state = delivery.state
    left join people person on person.id = delivery.person_id and person.state = delivery.state
    left join mail_preferences wanted on wanted.person_id = person.id and wanted.state = person.state`;

function readingOf(row: DeliveryRow, now: Date): DeliveryReading {
  return {
    id: idOf<DeliveryId>(row.id),
    requestId: row.request_id === null ? null : idOf<RequestId>(row.request_id),
    reference: row.reference,
    requestingState: row.requesting_state,
    profile: row.profile,
    kind: row.kind,
    clock: row.clock,
    share: row.share,
    recipient: { kind: row.to, name: row.name, address: maskedAddress(row.address ?? ''), answers: answersNow(row, now) },
    status: row.status,
    attempts: row.attempts,
    round: row.round,
    lastError: row.last_error,
    createdAt: row.created_at,
    nextAttemptAt: row.status === 'waiting' ? row.next_attempt_at : null,
    sentAt: row.sent_at,
  };
}

function answersNow(
  { to, valid_from: validFrom, valid_until: validUntil, time_zone, wants_mail }: DeliveryRow,
  now: Date,
): boolean {
  if (to === 'person') return wants_mail ?? false;
  return validFrom !== null && isValidOn({ validFrom, validUntil }, dayIn(now, zoneOrUtc(time_zone)));
}
