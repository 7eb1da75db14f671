import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { zoneOrUtc, type Officer } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { CODE_LASTS_MS, MOST_CODES_A_DAY, codeHash } from './address-proof.js';
import { DEFAULT_PREFERENCES, type MailPreferences } from './mail-preferences.js';

/** How a person is written to now: their own reading, in the clear for them alone. */
export interface OwnMail {
  readonly preferences: MailPreferences;
  /** Proved; null: none. */
  readonly address: string | null;
  /** Waits for its code; null: none does. */
  readonly askedAddress: string | null;
  readonly timeZone: string;
}

/** Each person's own: every statement names the person as well as the State. */
@Injectable()
export class OwnMails {
  async of(tx: Tx, { personId }: Officer): Promise<OwnMail> {
    const [kept] = await tx.query<MailPreferences & { readonly address: string | null }>(
      `select by_mail as "byMail", digest_hour as "digestHour", quiet_from as "quietFrom", quiet_until as "quietUntil",
              urgent_through as "urgentThrough", address
         from mail_preferences where state = $1 and person_id = $2`,
      [tx.state, personId],
    );
    const [asked] = await tx.query<{ address: string }>(
      'select address from address_proofs where state = $1 and person_id = $2 and asked_at >= $3',
      [tx.state, personId, new Date(tx.now.getTime() - CODE_LASTS_MS)],
    );
    const [state] = await tx.query<{ zone: string }>('select time_zone as zone from states where code = $1', [tx.state]);
    const { address, ...preferences } = kept ?? { ...DEFAULT_PREFERENCES, address: null };
    return { preferences, address, askedAddress: asked?.address ?? null, timeZone: zoneOrUtc(state?.zone ?? 'UTC') };
  }

  async save(tx: Tx, { personId }: Officer, wanted: MailPreferences): Promise<void> {
    const { byMail, digestHour, quietFrom, quietUntil, urgentThrough } = wanted;
    await tx.query(
      `insert into mail_preferences as kept (person_id, state, by_mail, digest_hour, quiet_from, quiet_until, urgent_through)
       values ($2, $1, $3, $4, $5, $6, $7)
       on conflict (person_id) do update set by_mail = $3, digest_hour = $4, quiet_from = $5, quiet_until = $6, urgent_through = $7
        where kept.state = $1`,
      [tx.state, personId, byMail, digestHour, quietFrom, quietUntil, urgentThrough],
    );
  }

  /** Has a code sent to the address, in the place of any before it; says whether that was not too often. */
  async ask(tx: Tx, { personId }: Officer, address: string, code: string): Promise<boolean> {
    const aDayAgo = new Date(tx.now.getTime() - CODE_LASTS_MS);
    const asked = await tx.query<object>(
      `insert into address_proofs as proof
              (person_id, state, id, address, code, code_hash, next_attempt_at, first_asked_at, asked_at)
       values ($2, $1, $3, $4, $5, $6, $7, $7, $7)
       on conflict (person_id) do update
          set id = $3, address = $4, code = $5, code_hash = $6, attempts = 0, next_attempt_at = $7, asked_at = $7,
              asked = case when proof.first_asked_at < $8 then 1 else proof.asked + 1 end,
              first_asked_at = case when proof.first_asked_at < $8 then $7 else proof.first_asked_at end
        where proof.state = $1 and (proof.asked < $9 or proof.first_asked_at < $8)
       returning 1`,
      [tx.state, personId, randomUUID(), address, code, codeHash(code), tx.now, aDayAgo, MOST_CODES_A_DAY],
    );
    return asked.length > 0;
  }

  /** Takes the address that the code was sent to as the person's; says whether there was such a code. It is worth nothing afterwards. */
  async prove(tx: Tx, { personId }: Officer, code: string): Promise<boolean> {
    const [proof] = await tx.query<{ address: string }>(
      `select address from address_proofs where state = $1 and person_id = $2 and code_hash = $3 and asked_at >= $4`,
      [tx.state, personId, codeHash(code), new Date(tx.now.getTime() - CODE_LASTS_MS)],
    );
    if (!proof) return false;
    await tx.query(
      `insert into mail_preferences as kept (person_id, state, address, confirmed_at) values ($2, $1, $3, $4)
       on conflict (person_id) do update set address = $3, confirmed_at = $4 where kept.state = $1`,
      [tx.state, personId, proof.address, tx.now],
    );
    // The count of codes stays, the code does not: it lies a day back.
    await tx.query(`update address_proofs set code = null, asked_at = $3 where state = $1 and person_id = $2`, [
      tx.state,
      personId,
      new Date(tx.now.getTime() - CODE_LASTS_MS - 1),
    ]);
    return true;
  }

  async removeAddress(tx: Tx, { personId }: Officer): Promise<boolean> {
    const removed = await tx.query<object>(
      `update mail_preferences set address = null, confirmed_at = null
        where state = $1 and person_id = $2 and address is not null returning 1`,
      [tx.state, personId],
    );
    return removed.length > 0;
  }
}
