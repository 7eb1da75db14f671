import { Injectable } from '@nestjs/common';
import { Consents, Disclosures, type Permit } from '@tracedesk/confidentiality';
import { denied, ok, type Officer, type RequestId, type Result } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { WeaponCases } from '../cases/weapon-cases.repository.js';
import { requestSubject } from '../move-traces.js';
import { ONWARD_RULES, type OnwardRule, type ToldFact } from '../onward.js';
import type { Reference, TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { CaseAnswers } from './case-answers.service.js';
import { FollowUpFacts, type FollowUpFact } from './follow-up-facts.repository.js';
import { OnwardGuard } from './onward-guard.service.js';
import { NOT_SHOWN, shownFactOf, type ShownFact } from './shown-fact.js';
import { lastAskedFor, standingOf, type FactStanding } from './standing.js';

/** A fact of a follow-up as it was put there, and as it stands now. */
export interface FollowUpFactNow extends FollowUpFact, ShownFact {
  readonly sourceReference: Reference | null;
  readonly standing: FactStanding;
  /** Of a draft: the rule that holds now, where it is another than when the fact was put there. */
  readonly ruleNow: OnwardRule | null;
}

/** A fact with the rule that holds for it now. */
type Ruled = ToldFact & { readonly rule: OnwardRule };

/** Says where the facts of a follow-up come from, under which rule, and, while it is a draft, what has changed since: a consent, an answer, the State asked. */
@Injectable()
export class ReadFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly cases: WeaponCases,
    private readonly answers: CaseAnswers,
    private readonly guard: OnwardGuard,
    private readonly facts: FollowUpFacts,
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
  ) {}

  /** What carried facts say is told only under a disclosure of the follow-up itself, as far as their givers permit its purpose, and entered on their requests. */
  async execute(actor: Officer, requestId: RequestId, disclosureId?: string): Promise<Result<readonly FollowUpFactNow[]>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.read_follow_up',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (stored?.request.requestingState !== tx.state) return denied('REQUEST_NOT_FOUND');
        const isNamed = disclosureId !== undefined;
        const disclosure = isNamed ? await this.disclosures.require(tx, disclosureId, actor, about) : ok(null);
        if (!disclosure.ok) return disclosure;
        return ok(await this.#factsOf(tx, stored.request, disclosure.value));
      },
      { about, snapshot: true },
    );
  }

  async #factsOf(tx: Tx, request: TracingRequest, permit: Permit | null): Promise<readonly FollowUpFactNow[]> {
    const noted = await this.facts.of(tx, request.id);
    const now = request.status === 'draft' ? await this.#ruledNow(tx, request) : null;
    const ruled = now ?? [];
    const added = ruled.filter((fact) => !noted.some((one) => isSame(one, fact))).map(notCarried);
    const facts = [...noted, ...added];
    const sources = [...new Set(facts.map(({ sourceRequestId }) => sourceRequestId))];
    const shown = permit && ruled.length > 0 ? await this.answers.shown(tx, permit, sources) : [];
    const references = await this.requests.listed(tx, sources);
    const consents = (
      await Promise.all(sources.map((requestId) => this.consents.list(tx, { side: 'asking', requestId })))
    ).flat();
    return facts.map((fact) => {
      const told = ruled.find((one) => isSame(fact, one));
      const asked =
        fact.consentId === null && request.requestedState
          ? lastAskedFor({ ...fact, requestId: fact.sourceRequestId }, request.requestedState, { consents, now: tx.now })
          : null;
      return {
        ...fact,
        consentId: fact.consentId ?? asked?.id ?? null,
        consentStatus: fact.consentStatus ?? asked?.standing ?? null,
        sourceReference: references.find((one) => one.request.id === fact.sourceRequestId)?.request.reference ?? null,
        ruleNow: told && told.rule !== fact.rule ? told.rule : null,
        // What a draft carries and no rule speaks of any more was corrected by its giver, or its answer left the case.
        standing: standingOf(fact.carried, told ? ONWARD_RULES[told.rule].may : now === null && fact.carried),
        ...(fact.carried && told ? shownFactOf(told, shown) : NOT_SHOWN),
      };
    });
  }

  /** All that was answered in the draft's case, by the rules for the State it asks now. */
  async #ruledNow(tx: Tx, { id, requestedState }: TracingRequest): Promise<readonly Ruled[] | null> {
    const weapon = requestedState && (await this.cases.ofRequest(tx, id));
    if (!weapon || !requestedState) return null;
    const earlier = weapon.requestIds.filter((one) => one !== id);
    const { permitted, withheld } = await this.guard.parted(tx, earlier, requestedState);
    return [...permitted, ...withheld];
  }
}

function isSame({ sourceRequestId, name }: FollowUpFact, fact: ToldFact): boolean {
  return sourceRequestId === fact.requestId && name === fact.name;
}

/** Answered since the draft was made, or since it last took in what may travel. */
function notCarried({ requestId, name, giver, rule }: Ruled): FollowUpFact {
  const { paragraph } = ONWARD_RULES[rule];
  return { sourceRequestId: requestId, name, giver, rule, paragraph, carried: false, consentId: null, consentStatus: null };
}
