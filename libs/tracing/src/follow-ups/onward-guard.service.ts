import { Injectable } from '@nestjs/common';
import { Consents, type Consent } from '@tracedesk/confidentiality';
import type { ConsentId, Denial, RequestId, StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import { WeighedContent } from '../content/weighed-content.service.js';
import { no } from '../errors.js';
import { letsGo, ONWARD_RULES, onwardFacts, withheldOf, wordsOf, type Allowed, type GivenAbout } from '../onward.js';
import type { Question } from '../question.js';
import { notHeldIn, restrictedHits, type GuardedWords, type RestrictedHit } from '../restricted-words.js';
import type { TracingRequest } from '../tracing-request.js';
import { candidatesToldIn, factsToldIn } from '../told-in-answers.js';
import { TracingRequests } from '../tracing-requests.repository.js';
import { carriedConsentOf, type CarriedConsent } from './carried-consent.js';
import { CaseAnswers } from './case-answers.service.js';
import { earlierFactOf, type EarlierFact } from './earlier-fact.js';
import { FollowUpFacts, type FollowUpFact } from './follow-up-facts.repository.js';
import type { GuardedInformation, PartedFacts } from './parted-facts.js';
import { typedTextsOf } from './typed-texts.js';

/** Parts what earlier answers told of a weapon into what may go into a question to the next State and what may not (ITI 15). */
@Injectable()
export class OnwardGuard {
  constructor(
    private readonly answers: CaseAnswers,
    private readonly consents: Consents,
    private readonly facts: FollowUpFacts,
    private readonly content: WeighedContent,
    private readonly requests: TracingRequests,
  ) {}

  async parted(tx: Tx, requestIds: readonly RequestId[], to: StateCode): Promise<PartedFacts> {
    const answers = await this.answers.whole(tx, requestIds);
    const consents = await this.consents.grantedUnder(tx, requestIds);
    const consentFor = (fact: GivenAbout): Consent | undefined => consents.find((one) => letsGo(one, fact, to, tx.now));
    const allowed: Allowed = (fact) => consentFor(fact) !== undefined;
    const parted = onwardFacts(answers.flatMap(factsToldIn), to, allowed);
    const guarded = [...parted.withheld, ...withheldOf(answers.flatMap(candidatesToldIn), to, allowed)];
    return { ...parted, guarded, consentFor: (fact) => consentFor(fact) ?? null };
  }

  /** What may go, as the next State reads it: what is there by consent goes with what its giver said when it consented. */
  async carried(tx: Tx, parted: PartedFacts): Promise<readonly EarlierFact[]> {
    const said = new Map<ConsentId, CarriedConsent>();
    const facts: EarlierFact[] = [];
    for (const fact of parted.permitted) {
      const by = fact.rule === 'consented' ? parted.consentFor(fact) : null;
      if (by && !said.has(by.id)) {
        const words = await this.consents.conditionsOf(tx, by.id);
        said.set(by.id, carriedConsentOf(by.endsOn, words?.reveal(), parted.guarded));
      }
      const consent = by && said.get(by.id);
      facts.push({ ...earlierFactOf(fact), ...(consent && { consent }) });
    }
    return facts;
  }

  /** `own` is what the State knew before anybody answered: its own reading of a serial number is nobody's secret. */
  hitsIn(question: Question, guarded: readonly GuardedInformation[], own: Question): readonly RestrictedHit[] {
    const unknown = notHeldIn(typedTextsOf(own));
    const words = guarded.map((fact): GuardedWords => unknown({ name: fact.name, ...wordsOf(fact) }));
    return restrictedHits(typedTextsOf(question), words);
  }

  /**
   * A fact that the draft carries and that may not go there any more: the consent ended or was withdrawn, another State is asked, or its giver has
   * corrected it since (18): what was put in its place may be restricted, and what was wrong is told on to nobody.
   */
  async carriedDenial(tx: Tx, draft: TracingRequest): Promise<Denial | null> {
    const carried = (await this.facts.of(tx, draft.id)).filter((fact) => fact.carried);
    if (carried.length === 0 || !draft.requestedState) return null;
    const sources = [...new Set(carried.map(({ sourceRequestId }) => sourceRequestId))];
    const { permitted, withheld } = await this.parted(tx, sources, draft.requestedState);
    const among = (facts: typeof withheld, { sourceRequestId, name }: FollowUpFact) =>
      facts.find((fact) => sourceRequestId === fact.requestId && name === fact.name);
    const lost = carried.find((one) => !among(permitted, one));
    if (!lost) return null;
    const kept = among(withheld, lost);
    return kept && !kept.isReplaced
      ? no('EARLIER_FACT_WITHHELD', 'question', ONWARD_RULES[kept.rule].paragraph, { item: lost.name })
      : no('EARLIER_FACT_REPLACED', 'question', '18', { item: lost.name });
  }

  /** What was asked before anybody had answered: the question of the case that was submitted first. */
  async firstQuestion(tx: Tx, requestIds: readonly RequestId[]): Promise<Question> {
    const asked = (await this.requests.listed(tx, requestIds))
      .map(({ request }) => request)
      .filter(({ submittedAt }) => submittedAt);
    const [first] = asked.sort((one, other) => Number(one.submittedAt) - Number(other.submittedAt));
    if (!first) return {};
    return (await this.content.question(tx, first.id)).reveal();
  }
}
