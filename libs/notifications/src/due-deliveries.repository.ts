import type { ProcessTx } from '@tracedesk/platform';
import { nextAttemptAt, statusAfter, type Attempt, type DeliveryStatus } from './delivery.js';

/** A delivery whose time has come. */
export interface Due {
  readonly id: string;
  readonly person_id: string | null;
  readonly digest: boolean;
  /** The attempt at hand included. */
  readonly attempts: number;
  readonly round: number;
  readonly round_began_at: Date;
  /** Null where the notice leads to no request. */
  readonly request_id: string | null;
  readonly reference: string | null;
  /** The name of the deadline profile that the notice is about, if it is. */
  readonly profile: string | null;
  readonly to: 'office' | 'person';
  /** Null where whom it was for is not written to any more. */
  readonly email: string | null;
  readonly languages: readonly string[];
}

/** What the worker does with deliveries: it claims those of one message, and marks what became of them. */
export class DueDeliveries {
  /**
   * The next delivery, or all that stand in a person's digest. Two workers never claim the same one, and of a digest only its first
   * delivery can be claimed; a claim holds until the next attempt would begin.
   */
  async claim(tx: ProcessTx): Promise<readonly Due[]> {
    const [first] = await tx.query<Due>(`${DUE} and not (delivery.digest and exists (${EARLIER_IN_DIGEST})) ${ONE}`, [tx.now]);
    if (!first) return [];
    const due = first.digest ? await tx.query<Due>(`${DUE} ${OF_DIGEST}`, [tx.now, first.person_id]) : [first];
    const claimed = due.map((one) => ({ ...one, attempts: one.attempts + 1 }));
    // One pause for a digest, so that it stays one message: that of the delivery that was tried most often.
    const next = nextAttemptAt(tx.now, Math.max(...claimed.map(({ attempts }) => attempts)));
    for (const { id, attempts } of claimed)
      await tx.query('update deliveries set attempts = $2, next_attempt_at = $3 where id = $1', [id, attempts, next]);
    return claimed;
  }

  /** An attempt of a round that is over marks nothing: its word is not about the message that waits now. */
  async mark(tx: ProcessTx, { id, round, round_began_at }: Due, attempt: Attempt): Promise<DeliveryStatus> {
    const status = statusAfter(attempt, round_began_at, tx.now);
    await tx.query(
      `update deliveries set status = $3, last_error = $4, sent_at = $5 where id = $1 and round = $2 and status = 'waiting'`,
      [id, round, status, attempt === 'sent' ? null : attempt, status === 'sent' ? tx.now : null],
    );
    return status;
  }
}

const DUE = `
  select delivery.id, delivery.person_id, delivery.digest, delivery.attempts, delivery.round, delivery.round_began_at,
         notice.request_id, notice.reference, notice.profile, case when delivery.person_id is null then 'office' else 'person' end as "to",
         coalesce(office.email, wanted.address) as email, coalesce(office.languages, array[person.language], '{}') as languages
    from deliveries delivery
    join notices notice on notice.id = delivery.notice_id and notice.state = delivery.state
    left join contact_points office on office.id = delivery.contact_point_id and office.state = delivery.state
    left join people person on person.id = delivery.person_id and person.state = delivery.state and person.active
    left join mail_preferences wanted
           on wanted.person_id = person.id and wanted.state = person.state and wanted.by_mail <> 'off'
   where delivery.status = 'waiting' and delivery.next_attempt_at <= $1`;

const ONE = 'order by delivery.next_attempt_at limit 1 for update of delivery skip locked';

const EARLIER_IN_DIGEST = `
  select 1 from deliveries earlier
   where earlier.person_id = delivery.person_id and earlier.digest and earlier.status = 'waiting'
     and earlier.next_attempt_at <= $1 and earlier.id < delivery.id`;

const OF_DIGEST = 'and delivery.person_id = $2 and delivery.digest order by delivery.id for update of delivery skip locked';
