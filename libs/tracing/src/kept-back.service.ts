import { Injectable } from '@nestjs/common';
import { allowsOnward, Consents, nameOfCandidates, nameOfItem, type Consent } from '@tracedesk/confidentiality';
import { valueOf } from '@tracedesk/firearms/core';
import { Sealed, type Denial, type RequestId, type StateCode } from '@tracedesk/kernel';
import type { Tx } from '@tracedesk/platform';
import type { OpenedResponse } from './content/kept-content.repository.js';
import { WeighedContent } from './content/weighed-content.service.js';
import { serialKeysAlike } from './earlier-questions.service.js';
import { textsIn, typedTextsOf } from './follow-ups/typed-texts.js';
import { keptBackDenial, NOTHING_KEPT_BACK, type KeptBackInformation, type KeptBackWords } from './kept-back.js';
import { factsOf, onwardFacts, valuesOf, withheldCandidates, type ToldCandidates, type ToldFact } from './onward.js';
import type { Question } from './question.js';
import { notHeldIn, type TypedText } from './restricted-words.js';
import { SearchTokens } from './search-tokens.repository.js';
import type { TracingRequest } from './tracing-request.js';

/** A request or a draft, as the guard needs it; `question` where it is open already. */
export type GuardedRequest = Pick<TracingRequest, 'id' | 'requestingState' | 'requestedState'> &
  Partial<Pick<TracingRequest, 'question'>>;

/**
 * Looks up what the acting State may not tell the other State of a request: what third States told it of the same weapon and keep back (ITI 15).
 * Of the same weapon are the requests of its own case, and what it asked about the same serial number; so a State that is asked is guarded too.
 */
@Injectable()
export class KeptBack {
  constructor(
    private readonly content: WeighedContent,
    private readonly consents: Consents,
    private readonly tokens: SearchTokens,
  ) {}

  /** `formerly` is what a draft said before it was amended: by taking its number away it does not become another weapon. */
  async from(tx: Tx, request: GuardedRequest, formerly: Question = {}): Promise<KeptBackWords> {
    const to = request.requestingState === tx.state ? request.requestedState : request.requestingState;
    if (to === null) return NOTHING_KEPT_BACK;
    const question = request.question?.reveal() ?? (await this.#question(tx, request.id));
    const asked = await this.#askedAboutTheWeapon(tx, request.id, [question, formerly]);
    const others = asked.filter((one) => one.giver !== to && one.answered);
    if (others.length === 0) return NOTHING_KEPT_BACK;
    const answers = await this.content.responsesOfAll(
      tx,
      asked.filter(({ answered }) => answered).map(({ id }) => id),
    );
    const guarded = await this.#guarded(tx, to, others, answers);
    if (guarded.length === 0) return NOTHING_KEPT_BACK;
    const known = [
      ...(request.requestingState === to ? await this.#saidIn(tx, request.id, question) : []),
      ...asked.filter(({ giver }) => giver === to).flatMap(({ id }) => textsIn(answers.get(id)?.map(({ content }) => content))),
      ...(asked[0] ? typedTextsOf(await this.#question(tx, asked[0].id)) : []),
    ];
    // What the State wrote before anybody answered, and what the two told each other, is no secret between them.
    const unknown = notHeldIn(known);
    return { guarded: Sealed.of(guarded.map(({ values, ...kept }) => ({ ...kept, values: unknown(values) }))) };
  }

  /** The same for somebody who has the id alone: why these texts may not go to the other State, or null. */
  async denial(tx: Tx, requestId: RequestId, texts: readonly TypedText[]): Promise<Denial | null> {
    const [row] = await tx.query<PartiesRow>(PARTIES, [requestId, tx.state]);
    if (!row) return null;
    const request = { id: requestId, requestingState: row.requesting_state, requestedState: row.requested_state };
    return keptBackDenial(texts, await this.from(tx, request));
  }

  async #question(tx: Tx, id: RequestId): Promise<Question> {
    return (await this.content.question(tx, id)).reveal();
  }

  /** Of a request that the other State made: what it asked, and what the own State has answered to it. */
  async #saidIn(tx: Tx, id: RequestId, question: Question): Promise<readonly TypedText[]> {
    const answers = await this.content.responsesOfAll(tx, [id]);
    return [...typedTextsOf(question), ...textsIn(answers.get(id)?.map(({ content }) => content))];
  }

  /** What the State itself asked, the first first. */
  async #askedAboutTheWeapon(tx: Tx, id: RequestId, questions: readonly Question[]): Promise<readonly Asked[]> {
    const keys = questions.flatMap(({ firearm }) => serialKeysAlike(valueOf(firearm?.serialNumber)));
    const tokens = this.tokens.of(tx.state, keys);
    return tx.query<Asked>(ASKED, [tx.state, id, tokens, MOST_ALIKE]);
  }

  async #guarded(
    tx: Tx,
    to: StateCode,
    others: readonly Asked[],
    answers: ReadonlyMap<RequestId, readonly OpenedResponse[]>,
  ): Promise<readonly KeptBackInformation[]> {
    const told = others.map((one) => ({ ...one, responses: answers.get(one.id) ?? [] }));
    const consents = await this.consents.grantedUnder(
      tx,
      others.map(({ id }) => id),
    );
    const allowed = (fact: Pick<ToldFact, 'requestId' | 'name' | 'giver'>): boolean => consents.some(permits(fact, to, tx.now));
    const { permitted, withheld } = onwardFacts(told.flatMap(factsToldBy), to, allowed);
    const candidates = withheldCandidates(told.flatMap(candidatesToldBy), to, allowed);
    const freed = permitted.map((fact) => ({ giver: fact.giver, values: valuesOf(fact) }));
    return [...withheld, ...candidates].flatMap((fact) => {
      const values = valuesOf(fact).filter(
        (value) => !freed.some((one) => one.giver === fact.giver && one.values.includes(value)),
      );
      return values.length === 0 ? [] : [{ name: fact.name, rule: fact.rule, values }];
    });
  }
}

/** A request of the State's own about the weapon. */
interface Asked {
  readonly id: RequestId;
  readonly giver: StateCode;
  readonly answered: boolean;
}
type Told = Asked & { readonly responses: readonly OpenedResponse[] };

function factsToldBy({ id: requestId, giver, responses }: Told): readonly ToldFact[] {
  return responses.flatMap(({ round, content }) =>
    content.reveal().items.flatMap((item, at) => factsOf({ requestId, giver, name: nameOfItem(round, at + 1), item })),
  );
}

function candidatesToldBy({ id: requestId, giver, responses }: Told): readonly ToldCandidates[] {
  return responses.flatMap(({ round, content }) => {
    const { candidates = [] } = content.reveal();
    return candidates.length === 0 ? [] : [{ requestId, giver, name: nameOfCandidates(round), candidates }];
  });
}

function permits(fact: Pick<ToldFact, 'requestId' | 'name' | 'giver'>, to: StateCode, now: Date): (consent: Consent) => boolean {
  return (consent) =>
    consent.requestId === fact.requestId &&
    consent.givingState === fact.giver &&
    allowsOnward(consent, { name: fact.name, to, now });
}

/** Of answered requests that have nothing but their number in common, the newest so many are looked at. Of a case, all. */
const MOST_ALIKE = 20;

const ASKED = `
  with about as (
    select $2::uuid as id
    union
    select mate.request_id
      from weapon_case_requests own
      join weapon_case_requests mate on mate.state = own.state and mate.case_id = own.case_id
     where own.state = $1 and own.request_id = $2
    union
    (select request.id
       from search_tokens token
       join tracing_requests request on request.id = token.request_id and request.requesting_state = $1 and request.responses > 0
      where token.state = $1 and token.token = any($3::bytea[])
      group by request.id
      order by max(request.submitted_at) desc
      limit $4))
  select request.id, request.requested_state as giver, request.responses > 0 as answered
    from about
    join tracing_requests request on request.id = about.id and request.requesting_state = $1
   order by request.submitted_at, request.id`;

interface PartiesRow {
  readonly requesting_state: StateCode;
  readonly requested_state: StateCode | null;
}

const PARTIES = `
  select requesting_state, requested_state from tracing_requests where id = $1 and $2 in (requesting_state, requested_state)
  union all
  select state, requested_state from tracing_request_drafts where id = $1 and state = $2`;
