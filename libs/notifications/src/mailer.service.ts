import type { Mailbox } from '@tracedesk/kernel';
import type { Attempt } from './delivery.js';
import type { Mail } from './notice-mail.js';

/** A message and where it goes. */
export interface Letter {
  /** Becomes the Message-ID: a message that is sent twice can be known as one. */
  readonly name: string;
  readonly to: Mailbox;
  readonly mail: Mail;
}

/** The way out for e-mail. `send` never throws: what went wrong is its answer. */
export abstract class Mailer {
  /** Null where nobody named a mail server: then no delivery is written, and notices stay in the desk. */
  abstract readonly kind: 'smtp' | null;
  abstract send(letter: Letter): Promise<Attempt>;
}

/** Where SMTP_URL is not set. */
export class NoMailer extends Mailer {
  override readonly kind = null;
  override send(): Promise<Attempt> {
    return Promise.resolve('unreachable');
  }
}
