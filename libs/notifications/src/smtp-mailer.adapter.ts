import { setTimeout as pause } from 'node:timers/promises';
import type { Mailbox } from '@tracedesk/kernel';
import { isLoopback } from '@tracedesk/platform';
import { createTransport, type Transporter } from 'nodemailer';
import { errorClassOf, type Attempt } from './delivery.js';
import { Mailer, type Letter } from './mailer.service.js';
import { wordsOf } from './notice-mail.js';

export interface SmtpServer {
  /** `smtps:` speaks TLS from the first byte, `smtp:` asks for it (STARTTLS) and sends nothing without it, but on this machine. */
  readonly url: string;
  readonly password: string | null;
  readonly from: Mailbox;
  /** The desk's own host, for Message-IDs. */
  readonly host: string;
}

/** Less than the shortest pause between two attempts, so that a server that hangs is left before anybody tries again. */
const LONGEST_MS = 40_000;

/** Sends through the mail server that the operator named, one connection to a message. */
export class SmtpMailer extends Mailer {
  override readonly kind = 'smtp';
  readonly #transport: Transporter;

  constructor(
    private readonly server: SmtpServer,
    private readonly longestMs: number = LONGEST_MS,
  ) {
    super();
    const { protocol, hostname, port, username } = new URL(server.url);
    const secure = protocol === 'smtps:';
    const host = hostname.replace(/^\[|\]$/g, '');
    this.#transport = createTransport({
      host,
      port: Number(port) || (secure ? 465 : 587),
      secure,
      requireTLS: !secure && !isLoopback(host),
      ignoreTLS: !secure && isLoopback(host),
      ...(username ? { auth: { user: decodeURIComponent(username), pass: server.password ?? '' } } : {}),
      connectionTimeout: longestMs / 2,
      greetingTimeout: longestMs / 2,
      socketTimeout: longestMs / 2,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  override async send({ name, to, mail }: Letter): Promise<Attempt> {
    const { subject, text } = wordsOf(mail);
    const given = new AbortController();
    const sending = this.#transport
      .sendMail({
        // As objects: a text would be parsed as a list, in which a comma makes another address of one.
        from: { name: '', address: this.server.from },
        to: { name: '', address: to },
        subject,
        text,
        messageId: `<${name}@${this.server.host}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        xMailer: false,
      })
      .then(
        (): Attempt => 'sent',
        (error: object): Attempt => errorClassOf(error),
      );
    try {
      const late = pause(this.longestMs, 'unreachable' as const, { signal: given.signal }).catch((): Attempt => 'unreachable');
      return await Promise.race([sending, late]);
    } finally {
      given.abort();
    }
  }
}
