import { Injectable } from '@nestjs/common';
import { mailboxIn, type Mailbox } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog } from '@tracedesk/platform';
import { digestNameOf, messageNameOf, type Attempt } from './delivery.js';
import { DueDeliveries, type Due } from './due-deliveries.repository.js';
import { languageFor, type News } from './notice-mail.js';
import { Mailer, type Letter } from './mailer.service.js';
import { PublicOrigin } from './public-origin.js';

/**
 * Sends the deliveries that are due, one message after the other. Each is claimed by an attempt that is counted and committed before the
 * message leaves, and marked after: whoever dies in between leaves it waiting, and it is sent again under the same Message-ID. Never lost, at times twice.
 */
@Injectable()
export class DeliveryProcessor {
  readonly #due = new DueDeliveries();
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

  /** Says how many messages left. Ends early where the server does not answer: the others would wait as long. */
  async sendDue(): Promise<number> {
    let sent = 0;
    while (this.mailer.kind !== null && !this.#stopping) {
      const due = await this.database.as('relay', (tx) => this.#due.claim(tx));
      const [first] = due;
      if (!first) break;
      // An address that was taken before it had to be one mailbox is nobody's to write to.
      const to = first.email === null ? null : mailboxIn(first.email);
      const attempt = to === null ? 'gone' : await this.mailer.send(this.#letterOf(first, to, due));
      for (const one of due) await this.#mark(one, attempt);
      if (attempt === 'sent') sent += 1;
      if (attempt === 'unreachable' || attempt === 'sign_in') break;
    }
    return sent;
  }

  #letterOf({ id, round, digest, languages, to }: Due, address: Mailbox, due: readonly Due[]): Letter {
    const language = languageFor(languages);
    const news = newsOf(due, this.origin.url);
    return digest
      ? { name: digestNameOf(due), to: address, mail: { about: 'digest', news, language } }
      : { name: messageNameOf(id, round), to: address, mail: { about: 'notice', news: news[0] as News, to, language } };
  }

  async #mark(due: Due, attempt: Attempt): Promise<void> {
    const { id: deliveryId, attempts } = due;
    if (attempt !== 'gone') this.#lastAttempt = attempt;
    const status = await this.database.as('relay', (tx) => this.#due.mark(tx, due, attempt));
    if (attempt === 'sent') this.log.debug('delivery.sent', { deliveryId, attempts });
    else this.log.warn('delivery.not_sent', { deliveryId, attempts, error: attempt, status });
  }
}

/** Each request and each profile once, however much happened on it; and once the list of notices, where one leads to neither. */
function newsOf(due: readonly Due[], origin: string): readonly News[] {
  const news = due.map((one) => newsOfOne(one, origin));
  return [...new Map(news.map((one) => [one.link, one])).values()];
}

function newsOfOne({ request_id: id, reference, profile }: Due, origin: string): News {
  if (profile !== null) return { reference: profile, of: 'profile', link: `${origin}/deadline-profiles/${profile}` };
  return { reference, of: 'request', link: `${origin}/${id === null ? 'notices' : `tracing-requests/${id}`}` };
}
