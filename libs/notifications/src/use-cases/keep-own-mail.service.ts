import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { denied, ok, type Mailbox, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { CODE_BYTES, MOST_CODES_A_DAY, codeFrom } from '../address-proof.js';
import { preferencesDenial, type MailPreferences } from '../mail-preferences.js';
import { OwnMails, type OwnMail } from '../mail-preferences.repository.js';

/** Keeps how a person is written to: when, and at which address, which is theirs only once they have told the code sent to it. */
@Injectable()
export class KeepOwnMail {
  constructor(
    private readonly work: UnitOfWork,
    private readonly mails: OwnMails,
    private readonly audit: AuditLog,
  ) {}

  async read(actor: Officer): Promise<OwnMail> {
    return this.work.read(actor, (tx) => this.mails.of(tx, actor));
  }

  async save(actor: Officer, wanted: MailPreferences): Promise<Result<OwnMail>> {
    return this.work.run(actor, 'mail_preferences.save', async (tx) => {
      const denial = preferencesDenial(wanted);
      if (denial) return denial;
      await this.mails.save(tx, actor, wanted);
      return this.#entered(tx, actor, 'mail_preferences.saved');
    });
  }

  async ask(actor: Officer, address: Mailbox): Promise<Result<OwnMail>> {
    const code = codeFrom(randomBytes(CODE_BYTES));
    return this.work.run(actor, 'mail_address.prove', async (tx) => {
      if (!(await this.mails.ask(tx, actor, address, code)))
        return denied('ADDRESS_ASKED_TOO_OFTEN', { details: { most: MOST_CODES_A_DAY } });
      return this.#entered(tx, actor, 'mail_address.asked');
    });
  }

  async prove(actor: Officer, code: string): Promise<Result<OwnMail>> {
    return this.work.run(actor, 'mail_address.prove', async (tx) => {
      if (!(await this.mails.prove(tx, actor, code))) return denied('ADDRESS_CODE_WRONG', { field: 'code' });
      return this.#entered(tx, actor, 'mail_address.proved');
    });
  }

  async remove(actor: Officer): Promise<Result<OwnMail>> {
    return this.work.run(actor, 'mail_address.remove', async (tx) => {
      if (!(await this.mails.removeAddress(tx, actor))) return ok(await this.mails.of(tx, actor));
      return this.#entered(tx, actor, 'mail_address.removed');
    });
  }

  /** The entry says that it happened; the address is in no entry. */
  async #entered(tx: Tx, actor: Officer, action: string): Promise<Result<OwnMail>> {
    await this.audit.append(tx, { class: 'authentication', action, object: { kind: 'person', id: actor.personId } });
    return ok(await this.mails.of(tx, actor));
  }
}
