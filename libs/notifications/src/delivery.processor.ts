import { Injectable } from '@nestjs/common';
import { DeskDatabase, DeskLog } from '@tracedesk/platform';
import { messageNameOf, nextAttemptAt, statusAfter, type Attempt } from './delivery.js';
import { languageFor } from './notice-mail.js';
import { Mailer } from './mailer.service.js';
import { PublicOrigin } from './public-origin.js';

interface Due {
  readonly id: string;
  readonly attempts: number;
  readonly round: number;
  readonly round_began_at: Date;
  readonly request_id: string;
  readonly reference: string;
  readonly email: string;
  readonly languages: readonly string[];
}

/**
 * Sends the deliveries that are due, one after the other. Each is claimed by an attempt that is counted and committed before the message
 * leaves, and marked after: whoever dies in between leaves it waiting, and it is sent again under the same Message-ID. Never lost, at times twice.
 */
@Injectable()
export class DeliveryProcessor {
  #lastAttempt: Attempt | null = null;
  #stopping = false;

  constructor(
    private readonly database: DeskDatabase,
    private readonly mailer: Mailer,
    private readonly origin: PublicOrigin,
    private readonly log: DeskLog,
  ) {}

  /** What became of the last message, for health. */
  get lastAttempt(): Attempt | null {
    return this.#lastAttempt;
  }

  /** Null where there is no mail server. */
  get kind(): 'smtp' | null {
    return this.mailer.kind;
  }

  /** Lets `sendDue` end after the message at hand. */
  stop(): void {
    this.#stopping = true;
  }

  /** Says how many left. Ends early where the server does not answer: the others would wait as long. */
  async sendDue(): Promise<number> {
    let sent = 0;
    while (this.mailer.kind !== null && !this.#stopping) {
      const due = await this.claimNext();
      if (!due) break;
      const attempt = await this.send(due);
      await this.mark(due, attempt);
      if (attempt === 'sent') sent += 1;
      if (attempt === 'unreachable' || attempt === 'sign_in') break;
    }
    return sent;
  }

  private async send({ id, round, email, reference, request_id, languages }: Due): Promise<Attempt> {
    const link = `${this.origin.url}/tracing-requests/${request_id}`;
    return this.mailer.send({
      name: messageNameOf(id, round),
      to: email,
      mail: { reference, link, language: languageFor(languages) },
    });
  }

  /** Two workers never claim the same one; a claim holds until the next attempt would begin. */
  private claimNext(): Promise<Due | undefined> {
    return this.database.as('relay', async (tx) => {
      const [due] = await tx.query<Due>(
        `select delivery.id, delivery.attempts, delivery.round, delivery.round_began_at,
                notice.request_id, notice.reference, office.email, office.languages
           from deliveries delivery
           join notices notice on notice.id = delivery.notice_id and notice.state = delivery.state
           join contact_points office on office.id = delivery.contact_point_id and office.state = delivery.state
          where delivery.status = 'waiting' and delivery.next_attempt_at <= $1
          order by delivery.next_attempt_at
          limit 1
            for update of delivery skip locked`,
        [tx.now],
      );
      if (!due) return undefined;
      const attempts = due.attempts + 1;
      await tx.query('update deliveries set attempts = $2, next_attempt_at = $3 where id = $1', [
        due.id,
        attempts,
        nextAttemptAt(tx.now, attempts),
      ]);
      return { ...due, attempts };
    });
  }

  /** An attempt of a round that is over marks nothing: its word is not about the message that waits now. */
  private async mark({ id, round, round_began_at, attempts }: Due, attempt: Attempt): Promise<void> {
    this.#lastAttempt = attempt;
    const status = await this.database.as('relay', async (tx) => {
      const next = statusAfter(attempt, round_began_at, tx.now);
      await tx.query(
        `update deliveries set status = $3, last_error = $4, sent_at = $5 where id = $1 and round = $2 and status = 'waiting'`,
        [id, round, next, attempt === 'sent' ? null : attempt, next === 'sent' ? tx.now : null],
      );
      return next;
    });
    if (attempt === 'sent') this.log.debug('delivery.sent', { deliveryId: id, attempts });
    else this.log.warn('delivery.not_sent', { deliveryId: id, attempts, error: attempt, status });
  }
}
