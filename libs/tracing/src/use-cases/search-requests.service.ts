import { Injectable } from '@nestjs/common';
import { AuditLog } from '@tracedesk/audit';
import { stateSubject } from '@tracedesk/directory';
import type { Certainty } from '@tracedesk/firearms';
import { Sealed, ok, type Officer, type Result } from '@tracedesk/kernel';
import { UnitOfWork } from '@tracedesk/platform';
import { no } from '../errors.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { SearchCounts } from '../search-counts.repository.js';
import { CERTAINTY_OF, conditionsOf, type SearchQuery } from '../search-keys.js';
import { SearchTokens, type Match } from '../search-tokens.repository.js';
import { TracingRequests } from '../tracing-requests.repository.js';

/** More than these are not told apart by a longer list, but by saying more. */
export const MOST_FOUND = 50;

/** A request that was found: its open fields, and how it matches. */
export interface FoundSummary {
  readonly request: RequestSummary;
  readonly matches: readonly (Match & { readonly certainty: Certainty })[];
}

/** Finds the State's own drafts and requests by marks of a firearm. Each search is an entry, with what was looked for sealed in it. */
@Injectable()
export class SearchRequests {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly tokens: SearchTokens,
    private readonly counts: SearchCounts,
    private readonly audit: AuditLog,
  ) {}

  async execute(actor: Officer, query: SearchQuery): Promise<Result<readonly FoundSummary[]>> {
    const subject = stateSubject(actor.state);
    return this.work.run(
      actor,
      'tracing_request.search',
      async (tx) => {
        const conditions = conditionsOf(query);
        if (conditions.length === 0) return { ok: false, denial: no('SEARCH_EMPTY') };
        const tooWide = conditions.find(({ keys }) => keys.length === 0);
        if (tooWide) return { ok: false, denial: no('SEARCH_TOO_WIDE', tooWide.field) };
        if (!(await this.counts.count(tx, actor))) return { ok: false, denial: no('SEARCHED_TOO_OFTEN') };
        const keys = conditions.map((condition) => condition.keys);
        const found = await this.tokens.find(tx, keys, MOST_FOUND);
        const stored = await this.requests.listed(
          tx,
          found.map(({ requestId }) => requestId),
        );
        await this.audit.append(tx, {
          class: 'consultation',
          action: 'tracing_request.searched',
          object: subject,
          facts: { fields: Object.keys(query).join(' '), found: stored.length },
          restricted: { query: Sealed.of(query) },
        });
        return ok(
          found.flatMap(({ requestId, matches }) => {
            const one = stored.find(({ request }) => request.id === requestId);
            const surely = matches.map((match) => ({ ...match, certainty: CERTAINTY_OF[match.class] }));
            return one ? [{ request: summaryOf(one, actor, tx.now), matches: surely }] : [];
          }),
        );
      },
      { about: subject },
    );
  }
}
