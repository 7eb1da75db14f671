import { Injectable } from '@nestjs/common';
import type { InformationName } from '@tracedesk/confidentiality';
import type { ConsentId, RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { ONWARD_RULES, type OnwardRule } from '../onward.js';
import type { PartedFacts } from './parted-facts.js';
import type { ConsentStanding } from './standing.js';

/** Where a fact of a follow-up comes from, under which rule it was carried or withheld, and whether its consent still holds. */
export interface FollowUpFact {
  readonly sourceRequestId: RequestId;
  readonly name: InformationName;
  readonly giver: StateCode;
  readonly rule: OnwardRule;
  readonly paragraph: string;
  readonly carried: boolean;
  readonly consentId: ConsentId | null;
  /** Of a fact carried by consent: as the consent is now. */
  readonly consentStatus: ConsentStanding | null;
}

/** The provenance of follow-ups: names and rules, never values. It is the asking State's own. */
@Injectable()
export class FollowUpFacts {
  async of(tx: Tx, requestId: RequestId): Promise<readonly FollowUpFact[]> {
    const rows = await tx.query<Omit<FollowUpFact, 'paragraph'>>(OF, [tx.state, requestId, tx.now]);
    return rows.map((row) => ({ ...row, paragraph: ONWARD_RULES[row.rule].paragraph }));
  }

  /** Notes anew what a draft carries and what was kept back. */
  async note(tx: Tx, requestId: RequestId, parted: PartedFacts): Promise<void> {
    const facts = [...parted.permitted, ...parted.withheld];
    await tx.query('delete from follow_up_facts where state = $1 and request_id = $2', [tx.state, requestId]);
    await tx.query(NOTE, [
      tx.state,
      requestId,
      facts.map((fact) => fact.requestId),
      facts.map(({ name }) => name),
      facts.map(({ giver }) => giver),
      facts.map(({ rule }) => rule),
      facts.map(({ rule }) => ONWARD_RULES[rule].may),
      facts.map((fact) => (fact.rule === 'consented' ? (parted.consentFor(fact)?.id ?? null) : null)),
    ]);
  }
}

const OF = `
  select fact.source_request_id as "sourceRequestId", fact.name, fact.giver, fact.rule, fact.carried, fact.consent_id as "consentId",
         case when consent.status = 'granted' and consent.ends_at <= $3 then 'ended' else consent.status end as "consentStatus"
    from follow_up_facts fact
    left join consents consent on consent.id = fact.consent_id and consent.asking_state = $1
    join tracing_requests source on source.id = fact.source_request_id
   where fact.state = $1 and fact.request_id = $2
   order by source.submitted_at, fact.source_request_id, fact.name`;

const NOTE = `
  insert into follow_up_facts (state, request_id, source_request_id, name, giver, rule, carried, consent_id)
  select $1, $2, fact.*
    from unnest($3::uuid[], $4::text[], $5::text[], $6::text[], $7::boolean[], $8::uuid[]) as fact`;
