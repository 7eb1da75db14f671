import { Injectable } from '@nestjs/common';
import { denied, type Result } from '@tracedesk/kernel';
import { DatabaseError } from './database-error.js';
import type { Once, ProcessTx, Tx } from './transaction.adapter.js';

/** How long a key protects (design 5). By wall time: the shift of a demonstration's clock does not end it. */
const KEPT_FOR = '24 hours';
const DONE = 200;

interface StoredKey {
  readonly action: string;
  readonly request_hash: Buffer;
  readonly result_id: string;
}

/** Keys per State and person, with the hash of the request and the id of its result; never a body. */
@Injectable()
export class IdempotencyKeys {
  /**
   * Does the work the first time and answers from its result every other time. A second request under the same key waits until the
   * first has ended: if that one left nothing (a denial, an error), the second does the work.
   */
  async once<T>(tx: Tx, action: string, once: Once<T>, work: (tx: Tx) => Promise<Result<T>>): Promise<Result<T>> {
    if (tx.actor.kind !== 'person') {
      throw new DatabaseError(
        'IDEMPOTENCY_NEEDS_A_PERSON',
        `The process ${tx.actor.name} has no idempotency keys: they belong to persons.`,
      );
    }
    const owner = [tx.state, tx.actor.personId, once.key];
    if (!(await claim(tx, owner, action, once))) return replay(tx, owner, action, once);
    const result = await work(tx);
    if (result.ok && once.resultId === undefined) {
      await tx.query('update idempotency_keys set status = $4, result_id = $5 where state = $1 and person_id = $2 and key = $3', [
        ...owner,
        DONE,
        once.idOf(result.value),
      ]);
    }
    return result;
  }

  /** Removes keys that protect no longer; for the sweep. Says how many. */
  async forgetExpired(tx: ProcessTx, atMost = 1_000): Promise<number> {
    const rows = await tx.query<object>(
      `delete from idempotency_keys where (state, person_id, key) in (
         select state, person_id, key from idempotency_keys where created_at < clock_timestamp() - interval '${KEPT_FOR}' limit $1)
         and created_at < clock_timestamp() - interval '${KEPT_FOR}'
       returning 1`,
      [atMost],
    );
    return rows.length;
  }
}

/** Whether the key is free, or its time is over. Waits for a transaction that has just claimed it. */
async function claim(
  tx: Tx,
  owner: readonly unknown[],
  action: string,
  { requestHash, resultId }: Pick<Once<unknown>, 'requestHash' | 'resultId'>,
): Promise<boolean> {
  const rows = await tx.query<object>(
    `insert into idempotency_keys as held (state, person_id, key, action, request_hash, status, result_id, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, clock_timestamp())
     on conflict (state, person_id, key) do update
       set action = excluded.action, request_hash = excluded.request_hash, status = excluded.status, result_id = excluded.result_id, created_at = excluded.created_at
       where held.created_at < clock_timestamp() - interval '${KEPT_FOR}'
     returning 1`,
    [...owner, action, requestHash, resultId === undefined ? null : DONE, resultId ?? null],
  );
  return rows.length === 1;
}

async function replay<T>(tx: Tx, owner: readonly unknown[], action: string, once: Once<T>): Promise<Result<T>> {
  const [held] = await tx.query<StoredKey>(
    'select action, request_hash, result_id from idempotency_keys where state = $1 and person_id = $2 and key = $3',
    owner,
  );
  if (!held || held.action !== action || !held.request_hash.equals(once.requestHash)) return denied('IDEMPOTENCY_KEY_REUSED');
  return once.replay(tx, held.result_id);
}
