import { Injectable } from '@nestjs/common';
import { DisclosureSubjects, type ContentName, type DisclosureFacts } from '@tracedesk/confidentiality';
import type { Officer, StateCode } from '@tracedesk/kernel';
import type { Subject, Tx } from '@tracedesk/platform';
import type { RequestStatus } from './tracing-request.js';

interface FactsRow {
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode | null;
  readonly status: RequestStatus | 'kept';
  readonly assigned: boolean;
}

/** What the decision on a disclosure has to know about a request, a draft or a response. */
@Injectable()
export class RequestDisclosureSubjects extends DisclosureSubjects {
  override async factsOf(tx: Tx, { kind, id }: Subject, { personId }: Officer): Promise<DisclosureFacts | null> {
    if (!isKnown(kind)) return null;
    const [row] = await tx.query<FactsRow>(FACTS_OF[kind], [id, tx.state, personId]);
    if (!row) return null;
    return {
      kind,
      requestingState: row.requesting_state,
      requestedState: row.requested_state,
      status: row.status,
      assignedToActor: row.assigned,
    };
  }

  override async contentsOf(tx: Tx, { kind, id }: Subject): Promise<readonly ContentName[]> {
    if (!isGrowing(kind)) return [kind];
    const rows = await tx.query<{ readonly name: ContentName }>(CONTENTS_OF[kind], [id, tx.state]);
    return rows.map(({ name }) => name);
  }
}

const ASSIGNED = (request: string): string => `
  exists (select 1 from request_assignments assigned
           where assigned.state = $2 and assigned.request_id = ${request} and assigned.person_id = $3) as assigned`;

const OF_REQUEST = `
  select request.requesting_state, request.requested_state, request.status, ${ASSIGNED('request.id')}
    from tracing_requests request
   where request.id = $1 and (request.requesting_state = $2 or request.requested_state = $2)
  union all
  select draft.state, draft.requested_state, 'draft', ${ASSIGNED('draft.id')}
    from tracing_request_drafts draft
   where draft.id = $1 and draft.state = $2`;

const OF_RESPONSE = `
  select request.requesting_state, request.requested_state, request.status, ${ASSIGNED('request.id')}
    from responses response
    join tracing_requests request on request.id = response.request_id
   where response.id = $1 and (response.requesting_state = $2 or response.requested_state = $2)`;

/** A case is its own State's; whoever is assigned to one of its requests works on it, and where it has none, whoever may open cases does. */
const OF_CASE = `
  select weapon_case.state as requesting_state, null as requested_state, 'kept' as status,
         not exists (select 1 from weapon_case_requests joined where joined.state = $2 and joined.case_id = weapon_case.id)
         or exists (select 1 from weapon_case_requests joined
                      join request_assignments assigned on assigned.state = $2 and assigned.request_id = joined.request_id
                     where joined.state = $2 and joined.case_id = weapon_case.id and assigned.person_id = $3) as assigned
    from weapon_cases weapon_case
   where weapon_case.id = $1 and weapon_case.state = $2`;

/** A batch is its own State's, and the task of whoever drafted it. */
const OF_BATCH = `
  select batch.state as requesting_state, null as requested_state, 'kept' as status, batch.created_by = $3 as assigned
    from request_batches batch
   where batch.id = $1 and batch.state = $2`;

/**
 * A draft is one, as its State writes it. Of a request: its question and whatever moves said, every response, the words of each consent, every
 * file of the other State's that it may see (its own it added itself), and to the State that asked the reasons of its check.
 */
const CONTENTS_OF_REQUEST = `
  select 'draft' as name
    from tracing_request_drafts draft
   where draft.id = $1 and draft.state = $2
  union all
  select content.name
    from tracing_requests request
    cross join lateral (
           select part.name from protected_parts part where part.record_kind = 'tracing_request' and part.record_id = request.id
           union all
           select 'response.' || response.round from responses response where response.request_id = request.id
           union all
           select 'consent.' || part.record_id || '.' || part.name
             from consents consent
             join protected_parts part on part.record_kind = 'consent' and part.record_id = consent.id
            where consent.request_id = request.id and (consent.asking_state = $2 or consent.giving_state = $2)
           union all
           select 'file.' || file.id
             from attachments file
            where file.request_id = request.id and file.first_state <> $2 and file.second_state = $2
           union all
           select distinct 'check' from protected_parts part where part.record_kind = 'traceability_check' and part.record_id = request.id
         ) content
   where request.id = $1 and (request.requesting_state = $2 or request.requested_state = $2)
   order by name`;

/** The drafts of a batch are one, as its State writes them. Each row that was submitted since is a draft no more, and goes by its place. */
const CONTENTS_OF_BATCH = `
  select 'request_batch' as name
  union all
  select 'submitted.' || member.place
    from request_batch_rows member
    join tracing_requests request on request.id = member.request_id and request.requesting_state = $2
   where member.state = $2 and member.batch_id = $1
   order by name`;

/** What grows by more than its own State's writing. A response is as it was given, and what is shown of a case is entered on each of its requests. */
const CONTENTS_OF = {
  tracing_request: CONTENTS_OF_REQUEST,
  request_batch: CONTENTS_OF_BATCH,
} as const;

const FACTS_OF = {
  tracing_request: OF_REQUEST,
  response: OF_RESPONSE,
  weapon_case: OF_CASE,
  request_batch: OF_BATCH,
} as const;

function isKnown(kind: string): kind is keyof typeof FACTS_OF {
  return Object.hasOwn(FACTS_OF, kind);
}

function isGrowing(kind: string): kind is keyof typeof CONTENTS_OF {
  return Object.hasOwn(CONTENTS_OF, kind);
}
