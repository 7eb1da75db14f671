import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { Directory, stateSubject } from '@tracedesk/directory';
import { ok, type DeskProcess, type RequestId, type StateCode } from '@tracedesk/kernel';
import { DeskLog, SealingError, UnitOfWork, type Tx } from '@tracedesk/platform';
import { SearchTokens } from './search-tokens.repository.js';
import { TracingRequests } from './tracing-requests.repository.js';

/** Few enough that nobody waits for the rows meanwhile. */
const AT_ONCE = 50;

/**
 * Makes the search tokens of a State's drafts and requests anew where a migration asks for it, because their keys changed. It begins when a process
 * that holds the States' keys starts, goes on where it was stopped, and is an entry of each State when it is done. Twice, or by two processes: same result.
 */
@Injectable()
export class RemakeSearchTokens implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #stopping = false;
  #running: Promise<void> = Promise.resolve();

  constructor(
    private readonly work: UnitOfWork,
    private readonly directory: Directory,
    private readonly requests: TracingRequests,
    private readonly tokens: SearchTokens,
    private readonly audit: AuditLog,
    private readonly log: DeskLog,
  ) {}

  /** Nobody waits for it: until it is done, what is not yet made anew is found as it was before. */
  onApplicationBootstrap(): void {
    this.#running = this.execute().catch((error: unknown) => this.log.error('search_tokens.remaking_failed', {}, error));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async execute(): Promise<void> {
    for (const state of await this.directory.servedStates()) while (!this.#stopping && (await this.#nextOf(state)));
  }

  /** The next few in the order of their ids, in one transaction; false when there are no more. */
  async #nextOf(state: StateCode): Promise<boolean> {
    const actor: DeskProcess = { kind: 'process', name: 'upkeep', state };
    const result = await this.work.run(actor, 'tracing_request.remake_search_tokens', async (tx) => {
      const [todo] = await tx.query<{ after_id: RequestId; remade: number }>(TO_DO, [state]);
      if (!todo) return ok(false);
      const found = await tx.query<{ id: RequestId }>(NEXT, [state, todo.after_id, AT_ONCE]);
      const last = found.at(-1);
      if (!last) return ok(await this.#end(tx, todo.remade));
      for (const { id } of found) await this.#remake(tx, id);
      await tx.query(GONE_ON, [state, last.id, found.length]);
      return ok(true);
    });
    return result.ok && result.value;
  }

  /** What does not open keeps the tokens that it had: one broken record never keeps the others from being found. */
  async #remake(tx: Tx, id: RequestId): Promise<void> {
    try {
      await this.tokens.replace(tx, id, await this.requests.firearmAsked(tx, id));
    } catch (error) {
      if (!(error instanceof SealingError)) throw error;
      this.log.warn('search_tokens.not_remade', { requestId: id, code: error.code });
    }
  }

  async #end(tx: Tx, requests: number): Promise<false> {
    await tx.query('delete from search_tokens_to_remake where state = $1', [tx.state]);
    if (requests > 0)
      await this.audit.append(tx, {
        class: 'alteration',
        action: 'tracing_request.search_tokens_remade',
        object: stateSubject(tx.state),
        facts: { requests },
      });
    return false;
  }
}

const TO_DO = 'select after_id, remade from search_tokens_to_remake where state = $1 for update';

const NEXT = `
  select request.id from tracing_requests request
   where (request.requesting_state = $1 or request.requested_state = $1) and request.id > $2
  union all
  select draft.id from tracing_request_drafts draft where draft.state = $1 and draft.id > $2
   order by id
   limit $3`;

const GONE_ON = 'update search_tokens_to_remake set after_id = $2, remade = remade + $3 where state = $1';
