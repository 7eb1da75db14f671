import { Injectable } from '@nestjs/common';
import { Consents, Disclosures, type InformationName, type Permit } from '@tracedesk/confidentiality';
import { denied, ok, type ConsentId, type Officer, type RequestId, type Result, type StateCode } from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import { WeaponCases } from '../cases/weapon-cases.repository.js';
import { no } from '../errors.js';
import { requestSubject } from '../move-traces.js';
import { ONWARD_RULES, type OnwardRule } from '../onward.js';
import { nextStatesOf } from '../response.js';
import type { Reference } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { CaseAnswers, type CaseAnswer } from './case-answers.service.js';
import { OnwardGuard } from './onward-guard.service.js';
import { shownFactOf, type ShownFact } from './shown-fact.js';
import { lastAskedFor, type ConsentStanding } from './standing.js';

/** A fact of an earlier answer, and whether it would go to the State asked next. What it says is protected. */
export interface WeighedFact extends ShownFact {
  readonly sourceRequestId: RequestId;
  readonly sourceReference: Reference;
  readonly name: InformationName;
  readonly giver: StateCode;
  readonly rule: OnwardRule;
  readonly paragraph: string;
  readonly carried: boolean;
  /** What was last asked of its giver for that State. */
  readonly consentId: ConsentId | null;
  readonly consentStatus: ConsentStanding | null;
}

export interface FollowUpPreview {
  readonly requestId: RequestId;
  /** Where the answers say that the arm went, other than to States that were asked already. */
  readonly nextStates: readonly StateCode[];
  /** The State weighed for: the one that was named, else the first that an answer points to, else none. */
  readonly requestedState: StateCode | null;
  readonly facts: readonly WeighedFact[];
}

/** Shows what a request to the next State would carry and what would be kept back, before anything is drafted (ITI 15). */
@Injectable()
export class PreviewFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly cases: WeaponCases,
    private readonly answers: CaseAnswers,
    private readonly guard: OnwardGuard,
    private readonly consents: Consents,
    private readonly disclosures: Disclosures,
  ) {}

  async execute(
    actor: Officer,
    requestId: RequestId,
    disclosureId: string | undefined,
    to: StateCode | null,
  ): Promise<Result<FollowUpPreview>> {
    const about = requestSubject(requestId);
    return this.work.run(
      actor,
      'tracing_request.preview_follow_up',
      async (tx) => {
        const stored = await this.requests.find(tx, requestId);
        if (stored?.request.requestingState !== tx.state) return denied('REQUEST_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        if (stored.request.responses === 0) return denied('FOLLOW_UP_WITHOUT_ANSWER', { paragraph: '5' });
        if (to === tx.state) return { ok: false, denial: no('REQUESTED_STATE_IS_OWN', 'requestedState') };
        const weapon = await this.cases.ofRequest(tx, requestId);
        return ok(
          await this.#preview(tx, disclosure.value, requestId, { requestIds: weapon?.requestIds ?? [requestId], named: to }),
        );
      },
      { about, snapshot: true },
    );
  }

  async #preview(
    tx: Tx,
    permit: Permit,
    requestId: RequestId,
    { requestIds, named }: { readonly requestIds: readonly RequestId[]; readonly named: StateCode | null },
  ): Promise<FollowUpPreview> {
    const answers = await this.answers.shown(tx, permit, requestIds);
    const nextStates = await this.#nextStates(tx, requestIds, answers);
    const requestedState = named ?? nextStates[0] ?? null;
    return {
      requestId,
      nextStates,
      requestedState,
      facts: requestedState ? await this.#weighed(tx, answers, requestedState) : [],
    };
  }

  async #nextStates(tx: Tx, requestIds: readonly RequestId[], answers: readonly CaseAnswer[]): Promise<readonly StateCode[]> {
    const asked = (await this.requests.listed(tx, requestIds)).map(({ request }) => request.requestedState);
    const told = answers.flatMap(({ items }) => nextStatesOf({ items: items.map(({ item }) => item) }));
    return [...new Set(told)].filter((state) => state !== tx.state && !asked.includes(state));
  }

  async #weighed(tx: Tx, answers: readonly CaseAnswer[], to: StateCode): Promise<readonly WeighedFact[]> {
    const requestIds = answers.map((answer) => answer.requestId);
    const { permitted, withheld } = await this.guard.parted(tx, requestIds, to);
    const lists = await Promise.all(requestIds.map((requestId) => this.consents.list(tx, { side: 'asking', requestId })));
    const consents = lists.flat();
    return [...permitted, ...withheld].map((fact) => {
      const asked = lastAskedFor(fact, to, { consents, now: tx.now });
      const { may, paragraph } = ONWARD_RULES[fact.rule];
      return {
        sourceRequestId: fact.requestId,
        sourceReference: answers.find((answer) => answer.requestId === fact.requestId)?.reference as Reference,
        name: fact.name,
        giver: fact.giver,
        rule: fact.rule,
        paragraph,
        carried: may,
        ...shownFactOf(fact, answers),
        consentId: asked?.id ?? null,
        consentStatus: asked?.standing ?? null,
      };
    });
  }
}
