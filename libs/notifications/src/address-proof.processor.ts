import { Injectable } from '@nestjs/common';
import { mailboxIn } from '@tracedesk/kernel';
import { DeskDatabase, DeskLog } from '@tracedesk/platform';
import { CODE_LASTS_MS } from './address-proof.js';
import { nextAttemptAt } from './delivery.js';
import { Mailer } from './mailer.service.js';
import { languageFor, type Mail } from './notice-mail.js';
import { PublicOrigin } from './public-origin.js';

interface AskedProof {
  readonly id: string;
  readonly address: string;
  readonly code: string;
  readonly language: string;
}

/** Sends the codes by which people prove their addresses, at least once; a code that is sent, refused or too old is forgotten. */
@Injectable()
export class AddressProofProcessor {
  constructor(
    private readonly database: DeskDatabase,
    private readonly mailer: Mailer,
    private readonly origin: PublicOrigin,
    private readonly log: DeskLog,
  ) {}

  async sendDue(): Promise<number> {
    let sent = 0;
    while (this.mailer.kind !== null) {
      const proof = await this.#claim();
      if (!proof) break;
      const { id, code, language } = proof;
      const to = mailboxIn(proof.address);
      const link = `${this.origin.url}/notices/preferences`;
      const mail: Mail = { about: 'address', code, link, language: languageFor([language]) };
      const attempt = to === null ? 'refused' : await this.mailer.send({ name: id, to, mail });
      if (attempt === 'sent' || attempt === 'refused') await this.#forget(id);
      this.log.debug('address_proof.attempted', { proofId: id, attempt });
      if (attempt === 'sent') sent += 1;
      if (attempt === 'unreachable' || attempt === 'sign_in') break;
    }
    return sent;
  }

  #claim(): Promise<AskedProof | undefined> {
    return this.database.as('relay', async (tx) => {
      await tx.query('update address_proofs set code = null where code is not null and asked_at < $1', [
        new Date(tx.now.getTime() - CODE_LASTS_MS),
      ]);
      const [due] = await tx.query<AskedProof & { readonly attempts: number }>(
        `select proof.id, proof.address, proof.code, proof.attempts, person.language
           from address_proofs proof
           join people person on person.id = proof.person_id and person.state = proof.state and person.active
          where proof.code is not null and proof.next_attempt_at <= $1
          limit 1
            for update of proof skip locked`,
        [tx.now],
      );
      if (!due) return undefined;
      await tx.query('update address_proofs set attempts = $2, next_attempt_at = $3 where id = $1', [
        due.id,
        due.attempts + 1,
        nextAttemptAt(tx.now, due.attempts + 1),
      ]);
      return due;
    });
  }

  #forget(id: string): Promise<unknown> {
    return this.database.as('relay', (tx) => tx.query('update address_proofs set code = null where id = $1', [id]));
  }
}
