import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A message as a mailbox has it, and whom the envelope named. */
export interface Letter extends Email {
  readonly recipients: readonly string[];
  readonly raw: string;
}

/** A real mail server in this process, on a free port of this machine. It keeps what it takes. */
export class TestMailServer {
  /** While it is not 0, every recipient is refused with it. */
  refusesWith = 0;
  readonly #received: { readonly raw: string; readonly recipients: readonly string[] }[] = [];
  readonly #server: SMTPServer;

  private constructor() {
    this.#server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onRcptTo: ({ address }, _session, done) =>
        done(this.refusesWith === 0 ? null : Object.assign(new Error(`no ${address} here`), { responseCode: this.refusesWith })),
      onData: (stream, { envelope }, done) => {
        let raw = '';
        stream.on('data', (piece: Buffer) => (raw += piece.toString('utf8')));
        stream.on('end', () => {
          this.#received.push({ raw, recipients: envelope.rcptTo.map(({ address }) => address) });
          done();
        });
      },
    });
  }

  static async open(): Promise<TestMailServer> {
    const mail = new TestMailServer();
    await new Promise<void>((resolve) => mail.#server.listen(0, '127.0.0.1', resolve));
    return mail;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.#server.server.address() as AddressInfo).port}`;
  }

  /** What it took since it was last emptied, in order. */
  letters(): Promise<Letter[]> {
    return Promise.all(
      this.#received.map(async ({ raw, recipients }) => ({ ...(await PostalMime.parse(raw)), raw, recipients })),
    );
  }

  empty(): void {
    this.refusesWith = 0;
    this.#received.length = 0;
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#server.close(resolve));
  }
}
