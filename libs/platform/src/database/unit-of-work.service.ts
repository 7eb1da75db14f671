import { Injectable } from '@nestjs/common';
import type { Actor, Result } from '@tracedesk/kernel';
import { DenialJournal } from './denial-journal.service.js';
import { DeskDatabase } from './desk-database.service.js';
import { IdempotencyKeys } from './idempotency-keys.service.js';
import type { Once, Subject, Tx } from './transaction.adapter.js';

/** The only way to a State's data: one transaction, one State, one time, nothing ambient. */
@Injectable()
export class UnitOfWork {
  constructor(
    private readonly database: DeskDatabase,
    private readonly denials: DenialJournal,
    private readonly keys: IdempotencyKeys,
  ) {}

  /**
   * Runs the work in one READ COMMITTED transaction of role desk_app, or of the administration's, with row security set to the actor's State.
   * A returned Denial undoes the work and commits only the denial's entry; a thrown error leaves nothing. After a conflict of
   * transactions the work is run again, so it does database work and nothing else. With `once`, it happens once per key. A `snapshot` sees what was
   * committed when it began and nothing later: what shows protected content wants one, so that it shows what its disclosure was held against.
   */
  async run<T>(
    actor: Actor,
    action: string,
    work: (tx: Tx) => Promise<Result<T>>,
    options: { readonly about?: Subject; readonly once?: Once<T>; readonly snapshot?: boolean } = {},
  ): Promise<Result<T>> {
    const { about, once, snapshot = false } = options;
    return this.database.inState(actor, snapshot ? 'SNAPSHOT' : 'READ WRITE', async (tx) => {
      const result = once ? await this.keys.once(tx, action, once, work) : await work(tx);
      if (!result.ok) {
        await tx.undoWork();
        await this.denials.record(tx, action, result.denial, about);
      }
      return result;
    });
  }

  /** Reads as the actor's State, in one transaction that cannot write; a denial found here is the caller's to enter. */
  async read<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.inState(actor, 'READ ONLY', work);
  }
}
