import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AskForConsent, Consents, Disclosures, type ConsentSummary } from '@tracedesk/confidentiality';
import {
  denied,
  idOf,
  ok,
  Sealed,
  type Denial,
  type Officer,
  type RequestId,
  type Result,
  type StateCode,
} from '@tracedesk/kernel';
import { UnitOfWork, type Tx } from '@tracedesk/platform';
import type { OnceKey } from '../attempt.js';
import { KeepCase } from '../cases/keep-case.service.js';
import { CircumstancesOfMoves } from '../circumstances.service.js';
import { WeighedContent } from '../content/weighed-content.service.js';
import { draftDenial } from '../draft.js';
import { requestSubject } from '../move-traces.js';
import { newReference } from '../new-reference.service.js';
import { isMeantBy, type ToldFact } from '../onward.js';
import { RequestDrafts } from '../request-drafts.repository.js';
import { summaryOf, type RequestSummary } from '../request-summary.js';
import { Summaries } from '../summaries.service.js';
import { draftRequest, type TracingRequest } from '../tracing-request.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { FollowUpFacts, type FollowUpFact } from './follow-up-facts.repository.js';
import { OnwardQuestions } from './onward-question.service.js';

/** Which State is asked next, and in which words leave is asked for what may not travel. Without words nothing is asked. */
export interface FollowUpCommand {
  readonly requestId: RequestId;
  readonly requestedState: StateCode;
  readonly askConsent: { readonly purpose: Sealed<string>; readonly reasons: Sealed<string> } | null;
}

export interface FollowUpDrafted {
  readonly request: RequestSummary;
  readonly facts: readonly FollowUpFact[];
  /** Parts of the earlier question that were not taken over: a text in them tells what may not travel. */
  readonly leftOut: readonly string[];
  /** Asked for with this draft. */
  readonly consents: readonly ConsentSummary[];
}

/**
 * Drafts the next request of a chain from what the earlier answers let travel on (ITI 15), and nothing else. The disclosure of the request
 * that is followed up stands for the case: its earlier answers are read for the same task.
 */
@Injectable()
export class DraftFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly requests: TracingRequests,
    private readonly drafts: RequestDrafts,
    private readonly keep: KeepCase,
    private readonly onward: OnwardQuestions,
    private readonly facts: FollowUpFacts,
    private readonly consents: Consents,
    private readonly ask: AskForConsent,
    private readonly disclosures: Disclosures,
    private readonly content: WeighedContent,
    private readonly circumstances: CircumstancesOfMoves,
    private readonly summaries: Summaries,
  ) {}

  async execute(
    actor: Officer,
    once: OnceKey,
    disclosureId: string | undefined,
    command: FollowUpCommand,
  ): Promise<Result<FollowUpDrafted>> {
    const about = requestSubject(command.requestId);
    return this.work.run(
      actor,
      'tracing_request.follow_up',
      async (tx) => {
        const stored = await this.requests.find(tx, command.requestId);
        if (stored?.request.requestingState !== tx.state) return denied('REQUEST_NOT_FOUND');
        const disclosure = await this.disclosures.require(tx, disclosureId, actor, about);
        if (!disclosure.ok) return disclosure;
        if (stored.request.responses === 0) return denied('FOLLOW_UP_WITHOUT_ANSWER', { paragraph: '5' });
        return this.#draft(tx, actor, stored.request, command);
      },
      { about, once: this.#once(actor, once), snapshot: true },
    );
  }

  async #draft(tx: Tx, actor: Officer, parent: TracingRequest, command: FollowUpCommand): Promise<Result<FollowUpDrafted>> {
    const asked = (await this.content.question(tx, parent.id)).reveal();
    const weapon = await this.keep.ofRequestWithin(tx, parent, asked);
    if (!weapon.ok) return weapon;
    const onward = await this.onward.from(tx, asked, weapon.value.requestIds, command.requestedState);
    const draft = draftRequest({
      id: idOf<RequestId>(randomUUID()),
      reference: newReference(),
      requestingState: tx.state,
      requestedState: command.requestedState,
      priority: parent.priority,
      legalBasis: parent.legalBasis,
      requestingReference: parent.requestingReference,
      question: Sealed.of(onward.question),
    });
    const denial = draftDenial(draft, await this.circumstances.today(tx));
    if (denial) return { ok: false, denial };
    const stored = await this.drafts.add(tx, draft);
    const kept = await this.onward.keepFor(tx, weapon.value, draft.id, onward);
    if (!kept.ok) return kept;
    const consents = await this.#askFor(tx, actor, onward.parted?.withheld ?? [], command);
    if (!consents.ok) return consents;
    const facts = await this.facts.of(tx, draft.id);
    return ok({ request: summaryOf(stored, actor, tx.now, []), facts, leftOut: onward.leftOut, consents: consents.value });
  }

  /** One consent for each request under which something was kept back, for what nobody was asked for yet. */
  async #askFor(
    tx: Tx,
    actor: Officer,
    withheld: readonly ToldFact[],
    { requestedState, askConsent }: FollowUpCommand,
  ): Promise<Result<readonly ConsentSummary[]>> {
    const asked: ConsentSummary[] = [];
    if (!askConsent) return ok(asked);
    for (const requestId of new Set(withheld.map((fact) => fact.requestId))) {
      const pending = (await this.consents.list(tx, { side: 'asking', status: 'asked', requestId })).filter(
        ({ recipient }) => recipient.kind === 'state' && recipient.state === requestedState,
      );
      const names = withheld
        .filter((fact) => fact.requestId === requestId && !pending.some(({ asked: names }) => isMeantBy(names, fact)))
        .map(({ name }) => name);
      if (names.length === 0) continue;
      const consent = await this.ask.within(tx, actor, {
        requestId,
        use: 'onward_release',
        recipient: { kind: 'state', state: requestedState },
        names,
        words: askConsent,
      });
      if (!consent.ok) return { ok: false, denial: askedAlong(consent.denial) };
      asked.push(consent.value);
    }
    return ok(asked);
  }

  #once(actor: Officer, key: OnceKey) {
    return {
      ...key,
      idOf: ({ request }: FollowUpDrafted) => request.id,
      replay: async (tx: Tx, id: string): Promise<Result<FollowUpDrafted>> => {
        const request = await this.summaries.read(tx, actor, id as RequestId);
        return request.ok
          ? ok({ request: request.value, facts: await this.facts.of(tx, request.value.id), leftOut: [], consents: [] })
          : request;
      },
    };
  }
}

/** The fields of the words are those of the follow-up here. */
function askedAlong(denial: Denial): Denial {
  const { field } = denial;
  return field === 'purpose' || field === 'reasons' ? { ...denial, field: `askConsent.${field}` } : denial;
}
